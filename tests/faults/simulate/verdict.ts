import { createHash } from 'node:crypto';
import type { SyncStatus } from '../../../shared/ipc.ts';
import { objectIn } from '../../../shared/stream/batch-header.ts';
import { canonicalJson } from '../../../shared/stream/canonical.ts';
import { type Change, GENESIS_HASH } from '../../../shared/stream/change.ts';
import { mergeChange, type RecordState } from '../../../shared/stream/merge.ts';
import type { Json } from '../../../shared/json.ts';
import type { Saved, SimulatedDevice } from './device.ts';
import { nameOf } from './losses.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { World } from './world.ts';

/** Everything one device holds of one audience. */
interface Held {
  readonly changes: Set<string>;
  readonly records: Map<string, RecordState>;
}

interface Reading {
  readonly device: SimulatedDevice;
  readonly status: SyncStatus;
  readonly audiences: ReadonlyMap<string, Held>;
}

/** What is wrong after everything has settled; nothing, where the promise holds. */
export async function judge(
  world: World,
  time: VirtualTime,
): Promise<{ readonly problems: readonly string[]; readonly forkCount: number }> {
  const problems = [...world.problems];
  const readings: Reading[] = [];
  for (const device of world.devices) {
    const status = await device.status();
    if (!status) problems.push(`${device.seat.name} has no status`);
    else readings.push({ device, status, audiences: await readAll(device, time, problems) });
  }
  problems.push(...differences(readings), ...lost(world, readings));
  for (const reading of readings) problems.push(...troubles(reading, world));
  const forked = new Set(readings.flatMap(({ audiences }) => [...forkedStreams(audiences)]));
  return { problems, forkCount: forked.size };
}

async function readAll(
  device: SimulatedDevice,
  time: VirtualTime,
  problems: string[],
): Promise<ReadonlyMap<string, Held>> {
  const audiences = new Map<string, Held>();
  const { engine, seat } = device;
  const { workspace } = seat;
  const heads = engine && (await time.settle(engine.heads(workspace)));
  if (!engine || !heads?.ok) return audiences;
  for (const { stream, epoch, audience, seq } of heads.value) {
    const held = audiences.get(audience) ?? { changes: new Set(), records: new Map() };
    audiences.set(audience, held);
    const [baseEpoch = ''] = epoch.split('-');
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = await time.settle(engine.readChanges({ workspace, stream, epoch, ...at }));
      if (!chunk.ok) {
        problems.push(`${seat.name} cannot read ${stream}-${epoch}: ${chunk.error.code}`);
        break;
      }
      for (const change of changesOf(chunk.value.lines)) {
        if (change.seq !== at.afterSeq + 1) problems.push(`${seat.name}: a hole in ${stream}`);
        hold(held, change, `${stream}-${baseEpoch}`, stream, audience);
        at = { afterSeq: change.seq, afterH: change.h };
      }
      ({ hasMore } = chunk.value);
    }
  }
  return audiences;
}

function* changesOf(lines: Uint8Array): Generator<Change> {
  for (const line of Buffer.from(lines).toString('utf8').split('\n')) {
    // Verified when the batch came in: what is asked here is only whether it is the same everywhere.
    if (line !== '') yield objectIn(line) as unknown as Change;
  }
}

function hold(
  { changes, records }: Held,
  change: Change,
  streamKey: string,
  stream: string,
  audience: Parameters<typeof mergeChange>[3],
): void {
  changes.add(nameOf({ streamKey, seq: change.seq, h: change.h }));
  const key = `${change.type}/${change.id}`;
  records.set(key, mergeChange(records.get(key), change, stream, audience));
}

function differences(readings: readonly Reading[]): readonly string[] {
  const problems: string[] = [];
  const all = new Set(readings.flatMap(({ audiences }) => [...audiences.keys()]));
  for (const audience of all) {
    const readers = readings.filter(({ device }) => device.canRead(audience));
    const hashes = readers.map((reading) => stateHash(reading.audiences.get(audience)));
    if (new Set(hashes).size <= 1) continue;
    const counts = readers.map(
      ({ device, audiences }, i) =>
        `${device.seat.name} ${audiences.get(audience)?.changes.size ?? 0} ${hashes[i]?.slice(0, 6)}`,
    );
    problems.push(`${audience} is not the same everywhere: ${counts.join(', ')}`);
  }
  return problems;
}

/** Of the changes and of the records that they fold into. */
function stateHash(held: Held | undefined): string {
  const hash = createHash('sha256');
  for (const change of [...(held?.changes ?? [])].toSorted()) hash.update(`${change}\n`);
  const records = [...(held?.records ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, state] of records) {
    hash.update(`${key}${canonicalJson(state as unknown as Json)}\n`);
  }
  return hash.digest('hex');
}

/** What was called saved and is nowhere, unless it lies behind a named gap that nobody can fill. */
function lost(world: World, readings: readonly Reading[]): readonly string[] {
  const problems: string[] = [];
  for (const device of world.devices) {
    for (const saved of device.saved) {
      if (world.losses.isExcused(saved)) continue;
      const readers = readings.filter((reading) => reading.device.canRead(saved.audience));
      const without = readers.filter(
        ({ audiences, status }) =>
          !audiences.get(saved.audience)?.changes.has(nameOf(saved)) && !isBehindGap(saved, status),
      );
      if (without.length === 0) continue;
      const names = without.map((reading) => reading.device.seat.name);
      problems.push(`${device.seat.name} lost ${saved.streamKey} ${saved.seq}: ${names.join()}`);
    }
  }
  return problems.slice(0, 5);
}

const isBehindGap = ({ streamKey, seq }: Saved, { gaps }: SyncStatus): boolean =>
  gaps.some(({ stream, lastMissing }) => streamKey.startsWith(stream) && seq > lastMissing);

/** A quiet end leaves nothing unsent, nothing refused but forks, no hole that loss does not explain. */
function troubles({ device, status, audiences }: Reading, { losses }: World): readonly string[] {
  const { name } = device.seat;
  const problems: string[] = [];
  if (status.unsentCount > 0) problems.push(`${name} keeps ${status.unsentCount} unsent`);
  if (status.waiting !== 'none') problems.push(`${name} waits: ${status.waiting}`);
  for (const { problem, name: file } of status.rejected) {
    if (problem !== 'batch-fork') problems.push(`${name} refused ${file}: ${problem}`);
  }
  for (const { stream, firstMissing } of status.gaps) {
    if (!losses.isGapExcused(stream, firstMissing)) problems.push(`${name} misses ${stream}`);
  }
  const forked = forkedStreams(audiences);
  const flagged = status.rejected.filter(({ problem }) => problem === 'batch-fork').length;
  if (flagged < forked.size) problems.push(`${name} does not name a fork: ${[...forked].join()}`);
  return problems;
}

/** Streams of which a device holds two changes with one number. */
function forkedStreams(audiences: ReadonlyMap<string, Held>): ReadonlySet<string> {
  const forked = new Set<string>();
  for (const { changes } of audiences.values()) {
    const places = new Set<string>();
    for (const change of changes) {
      const place = change.slice(0, change.lastIndexOf(':'));
      if (places.has(place)) forked.add(place.slice(0, place.indexOf(':')));
      places.add(place);
    }
  }
  return forked;
}
