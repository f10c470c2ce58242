import type { DayKey, MonthKey } from '#shared/day';
import type { PackedWeeks } from '#shared/metrics/packed-weeks';
import type { TermsSource } from '#shared/metrics/terms';
import type { RefusalReason } from '#shared/stream/authority';
import type { Audience } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';

/** The latest change that a stream of this device made to a record. */
export interface OwnWrite {
  readonly streamKey: string;
  readonly seq: number;
  readonly hlc: string;
}

/** A merged record in a row of its own. `key` is `recordKey(audience, type, id)`. */
export interface StoredRecord extends RecordState {
  readonly key: string;
  readonly own?: OwnWrite;
}

/** An index column is absent where it does not apply, so that the index holds no entry for it. */
export interface DeliverableRow extends StoredRecord {
  /** The member, while the work is open. */
  readonly openOf?: string;
  readonly memberId: string;
  /** The day of completion of what counts. */
  readonly day?: DayKey;
  readonly importId?: string;
  /** What open work waits for: ids of deliverables. */
  readonly needs?: readonly string[];
}

export interface RecurrenceRow extends StoredRecord {
  readonly memberId: string;
}

export interface RunRow extends StoredRecord {
  readonly openOf?: string;
  readonly memberId: string;
  readonly day: DayKey;
}

export interface CheckInRow extends StoredRecord {
  readonly memberId: string;
  readonly day: DayKey;
}

export interface OutageRow extends StoredRecord {
  readonly memberId: string;
}

export interface ReviewRow extends StoredRecord {
  /** Whose performance it is about; empty where it is the team's. */
  readonly memberId: string;
}

export interface ReviewActionRow extends StoredRecord {
  /** The member who does it, while it is not done. */
  readonly openOf?: string;
  /** The reviews in which it comes back. */
  readonly seriesId: string;
}

export interface InstructionRow extends StoredRecord {
  readonly memberId: string;
}

/** A record of one member that is looked up by them alone. */
export interface MemberRow extends StoredRecord {
  readonly memberId: string;
}

export interface HandOverPackRow extends MemberRow {
  /** Whose work it was. */
  readonly fromId: string;
}

export interface QualityCheckRow extends StoredRecord {
  readonly sampleId: string;
  readonly memberId: string;
  /** The day of completion of what was looked at. */
  readonly day: DayKey;
}

/**
 * What the roll-ups of one audience and month add up to by weeks: written with them, read where years of a
 * whole team are wanted at once. `key` is `sumsKeyOf(...)` theirs.
 */
export interface SumsRecord extends PackedWeeks {
  readonly key: string;
}

export interface ReceiptRow extends StoredRecord {
  readonly streamKey: string;
}

export interface SopVersionRow extends StoredRecord {
  readonly sopId: string;
}

/** A suggestion or an acknowledgement. */
export interface AboutSopRow extends StoredRecord {
  readonly sopId: string;
}

/** Stands for whoever answers first. No member's id holds a capital letter. */
export const ANYONE = 'ANYONE';

/** A signature or a hand-over that is asked for. */
export interface AskedRow extends StoredRecord {
  /** The member whose answer is waited for, `ANYONE` where no one is named; absent once it is there. */
  readonly openFor?: string;
}

/** What a reader needs to know of a segment before opening it. */
export interface SegmentHead {
  /** Unique on its shelf. */
  readonly part: number;
  readonly count: number;
  /** The first and last month in the ids of its deliverables. Segments may overlap. */
  readonly fromMonth: MonthKey;
  readonly toMonth: MonthKey;
  /** First and last day of completion; empty where nothing in it counts. */
  readonly minDay: DayKey;
  readonly maxDay: DayKey;
  readonly outcomeIds: readonly string[];
  readonly importIds: readonly string[];
}

/** The segments of one audience. */
export interface Shelf {
  readonly audience: Audience;
  readonly segments: readonly SegmentHead[];
}

/** Packed deliverables, one line each (see `segment-line.ts`). `key` is `segmentKey(...)`. */
export interface SegmentBody {
  readonly key: string;
  readonly lines: string;
}

/** One short line for each line of the body, in the same order (see `segment-index.ts`). */
export interface SegmentIndex {
  readonly key: string;
  readonly lines: string;
}

/** Day totals of one audience and month, packed (see `rollup-cells.ts`). `key` is `rollupKey(...)`. */
export interface RollupRecord {
  readonly key: string;
  readonly cells: string;
}

/** By what an audience's roll-ups were measured: its member's part of the plan's terms. */
export interface TermsRecord {
  readonly audience: Audience;
  readonly source: TermsSource;
}

/** Which sequence numbers of an own stream are the last word on a live deliverable, one bit each. */
export interface LedgerBlock {
  readonly key: string;
  readonly streamKey: string;
  readonly block: number;
  readonly bits: Uint8Array;
}

/** `malformed`: a shape that no version of the program writes. */
export type Refusal = RefusalReason | 'malformed';

/** A change that its writer had no right to make, kept whole: a later change of seats may allow it. */
export interface RefusedChange {
  /** `<stream key>|<seq>`. */
  readonly key: string;
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  readonly keyId: string;
  readonly seq: number;
  readonly reason: Refusal;
  readonly line: string;
}

/** How far a stream is merged. */
export interface Cursor {
  readonly key: string;
  readonly stream: string;
  readonly epoch: string;
  readonly audience: Audience;
  readonly memberId: string;
  readonly isOwn: boolean;
  readonly seq: number;
  readonly h: string;
  /** The last change that was no receipt: what a receipt has to cover. */
  readonly substantiveSeq: number;
}

/** Who wrote segments or terms last: a cache of them is good while this stays the same. */
export interface WriterMark {
  readonly key: 'writer';
  readonly writer: string;
  readonly count: number;
}

/** There while roll-ups may be measured by other terms than the plan's. */
export interface StaleTermsMark {
  readonly key: 'staleTerms';
}
