import type { DayKey } from '../day.ts';
import { dayOf, flagOf, instantOf, textOf } from '../record-fields.ts';
import type { Audience } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * What somebody took upon themselves in a review. Record type `reviewAction`: in the audience of whoever
 * does it, for a manager in `managers`. It comes back in the next reviews of its series until it is done.
 */
export interface ReviewAction {
  readonly id: string;
  readonly audience: Audience;
  /** The review in which it was agreed, and its series. */
  readonly reviewId: string;
  readonly seriesId: string;
  readonly ownerId: string;
  readonly text: string;
  /** Empty where no day was named. */
  readonly dueDay: DayKey;
  readonly agreedAtMs: number;
  readonly doneAtMs: number | null;
  /** What came of it, in the owner's words or the manager's. */
  readonly result: string;
  readonly isDeleted: boolean;
}

export const REVIEW_ACTION_TYPE = 'reviewAction';

export const reviewActionFrom = ({ id, audience, fields }: RecordState): ReviewAction => ({
  id,
  audience,
  reviewId: textOf(fields, 'reviewId'),
  seriesId: textOf(fields, 'seriesId'),
  ownerId: textOf(fields, 'ownerId'),
  text: textOf(fields, 'text'),
  dueDay: dayOf(fields, 'dueDay'),
  agreedAtMs: instantOf(fields, 'agreedAtMs') ?? 0,
  doneAtMs: instantOf(fields, 'doneAtMs'),
  result: textOf(fields, 'result'),
  isDeleted: flagOf(fields, 'deleted'),
});

/** `late` once its day is over. */
export type ActionState = 'done' | 'late' | 'open';

export function actionState(
  { doneAtMs, dueDay }: Pick<ReviewAction, 'doneAtMs' | 'dueDay'>,
  today: DayKey,
): ActionState {
  if (doneAtMs !== null) return 'done';
  return dueDay !== '' && dueDay < today ? 'late' : 'open';
}

/**
 * Last time's actions: what earlier reviews of the series agreed and is still open, and what was done since
 * the last one was held; undone first, then by the day they were wanted. `sinceMs` null where none was held.
 */
export const actionsToGoThrough = (
  actions: readonly ReviewAction[],
  reviewIdNow: string,
  sinceMs: number | null,
): readonly ReviewAction[] =>
  actions
    .filter(({ reviewId, isDeleted }) => !isDeleted && reviewId !== reviewIdNow)
    .filter(({ doneAtMs }) => doneAtMs === null || sinceMs === null || doneAtMs >= sinceMs)
    .toSorted(byDue);

export const byDue = (a: ReviewAction, b: ReviewAction): number =>
  Number(a.doneAtMs !== null) - Number(b.doneAtMs !== null) ||
  compare(a.dueDay || LAST, b.dueDay || LAST) ||
  a.agreedAtMs - b.agreedAtMs ||
  compare(a.id, b.id);

/** No day comes after every day. */
const LAST = '9999-12-31';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
