import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, monthOf } from '#shared/day';
import { deliverableId } from '#shared/ids';
import { seededRandom } from '#shared/random';
import type { Random } from '#shared/random';
import { memberAudience } from '#shared/stream/change';
import { applyChanges } from '../../../renderer/data/apply.ts';
import type { IncomingChunk } from '../../../renderer/data/import/importer.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { nextTask } from '../../../renderer/data/in-slices.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { Projection } from '../../../renderer/data/projection.ts';
import { logDone } from './entries.ts';
import {
  FIRST,
  MEMBERS,
  NOW_MS,
  OPTIONS,
  OUTCOMES,
  damaged,
  freshProjection,
  invite,
  logMonths,
  promise,
  revoke,
  streamOf,
} from './folding-team.ts';
import { snapshotOf } from './snapshot.ts';
import { TestStream, ownStream } from './streams.ts';

const DAY_MS = 86_400_000;
const LAST_YEAR_MS = NOW_MS - 365 * DAY_MS;

type Step = (
  | { readonly kind: 'lot' | 'other'; readonly chunks: readonly IncomingChunk[] }
  | { readonly kind: 'own'; readonly stream: TestStream }
  | { readonly kind: 'settle' | 'retune' | 'compact' }
) & {
  /** How many tasks pass before the next step; null where all that was asked is awaited. */
  readonly tasks: number | null;
};

interface Scene {
  /** The plan first. */
  readonly streams: readonly TestStream[];
  readonly steps: readonly Step[];
  readonly changesAtOnce: number;
  /** Somebody else writes the same database, so that only its end is certain. */
  readonly hasOthers: boolean;
}

function sceneOf(random: Random): Scene {
  const members = MEMBERS.slice(0, random.whole(2, MEMBERS.length));
  const plan = new TestStream({ audience: 'team' });
  for (const id of members) plan.add(1, { type: 'member', id, fields: { seat: 'assistant' } });
  for (const id of members.slice(0, -1)) invite(plan, id);
  const begun = plan.changes.length;
  const hasOthers = random.chance(0.5);
  // What was read before somebody was revoked stays: with others the order is nobody's.
  const news = ['invite', 'sla', 'sla', 'seat', ...(hasOthers ? [] : ['end', 'end'])];
  for (const each of random.shuffled(news)) {
    if (each === 'invite') invite(plan, members.at(-1) ?? '');
    else if (each === 'end') revoke(plan, random.pick(members.slice(1)));
    else if (each === 'sla') promise(plan, random.pick(OUTCOMES), random.pick([30, 600, 4_800]));
    else plan.add(9, { type: 'member', id: random.pick(members), fields: { seat: 'manager' } });
  }
  const long = random.chance(0.2) ? random.pick(members) : null;
  const logs = members.flatMap((id) => logsOf(random, id, id === long));
  return {
    streams: [plan, ...logs],
    steps: stepsOf(random, { plan, begun, logs, members, hasOthers }),
    changesAtOnce: random.pick([7, 40, 250]),
    hasOthers,
  };
}

/** A member's log, and at times what they say to the team and what a manager says in their log. */
function logsOf(random: Random, memberId: string, isLong: boolean): TestStream[] {
  const log = streamOf(memberId, memberAudience(memberId));
  if (isLong) fillLong(random, log);
  else fill(random, log, random.whole(1, 90));
  const beside = random.chance(0.4) ? [new TestStream({ audience: log.source.audience })] : [];
  for (const each of beside) fill(random, each, random.whole(1, 12));
  const told = random.chance(0.4) ? [streamOf(memberId, 'team')] : [];
  // Allowed once they are a manager, and refused until then.
  for (const each of told) promise(each, random.pick(OUTCOMES), random.pick([60, 900]));
  return [log, ...beside, ...told];
}

function fill(random: Random, stream: TestStream, changes: number): void {
  for (let at = 0; at < changes; at += 1) {
    const atMs = NOW_MS - random.whole(0, 500) * DAY_MS;
    const id = deliverableId(monthOf(dayIn('UTC', atMs)), `${random.whole(0, 9)}`);
    const kind = random.next();
    if (kind < 0.8) stream.add(atMs, { type: 'deliverable', id, fields: work(random, atMs) });
    else if (kind < 0.9) stream.add(atMs, { type: 'checkIn', id, fields: { day: '2026-11-01' } });
    else if (kind < 0.95) stream.add(atMs, { type: 'client', id, fields: { name: 'Not mine' } });
    else stream.add(atMs, { type: 'outage', id, fields: gap(random, atMs) });
  }
}

const work = (random: Random, atMs: number) => ({
  outcomeId: random.pick(OUTCOMES),
  requestedAtMs: atMs - random.whole(0, 9) * 3_600_000,
  startedAtMs: atMs - 3_600_000,
  quantity: random.whole(1, 9),
  ...(random.chance(0.9) && { completedAtMs: atMs, day: dayIn('UTC', atMs) }),
  ...(random.chance(0.1) && { deleted: true }),
});

const gap = (random: Random, atMs: number) => ({
  kind: 'power',
  seenBy: 'told',
  fromMs: atMs - random.whole(1, 90) * 60_000,
  toMs: atMs,
  isSure: true,
});

/** Full segments, of which some are spoken of again when they were packed. */
function fillLong(random: Random, stream: TestStream): void {
  const ids = logMonths(stream, 2);
  for (let at = 0; at < 20; at += 1) {
    const fields = { errors: random.whole(0, 3) };
    stream.add(NOW_MS, { type: 'deliverable', id: random.pick(ids), fields });
  }
  fill(random, stream, random.whole(1, 60));
}

interface Brought {
  readonly plan: TestStream;
  /** How much of the plan is there from the beginning. */
  readonly begun: number;
  readonly logs: readonly TestStream[];
  readonly members: readonly string[];
  readonly hasOthers: boolean;
}

function stepsOf(random: Random, { plan, begun, logs, members, hasOthers }: Brought): Step[] {
  const pace = (): number | null => random.pick([0, 0, 0, 0, 1, 3, 12, null]);
  const done = new Map<TestStream, number>(logs.map((each) => [each, 0]));
  const ended = (stream: TestStream): boolean => done.get(stream) === stream.changes.length;
  const chunkOf = (stream: TestStream): IncomingChunk => {
    const from = done.get(stream) ?? 0;
    const isAll = random.chance(0.6);
    const to = isAll ? stream.changes.length : random.whole(from + 1, stream.changes.length);
    done.set(stream, to);
    return random.chance(0.3) ? zipped(stream.chunk(from, to)) : stream.chunk(from, to);
  };
  const lot = (chunks: readonly IncomingChunk[]): Step => ({ kind: 'lot', chunks, tasks: pace() });
  // What is read first opens the gate and adopts terms: nothing is folded ahead before that.
  const opening = ownStream(FIRST);
  logDone(opening, '2026-11-01');
  const steps: Step[] = [
    { kind: 'lot', chunks: [plan.chunk(0, begun)], tasks: null },
    { kind: 'lot', chunks: [opening.chunk()], tasks: null },
  ];
  let planned = begun;
  while (logs.some((each) => !ended(each)) || planned < plan.changes.length) {
    const open = random.shuffled(logs.filter((each) => !ended(each)));
    const draw = random.next();
    if (draw < 0.1 && planned < plan.changes.length) {
      steps.push(lot([plan.chunk(planned, planned + 1)]));
      planned += 1;
    } else if (draw < 0.2) {
      steps.push({ kind: random.pick(['settle', 'retune', 'compact']), tasks: pace() });
    } else if (draw < 0.3 && hasOthers) {
      steps.push({ ...otherStep(random, logs, members), tasks: pace() });
    } else if (open.length > 0) {
      const chunks = open.slice(0, random.pick([1, 1, 2, 3])).map(chunkOf);
      if (random.chance(0.06)) steps.push(lot(chunks.map(damaged)));
      if (random.chance(0.95)) steps.push(lot(chunks));
    }
  }
  return steps;
}

/** What the window writes of its own, or another importer of the same streams. */
function otherStep(random: Random, logs: readonly TestStream[], members: readonly string[]) {
  if (random.chance(0.5)) {
    const stream = random.pick(logs);
    const chunks = [stream.chunk(0, random.whole(1, Math.min(20, stream.changes.length)))];
    return { kind: 'other' as const, chunks };
  }
  const audience = memberAudience(random.pick(members));
  const name = `own${random.whole(0, 1e9)}`.padEnd(32, '0');
  const stream = new TestStream({ audience, stream: name, isOwn: true });
  fill(random, stream, random.whole(1, 5));
  return { kind: 'own' as const, stream };
}

const zipped = (chunk: IncomingChunk): IncomingChunk => ({
  ...chunk,
  parts: chunk.parts.map(({ bytes, rawLen }) => ({
    codec: 'gzip',
    bytes: new Uint8Array(gzipSync(bytes)),
    rawLen,
  })),
});

/** What came of each step, in their order; what failed by its name. */
async function carryOut(db: Projection, scene: Scene, isOverlapping: boolean): Promise<unknown[]> {
  const { steps, changesAtOnce } = scene;
  const importer = new LocalImporter(db, { ...OPTIONS, changesAtOnce });
  const window = new Projection(db.name);
  const other = new LocalImporter(window, { ...OPTIONS, nowMs: LAST_YEAR_MS, changesAtOnce });
  const doing: Promise<unknown>[] = [];
  const begin = async (step: Step): Promise<unknown> => {
    if (step.kind === 'lot') return await importer.mergeAll(step.chunks);
    if (step.kind === 'other') return await other.mergeAll(step.chunks);
    if (step.kind === 'own') {
      return await applyChanges(window, step.stream.source, step.stream.changes, NOW_MS);
    }
    return await importer[step.kind]();
  };
  for (const step of steps) {
    doing.push(begin(step).catch((error: Error) => error.name));
    if (!isOverlapping || step.tasks === null) await Promise.all(doing);
    for (let at = 0; at < (step.tasks ?? 0); at += 1) await nextTask();
  }
  const outcomes = await Promise.all(doing);
  window.close();
  return outcomes;
}

const storedIn = async (db: Projection) => ({
  ...(await snapshotOf(db)),
  cursors: await db.cursors.toArray(),
  refused: await db.refused.toArray(),
  terms: await db.terms.toArray(),
  isStale: await areTermsStale(db),
});

/** All streams read again and settled, which changes nothing of what is there. */
async function readToTheEnd(db: Projection, streams: readonly TestStream[]): Promise<void> {
  const importer = new LocalImporter(db, OPTIONS);
  for (const each of streams) await importer.merge(each.chunk());
  await new LocalImporter(db, OPTIONS).settle();
  await importer.retune();
}

test('lots that are handed out before those before them are written end as one after the other', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const scene = sceneOf(seededRandom(seed));
      const [overlapping, inTurn] = [freshProjection(), freshProjection()];
      const outcomes = await carryOut(overlapping, scene, true);
      const expected = await carryOut(inTurn, scene, false);
      if (!scene.hasOthers) {
        expect(outcomes).toEqual(expected);
        expect(await storedIn(overlapping)).toEqual(await storedIn(inTurn));
      }
      for (const db of [overlapping, inTurn]) await readToTheEnd(db, scene.streams);
      const stored = await storedIn(overlapping);
      expect(stored.duplicates).toEqual([]);
      expect(stored).toEqual(await storedIn(inTurn));
      await Promise.all([overlapping.delete(), inTurn.delete()]);
    }),
    { numRuns: 30 },
  );
}, 60_000);
