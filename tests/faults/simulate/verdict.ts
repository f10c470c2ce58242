import type { SyncStatus } from '../../../shared/ipc.ts';
import { GENESIS_HASH } from '../../../shared/stream/change.ts';
import { changesIn, FoldedState } from '../folded-state.ts';
import type { Saved, SimulatedDevice } from './device.ts';
import { nameOf } from './losses.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { World } from './world.ts';
import { linesInParts } from '../../parts-lines.ts';

interface Reading {
  readonly device: SimulatedDevice;
  readonly status: SyncStatus;
  readonly audiences: ReadonlyMap<string, FoldedState>;
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
): Promise<ReadonlyMap<string, FoldedState>> {
  const audiences = new Map<string, FoldedState>();
  const { engine, seat } = device;
  const { workspace } = seat;
  const heads = engine && (await time.settle(engine.heads(workspace)));
  if (!engine || !heads?.ok) return audiences;
  for (const { stream, epoch, audience, seq } of heads.value) {
    const held = audiences.get(audience) ?? new FoldedState();
    audiences.set(audience, held);
    let at = { afterSeq: 0, afterH: GENESIS_HASH };
    for (let hasMore = seq > 0; hasMore;) {
      const chunk = await time.settle(engine.readChanges({ workspace, stream, epoch, ...at }));
      if (!chunk.ok) {
        problems.push(`${seat.name} cannot read ${stream}-${epoch}: ${chunk.error.code}`);
        break;
      }
      for (const change of changesIn(linesInParts(chunk.value.parts))) {
        if (change.seq !== at.afterSeq + 1) problems.push(`${seat.name}: a hole in ${stream}`);
        held.add(change, stream, epoch, audience);
        at = { afterSeq: change.seq, afterH: change.h };
      }
      ({ hasMore } = chunk.value);
    }
  }
  return audiences;
}

function differences(readings: readonly Reading[]): readonly string[] {
  const problems: string[] = [];
  const all = new Set(readings.flatMap(({ audiences }) => [...audiences.keys()]));
  for (const audience of all) {
    const readers = readings.filter(({ device }) => device.canRead(audience));
    const hashes = readers.map((reading) =>
      (reading.audiences.get(audience) ?? new FoldedState()).hash(),
    );
    if (new Set(hashes).size <= 1) continue;
    const counts = readers.map(
      ({ device, audiences }, i) =>
        `${device.seat.name} ${audiences.get(audience)?.changes.size ?? 0} ${hashes[i]?.slice(0, 6)}`,
    );
    problems.push(`${audience} is not the same everywhere: ${counts.join(', ')}`);
  }
  return problems;
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
function forkedStreams(audiences: ReadonlyMap<string, FoldedState>): ReadonlySet<string> {
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
