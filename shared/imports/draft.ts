import type { Fields } from '../stream/change.ts';

/** A row as a deliverable, before anybody has said which member and outcome its names stand for. */
export interface Draft {
  readonly line: number;
  /** The row's own key as it is written; a hash of its cells where the table has no key. */
  readonly key: string;
  /**
   * Ids, likeliest first: the first is that of a new record, any of them may be that of one that was
   * imported when a date was still missing (the month in an id comes from the row's dates).
   */
  readonly ids: readonly string[];
  /** As written; empty where the row names nobody. */
  readonly memberName: string;
  /** In lower case; empty where the table has none. */
  readonly memberEmail: string;
  readonly outcomeName: string;
  /** Work of the same table that it needs done first. */
  readonly needs: readonly DraftNeed[];
  /** Everything but `outcomeId` and `importId`. Null where a mapped cell is empty. */
  readonly fields: Fields;
  /** Stands for `fields`: while it stays, the row says what it said. */
  readonly hash: string;
  /** Started after it was completed, or completed before it was requested: taken as it is, and said. */
  readonly isOutOfOrder: boolean;
}

/** What a draft says of work that it needs: enough to name it in the plan that it comes to. */
export interface DraftNeed {
  readonly ids: readonly string[];
  readonly memberName: string;
  readonly title: string;
  readonly doneAtMs: number | null;
}

/** The month of rows without any date. */
export const NO_MONTH = '1970-01';

/** Waits of a table are blocks whose ids begin so: those of other origin are left alone. */
export const WAIT_FIELD = 'block.w';

export const TITLE_CHARS = 300;
export const NOTE_CHARS = 12_000;
export const SHORT_TEXT_CHARS = 500;
export const REASON_CHARS = 60;
/** A change holds 64 KiB; this leaves room for what goes with a row's own fields. */
export const CONTENT_BYTES = 60 * 1024;
