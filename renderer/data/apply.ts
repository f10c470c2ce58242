import type { DayKey } from '#shared/day';
import { addDays, dayIn } from '#shared/day';
import { audienceMember, streamKey } from '#shared/stream/change';
import type { Change } from '#shared/stream/change';
import type { ChangeSource, MergedChange } from './change-source.ts';
import { ROW_DAYS } from './deliverable-row.ts';
import { bearsOnTerms, markTermsStale, writerMark } from './marks.ts';
import { DeliverableMerge } from './merge-deliverables.ts';
import { mergeRecords } from './merge-records.ts';
import type { Projection } from './projection.ts';
import { SegmentCache } from './segments/segment-cache.ts';
import type { Cursor, RefusedChange } from './stored.ts';
import type { MergeTally } from './tally.ts';
import { NOTHING_MERGED } from './tally.ts';

/** Consecutive changes of one stream, and where they end. */
export interface Arrival {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly lastH: string;
  /** Gone through once, in order: what a part was made of is let go of before the next one is made. */
  readonly parts: Iterable<ArrivalPart>;
}

/** What is to be merged of some changes, and what was refused. */
export interface ArrivalPart {
  readonly changes: readonly MergedChange[];
  readonly refused: readonly RefusedChange[];
}

export interface ApplyOptions {
  /** Completed work of this day and later gets rows. */
  readonly rowsFromDay: DayKey;
  readonly cache: SegmentCache;
}

export interface Applied extends MergeTally {
  /** `gap`: changes before these are missing in the database, so nothing was merged. */
  readonly outcome: 'applied' | 'gap';
}

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

/** An arrival, and the stream it is of. */
export interface SourcedArrival extends Arrival {
  readonly source: ChangeSource;
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
 * streams together cost little more than one of their size.
 */
export async function applyArrivals(
  db: Projection,
  arrivals: readonly SourcedArrival[],
  options: ApplyOptions,
): Promise<readonly Applied[]> {
  const { cache } = options;
  try {
    return await db.transaction('rw', db.tables, async () => {
      cache.trust(await writerMark(db));
      const applied = new Map<SourcedArrival, Applied>();
      // Those of one audience write the same records; audiences share none.
      await Promise.all(
        byAudience(arrivals).map(async (group) => {
          for (const each of group) applied.set(each, await applyOne(db, each, options));
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

function byAudience(arrivals: readonly SourcedArrival[]): SourcedArrival[][] {
  const groups = new Map<string, SourcedArrival[]>();
  for (const each of arrivals) {
    const group = groups.get(each.source.audience);
    if (group) group.push(each);
    else groups.set(each.source.audience, [each]);
  }
  return [...groups.values()];
}

/** Inside a transaction that trusts the cache. */
async function applyOne(
  db: Projection,
  arrival: SourcedArrival,
  options: ApplyOptions,
): Promise<Applied> {
  const { source } = arrival;
  const cursor = await db.cursors.get(streamKey(source));
  const heldSeq = cursor?.seq ?? 0;
  if (arrival.lastSeq <= heldSeq) return { outcome: 'applied', ...NOTHING_MERGED };
  if (arrival.firstSeq > heldSeq + 1) return { outcome: 'gap', ...NOTHING_MERGED };
  const merge = new StreamMerge(db, source, options);
  let substantiveSeq = cursor?.substantiveSeq ?? 0;
  for (const part of arrival.parts) {
    const fresh = part.changes.filter((change) => change.seq > heldSeq);
    await merge.take(fresh);
    substantiveSeq = fresh.findLast(({ type }) => type !== 'receipt')?.seq ?? substantiveSeq;
    const refused = part.refused.filter((each) => each.seq > heldSeq);
    if (refused.length > 0) await db.refused.bulkPut(refused);
  }
  const tally = await merge.finish();
  await db.cursors.put(movedCursor(source, arrival, substantiveSeq));
  return { outcome: 'applied', ...tally };
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
  const tally = await merge.finish();
  if (options.cache.isUsed) await db.marks.put(options.cache.nextMark());
  return tally;
}

/** Merges changes of one stream, some at a time. Inside one transaction that trusts the cache. */
class StreamMerge {
  readonly #db: Projection;
  readonly #source: ChangeSource;
  readonly #options: ApplyOptions;
  #deliverables: DeliverableMerge | null = null;

  constructor(db: Projection, source: ChangeSource, options: ApplyOptions) {
    this.#db = db;
    this.#source = source;
    this.#options = options;
  }

  async take(changes: readonly MergedChange[]): Promise<void> {
    for (const [type, changesById] of groupByRecord(changes)) {
      if (type === 'deliverable' && audienceMember(this.#source.audience) !== null) {
        this.#options.cache.isUsed = true;
        this.#deliverables ??= await DeliverableMerge.open(this.#db, this.#source, this.#options);
        await this.#deliverables.take(changesById);
      } else {
        await mergeRecords(this.#db, this.#source, type, changesById);
        if (bearsOnTerms({ type })) await markTermsStale(this.#db);
      }
    }
  }

  /** Writes what is written once for all of it. */
  async finish(): Promise<MergeTally> {
    return (await this.#deliverables?.flush()) ?? NOTHING_MERGED;
  }
}

type ChangesById = Map<string, MergedChange[]>;

function groupByRecord(changes: readonly MergedChange[]): Map<string, ChangesById> {
  const byType = new Map<string, ChangesById>();
  for (const change of changes) {
    let byId = byType.get(change.type);
    if (!byId) byType.set(change.type, (byId = new Map()));
    const ofRecord = byId.get(change.id);
    if (ofRecord) ofRecord.push(change);
    else byId.set(change.id, [change]);
  }
  return byType;
}

function movedCursor(
  { stream, epoch, audience, memberId, isOwn }: ChangeSource,
  { lastSeq, lastH }: Arrival,
  substantiveSeq: number,
): Cursor {
  return {
    key: streamKey({ stream, epoch }),
    stream,
    epoch,
    audience,
    memberId,
    isOwn,
    seq: lastSeq,
    h: lastH,
    substantiveSeq,
  };
}
