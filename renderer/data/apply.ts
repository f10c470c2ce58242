import { Dexie } from 'dexie';
import type { DayKey } from '#shared/day';
import { addDays, dayIn } from '#shared/day';
import type { Change } from '#shared/stream/change';
import type { Applied, ApplyOptions, Arrival, SourcedArrival } from './arrival-merge.ts';
import { ArrivalMerge, StreamMerge } from './arrival-merge.ts';
import type { ChangeSource, MergedChange } from './change-source.ts';
import { ROW_DAYS } from './deliverable-row.ts';
import type { FoldedAhead } from './folded-ahead.ts';
import { writerMark } from './marks.ts';
import type { Projection } from './projection.ts';
import { SegmentCache } from './segments/segment-cache.ts';
import type { MergeTally } from './tally.ts';
import { NOTHING_MERGED } from './tally.ts';

/** Completed work from this day on has rows, seen from an instant. */
export const rowsFrom = (nowMs: number): DayKey => addDays(dayIn('UTC', nowMs), -ROW_DAYS);

/** Segments that this window's own writing has in hand, so that entry after entry reads none twice. */
const ownCaches = new WeakMap<Projection, SegmentCache>();

function ownCache(db: Projection): SegmentCache {
  const cache = ownCaches.get(db) ?? new SegmentCache(crypto.randomUUID());
  ownCaches.set(db, cache);
  return cache;
}

/** Consecutive changes of one of this device's own streams, as the journal answered them. */
export interface OwnChanges {
  readonly source: ChangeSource;
  readonly changes: readonly Change[];
}

/** Merges this device's own changes. */
export async function applyChanges(
  db: Projection,
  source: ChangeSource,
  changes: readonly Change[],
  nowMs: number,
): Promise<Applied> {
  const [applied] = await applyOwn(db, [{ source, changes }], nowMs);
  return applied ?? { outcome: 'applied', ...NOTHING_MERGED };
}

/** The same of many streams, in one transaction: receipts go into as many as there are people. */
export async function applyOwn(
  db: Projection,
  written: readonly OwnChanges[],
  nowMs: number,
): Promise<readonly Applied[]> {
  const arrivals = written.flatMap(({ source, changes }): SourcedArrival[] => {
    const [first, last] = [changes[0], changes.at(-1)];
    if (!first || !last) return [];
    const parts = [{ changes, refused: [] }];
    return [{ source, firstSeq: first.seq, lastSeq: last.seq, lastH: last.h, parts }];
  });
  if (arrivals.length === 0) return [];
  return await applyArrivals(db, arrivals, { rowsFromDay: rowsFrom(nowMs), cache: ownCache(db) });
}

/** The same as `applyArrivals` of one. */
export async function applyArrival(
  db: Projection,
  source: ChangeSource,
  arrival: Arrival,
  options: ApplyOptions,
): Promise<Applied> {
  const [applied] = await applyArrivals(db, [{ ...arrival, source }], options);
  return applied ?? { outcome: 'applied', ...NOTHING_MERGED };
}

/**
 * Merges arrivals, their roll-ups and the streams' cursors in one transaction: all of it or nothing.
 * What a cursor already covers is passed over, so that applying again changes nothing. Many small
 * streams together cost little more than one of their size. What was folded `ahead` is only written,
 * unless somebody else has written since: then it is folded anew.
 */
export async function applyArrivals(
  db: Projection,
  arrivals: readonly SourcedArrival[],
  options: ApplyOptions,
  ahead: FoldedAhead | null = null,
): Promise<readonly Applied[]> {
  const { cache } = options;
  try {
    return await db.transaction('rw', db.tables, async () => {
      cache.trust(await writerMark(db));
      const merges = ahead && (await ahead.isTrue()) ? ahead.merges : null;
      const applied = new Map<SourcedArrival, Applied>();
      // Those of one audience write the same records; audiences share none.
      await Promise.all(
        byAudience(arrivals).map(async (group) => {
          for (const each of group) {
            const folded = merges?.get(each) ?? (await foldedNow(db, each, options));
            applied.set(each, await folded.write());
          }
        }),
      );
      if (cache.isUsed) await db.marks.put(cache.nextMark());
      return arrivals.map((each) => applied.get(each) ?? { outcome: 'gap', ...NOTHING_MERGED });
    });
  } catch (error) {
    options.cache.clear();
    throw error;
  } finally {
    options.cache.shrink();
  }
}

/** Inside a transaction that trusts the cache. */
async function foldedNow(
  db: Projection,
  arrival: SourcedArrival,
  options: ApplyOptions,
): Promise<ArrivalMerge> {
  const merge = await ArrivalMerge.open(db, arrival.source, options);
  await merge.fold(arrival, stayInside);
  return merge;
}

/** Dexie loses sight of the transaction after a hundred awaits that ask nothing of it. */
const stayInside = (): PromiseLike<void> => Dexie.Promise.resolve();

function byAudience(arrivals: readonly SourcedArrival[]): SourcedArrival[][] {
  const groups = new Map<string, SourcedArrival[]>();
  for (const each of arrivals) {
    const group = groups.get(each.source.audience);
    if (group) group.push(each);
    else groups.set(each.source.audience, [each]);
  }
  return [...groups.values()];
}

/** Inside a transaction. */
export async function mergeAll(
  db: Projection,
  source: ChangeSource,
  changes: readonly MergedChange[],
  options: ApplyOptions,
): Promise<MergeTally> {
  options.cache.trust(await writerMark(db));
  const merge = new StreamMerge(db, source, options);
  await merge.take(changes);
  const tally = await merge.write();
  if (options.cache.isUsed) await db.marks.put(options.cache.nextMark());
  return tally;
}
