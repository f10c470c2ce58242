import { Dexie, liveQuery } from 'dexie';
import { dayIn, monthOf } from '#shared/day';
import { deliverableId } from '#shared/ids';
import { quantile } from '#shared/metrics/rollup';
import type { Change } from '#shared/stream/change';
import { formatHlc } from '#shared/stream/clock';
import { applyChanges } from '../../../renderer/data/apply.ts';
import type { ChangeSource } from '../../../renderer/data/change-source.ts';
import { currentProjection, openProjection } from '../../../renderer/data/current.ts';
import type { Entry } from '../../../renderer/data/deliverables.ts';
import { entriesOfDay, findEntries, openEntries } from '../../../renderer/data/deliverables.ts';
import { WorkerImporter } from '../../../renderer/data/import/worker-importer.ts';
import { followOpenWork } from '../../../renderer/data/open-work.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { dayRows } from '../../../renderer/data/rollups.ts';
import { rawRowsPerSecond } from './raw-rows.ts';
import { hashAt, planChunk, sourceOf, syntheticChunks } from './synthetic-streams.ts';

const NAME = 'outlog-bench';

export interface ProjectionFigures {
  readonly changes: number;
  readonly rebuildMs: number;
  readonly changesPerSecond: number;
  /** Rows of their own with three indexes, by IndexedDB alone, in the same run. */
  readonly rawPerSecond: number;
  readonly ratio: number;
  /** How often a live query of the window was redrawn by the worker's writes. */
  readonly redraws: number;
  /** The longest the window's thread was busy in one task meanwhile. */
  readonly longestTaskMs: number;
  /** One edit of this device merged after another. */
  readonly editP50Ms: number;
  readonly editP99Ms: number;
  /** Another promise on half of the outcomes: all of it measured anew in the worker. */
  readonly retuneMs: number;
  /** The longest the window's thread was busy in one task meanwhile. */
  readonly retuneLongestTaskMs: number;
  /** The longest that a save waited for the database meanwhile. */
  readonly retuneEditMaxMs: number;
  readonly openMs: number;
  readonly todayMs: number;
  readonly monthRowsMs: number;
  readonly allRowsMs: number;
  readonly findAllFirstMs: number;
  readonly findAllNextMs: number;
  readonly findTextMs: number;
  readonly found: number;
  /** Everybody's open work, read for the first time, and again after one of it changed. */
  readonly openCount: number;
  readonly openFirstMs: number;
  readonly openFirstLongestTaskMs: number;
  readonly openFollowMs: number;
}

declare global {
  var measureProjection: (deliverables: number, members: number) => Promise<ProjectionFigures>;
}

globalThis.measureProjection = async (deliverables, members) => {
  await Dexie.delete(NAME);
  const db = await openProjection(NAME);
  const lastDay = dayIn('UTC', Date.now());
  const chunks = [...syntheticChunks({ members, deliverables, lastDay, days: 730 })];
  const rawPerSecond = await rawRowsPerSecond(chunks, 10_000);
  // What was generated above must not count as a task of the window.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  let redraws = 0;
  const watching = liveQuery(async () => await db.cursors.toArray()).subscribe(() => {
    redraws += 1;
  });
  const importTasks = watchTasks();
  const importer = new WorkerImporter(NAME, { founderKey: '', nowMs: Date.now() });
  await importer.mergeAll([planChunk(members, 480)]);
  const startMs = performance.now();
  let changes = 0;
  for (const chunk of chunks) {
    const count = chunk.lastSeq - chunk.afterSeq;
    const [report] = await importer.mergeAll([chunk]);
    if (report?.newEntries !== count) throw new Error(`${report?.newEntries} of ${count} merged`);
    changes += count;
  }
  await importer.tell();
  const rebuildMs = performance.now() - startMs;
  const changesPerSecond = (changes / rebuildMs) * 1_000;
  const longestTaskMs = importTasks.stop();
  watching.unsubscribe();
  await importer.retune();

  const edits = await editTimes(db, lastDay, 0);

  const plan = planChunk(members, 480);
  await importer.mergeAll([planChunk(members, 60, plan.lastSeq)]);
  const retuneTasks = watchTasks();
  const retuned = new AbortController();
  let retuneEditMaxMs = 0;
  const [[retuneMs]] = await Promise.all([
    timed(async () => {
      await importer.retune();
      retuned.abort();
    }),
    (async () => {
      for (let round = 1; !retuned.signal.aborted; round += 1) {
        const times = await editTimes(db, lastDay, round * 1_000, 1);
        retuneEditMaxMs = Math.max(retuneEditMaxMs, ...times);
      }
    })(),
  ]);
  const retuneLongestTaskMs = retuneTasks.stop();
  importer.close();
  const fromDay = '0001-01-01';
  const month = { fromDay: `${lastDay.slice(0, 7)}-01`, toDay: lastDay };
  const [openMs] = await timed(async () => await openProjection(NAME));
  const [todayMs] = await timed(async () => {
    await Promise.all([openEntries('member0'), entriesOfDay('member0', lastDay)]);
    await dayRows({ fromDay: lastDay, toDay: lastDay, memberIds: ['member0'] });
  });
  const [monthRowsMs] = await timed(async () => await dayRows(month));
  const [allRowsMs] = await timed(async () => await dayRows({ fromDay, toDay: lastDay }));
  const all = { fromDay, toDay: lastDay };
  const [findAllFirstMs, found] = await timed(async () => await findEntries(all));
  const [findAllNextMs] = await timed(async () => await findEntries(all, 500, 50_000));
  const [findTextMs] = await timed(async () => await findEntries({ ...all, text: 'batch 77' }));
  const open = await openTimes(members);
  return {
    changes,
    rebuildMs,
    changesPerSecond,
    rawPerSecond,
    ratio: changesPerSecond / rawPerSecond,
    redraws,
    longestTaskMs,
    editP50Ms: quantile(edits, 0.5) ?? 0,
    editP99Ms: quantile(edits, 0.99) ?? 0,
    retuneMs,
    retuneLongestTaskMs,
    retuneEditMaxMs,
    openMs,
    todayMs,
    monthRowsMs,
    allRowsMs,
    findAllFirstMs,
    findAllNextMs,
    findTextMs,
    found: found.total,
    ...open,
  };
};

const OPEN_COUNT = 20_000;

/** Follows the open work of everybody while one piece of it changes. */
async function openTimes(
  members: number,
): Promise<
  Pick<ProjectionFigures, 'openCount' | 'openFirstMs' | 'openFirstLongestTaskMs' | 'openFollowMs'>
> {
  const db = currentProjection();
  const ofMember = (at: number): ChangeSource => ({ ...sourceOf(at), epoch: '0000beef' });
  const ask = (member: number, seq: number, at: number): Change => ({
    seq,
    hlc: formatHlc({ ms: Date.now(), counter: at % 0xffff }),
    type: 'deliverable',
    id: deliverableId('2026-11', `open${member}x${at}`),
    fields: {
      outcomeId: `outcome${at % 4}`,
      title: `Listings of the winter collection, batch ${at}`,
      client: 'client1',
      requestedAtMs: Date.now() - at * 1_000,
      reference: `SKU-${at}`,
      note: at % 5 === 0 ? 'Photos were missing, asked the supplier' : '',
    },
    h: hashAt(member, seq),
  });
  const perMember = OPEN_COUNT / members;
  for (let member = 0; member < members; member += 1) {
    const changes = Array.from({ length: perMember }, (_, at) => ask(member, at + 1, at));
    await applyChanges(db, ofMember(member), changes, Date.now());
  }
  const tasks = watchTasks();
  let shown: (entries: readonly Entry[]) => void = () => undefined;
  const next = async (): Promise<readonly Entry[]> =>
    await new Promise((resolve) => {
      shown = resolve;
    });
  const startMs = performance.now();
  const first = next();
  const stop = followOpenWork({ onValue: (entries) => entries && shown(entries) });
  const openCount = (await first).length;
  const openFirstMs = performance.now() - startMs;
  const openFirstLongestTaskMs = tasks.stop();
  const [openFollowMs] = await timed(async () => {
    const followed = next();
    await applyChanges(db, ofMember(0), [ask(0, perMember + 1, 0)], Date.now());
    await followed;
  });
  stop();
  return { openCount, openFirstMs, openFirstLongestTaskMs, openFollowMs };
}

/** The longest task of the window's thread until it is stopped. */
function watchTasks(): { readonly stop: () => number } {
  let longestMs = 0;
  const note = (list: PerformanceEntryList): void => {
    for (const { duration } of list) longestMs = Math.max(longestMs, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    stop: () => {
      note(observer.takeRecords());
      observer.disconnect();
      return longestMs;
    },
  };
}

/** How long each of some new log entries takes to be merged and rolled up, sorted. */
async function editTimes(
  db: Projection,
  lastDay: string,
  stream: number,
  count = 200,
): Promise<number[]> {
  const source = { ...sourceOf(0), epoch: `ed17${stream}` };
  const times: number[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const completedAtMs = Date.now();
    const change = {
      seq,
      hlc: formatHlc({ ms: completedAtMs, counter: seq }),
      type: 'deliverable',
      id: deliverableId(monthOf(lastDay), `edit${stream}x${seq}`),
      fields: { outcomeId: 'outcome1', title: 'One more', completedAtMs, day: lastDay },
      h: hashAt(20_000 + stream, seq),
    };
    const [tookMs] = await timed(
      async () => await applyChanges(db, source, [change], completedAtMs),
    );
    times.push(tookMs);
  }
  return times.toSorted((a, b) => a - b);
}

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const startMs = performance.now();
  const result = await run();
  return [performance.now() - startMs, result];
}
