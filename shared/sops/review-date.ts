import type { DayKey } from '../day.ts';
import { addDays, isDayKey } from '../day.ts';
import type { Sop } from './sop.ts';

/** A procedure that nobody looks at again grows wrong: a season is long enough, where nobody said otherwise. */
const USUAL_REVIEW_DAYS = 90;

/** Whether somebody should have looked at it before `today`. The day itself is still in time. */
export const isReviewOverdue = (
  { reviewOn, isArchived }: Pick<Sop, 'reviewOn' | 'isArchived'>,
  today: DayKey,
): boolean => !isArchived && isDayKey(reviewOn) && reviewOn < today;

/** When to look at it next, once it has been looked at `today`. */
export const nextReviewOn = (
  { reviewEveryDays }: Pick<Sop, 'reviewEveryDays'>,
  today: DayKey,
): DayKey => addDays(today, reviewEveryDays ?? USUAL_REVIEW_DAYS);
