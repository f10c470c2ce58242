import { Dexie } from 'dexie';
import type { DayKey } from '#shared/day';
import { addDays, dayIn } from '#shared/day';
import { audienceMember, streamKey } from '#shared/stream/change';
import type { Change } from '#shared/stream/change';
import type { ChangeSource, MergedChange } from './change-source.ts';
import { ROW_DAYS } from './deliverable-row.ts';
import { bearsOnTerms, markTermsStale, writerMark } from './marks.ts';
import { nextTask } from './in-slices.ts';
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
  /** Gone through in order: what a part was made of is let go of before the next one is made. */
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
      const merges = ahead && (await ahead.areTrue()) ? ahead.merges : null;
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

/**
 * Logs of people of whom nothing is stored, folded before their transaction is begun: while another is
 * still being written. Nothing is written and, once it is open, nothing read.
 */
export class FoldedAhead {
  readonly merges = new Map<SourcedArrival, ArrivalMerge>();
  readonly #db: Projection;
  readonly #opened: readonly ArrivalMerge[];
  readonly #options: ApplyOptions;
  readonly #age: number;

  private constructor(
    db: Projection,
    opened: readonly ArrivalMerge[],
    options: ApplyOptions,
    age: number,
  ) {
    this.#db = db;
    this.#opened = opened;
    this.#options = options;
    this.#age = age;
  }

  /** Null where anything of one of them is stored, or two are of one audience. */
  static async open(
    db: Projection,
    sources: readonly ChangeSource[],
    options: ApplyOptions,
  ): Promise<FoldedAhead | null> {
    const { age } = options.cache;
    const audiences = new Set(sources.map(({ audience }) => audience));
    const areMembers = [...audiences].every((each) => audienceMember(each) !== null);
    if (!areMembers || audiences.size < sources.length) return null;
    const opened = await Promise.all(
      sources.map(async (source) => await ArrivalMerge.open(db, source, options)),
    );
    const areNew = await Promise.all(opened.map(async (merge) => await merge.isOfNobodyKnown()));
    return areNew.every(Boolean) ? new FoldedAhead(db, opened, options, age) : null;
  }

  /** Each must be of the source of the same place. */
  async fold(arrivals: readonly SourcedArrival[]): Promise<void> {
    try {
      for (const [at, arrival] of arrivals.entries()) {
        const merge = this.#opened[at];
        if (!merge) continue;
        await merge.fold(arrival, nextTask);
        this.merges.set(arrival, merge);
      }
    } catch (error) {
      this.#options.cache.clear();
      throw error;
    }
  }

  /** Whether it was folded upon what is stored now. Inside a transaction that trusts the cache. */
  async areTrue(): Promise<boolean> {
    if (this.#options.cache.age !== this.#age) return false;
    const keys = this.#opened.map(({ source }) => streamKey(source));
    return (await this.#db.cursors.bulkGet(keys)).every((cursor) => cursor === undefined);
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

/** One arrival on its way into the database: folded, then written. */
class ArrivalMerge {
  readonly source: ChangeSource;
  readonly #db: Projection;
  readonly #merge: StreamMerge;
  readonly #cursor: Cursor | undefined;
  readonly #refused: RefusedChange[] = [];
  #arrival: Arrival | null = null;
  #outcome: Applied['outcome'] = 'applied';
  #substantiveSeq: number;

  private constructor(
    db: Projection,
    source: ChangeSource,
    options: ApplyOptions,
    cursor: Cursor | undefined,
  ) {
    this.source = source;
    this.#db = db;
    this.#merge = new StreamMerge(db, source, options);
    this.#cursor = cursor;
    this.#substantiveSeq = cursor?.substantiveSeq ?? 0;
  }

  static async open(
    db: Projection,
    source: ChangeSource,
    options: ApplyOptions,
  ): Promise<ArrivalMerge> {
    const cursor = await db.cursors.get(streamKey(source));
    return new ArrivalMerge(db, source, options, cursor);
  }

  async isOfNobodyKnown(): Promise<boolean> {
    return this.#cursor === undefined && (await this.#merge.isOfNobodyKnown());
  }

  async fold(arrival: Arrival, between: () => PromiseLike<void>): Promise<void> {
    const heldSeq = this.#cursor?.seq ?? 0;
    if (arrival.lastSeq <= heldSeq) return;
    if (arrival.firstSeq > heldSeq + 1) {
      this.#outcome = 'gap';
      return;
    }
    this.#arrival = arrival;
    for (const part of arrival.parts) {
      const fresh = part.changes.filter((change) => change.seq > heldSeq);
      await this.#merge.take(fresh);
      this.#substantiveSeq =
        fresh.findLast(({ type }) => type !== 'receipt')?.seq ?? this.#substantiveSeq;
      for (const each of part.refused) if (each.seq > heldSeq) this.#refused.push(each);
      await between();
    }
  }

  /** Inside a transaction that trusts the cache. */
  async write(): Promise<Applied> {
    if (!this.#arrival) return { outcome: this.#outcome, ...NOTHING_MERGED };
    if (this.#refused.length > 0) await this.#db.refused.bulkPut(this.#refused);
    const tally = await this.#merge.write();
    await this.#db.cursors.put(movedCursor(this.source, this.#arrival, this.#substantiveSeq));
    return { outcome: this.#outcome, ...tally };
  }
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

/** Merges changes of one stream: takes some at a time, then writes what they come to. */
class StreamMerge {
  readonly #db: Projection;
  readonly #source: ChangeSource;
  readonly #options: ApplyOptions;
  readonly #records: (readonly [type: string, changesById: ChangesById])[] = [];
  #deliverables: DeliverableMerge | null = null;

  constructor(db: Projection, source: ChangeSource, options: ApplyOptions) {
    this.#db = db;
    this.#source = source;
    this.#options = options;
  }

  /** Whether nothing is stored of the audience's deliverables. */
  async isOfNobodyKnown(): Promise<boolean> {
    return await (await this.#opened()).isOfNobodyKnown();
  }

  async take(changes: readonly MergedChange[]): Promise<void> {
    for (const [type, changesById] of groupByRecord(changes)) {
      if (type === 'deliverable' && audienceMember(this.#source.audience) !== null) {
        const deliverables = this.#deliverables ?? (await this.#opened());
        await deliverables.take(changesById);
      } else {
        this.#records.push([type, changesById]);
      }
    }
  }

  /** Inside a transaction that trusts the cache. */
  async write(): Promise<MergeTally> {
    for (const [type, changesById] of this.#records) {
      await mergeRecords(this.#db, this.#source, type, changesById);
      if (bearsOnTerms({ type })) await markTermsStale(this.#db);
    }
    if (!this.#deliverables?.hasTaken) return NOTHING_MERGED;
    this.#options.cache.isUsed = true;
    return await this.#deliverables.flush();
  }

  async #opened(): Promise<DeliverableMerge> {
    this.#deliverables ??= await DeliverableMerge.open(this.#db, this.#source, this.#options);
    return this.#deliverables;
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
