import type { DayKey } from '#shared/day';
import { audienceMember, streamKey } from '#shared/stream/change';
import type { ChangeSource, MergedChange } from './change-source.ts';
import type { StoredTerms } from './kept-terms.ts';
import { bearsOnTerms, markTermsStale } from './marks.ts';
import { DeliverableMerge } from './merge-deliverables.ts';
import { mergeRecords } from './merge-records.ts';
import type { Projection } from './projection.ts';
import type { SegmentCache } from './segments/segment-cache.ts';
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

/** An arrival, and the stream it is of. */
export interface SourcedArrival extends Arrival {
  readonly source: ChangeSource;
}

/** One arrival on its way into the database: folded, then written. */
export class ArrivalMerge {
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
    merge: StreamMerge,
    cursor: Cursor | undefined,
  ) {
    this.source = source;
    this.#db = db;
    this.#merge = merge;
    this.#cursor = cursor;
    this.#substantiveSeq = cursor?.substantiveSeq ?? 0;
  }

  static async open(
    db: Projection,
    source: ChangeSource,
    options: ApplyOptions,
  ): Promise<ArrivalMerge> {
    const cursor = await db.cursors.get(streamKey(source));
    return new ArrivalMerge(db, source, new StreamMerge(db, source, options), cursor);
  }

  /** Of an audience of whom nothing is stored: nothing is read until it is written. */
  static ofNobody(
    db: Projection,
    source: ChangeSource,
    terms: StoredTerms,
    options: ApplyOptions,
  ): ArrivalMerge {
    const deliverables = DeliverableMerge.ofNobody(db, source, terms, options);
    return new ArrivalMerge(
      db,
      source,
      new StreamMerge(db, source, options, deliverables),
      undefined,
    );
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

/** Merges changes of one stream: takes some at a time, then writes what they come to. */
export class StreamMerge {
  readonly #db: Projection;
  readonly #source: ChangeSource;
  readonly #options: ApplyOptions;
  readonly #records: (readonly [type: string, changesById: ChangesById])[] = [];
  #deliverables: DeliverableMerge | null;

  constructor(
    db: Projection,
    source: ChangeSource,
    options: ApplyOptions,
    deliverables: DeliverableMerge | null = null,
  ) {
    this.#db = db;
    this.#source = source;
    this.#options = options;
    this.#deliverables = deliverables;
  }

  async take(changes: readonly MergedChange[]): Promise<void> {
    for (const [type, changesById] of groupByRecord(changes)) {
      if (type === 'deliverable' && audienceMember(this.#source.audience) !== null) {
        this.#deliverables ??= await DeliverableMerge.open(this.#db, this.#source, this.#options);
        await this.#deliverables.take(changesById);
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
