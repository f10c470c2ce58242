import type { DayKey } from '../day.ts';
import { FIRST_DAY, isDayKey } from '../day.ts';

/** Working time is counted in these years alone (see `workClock`): no plan reaches further. */
const FIRST_PLAN_DAY: DayKey = '1900-01-01';
export const LAST_PLAN_DAY: DayKey = '2199-12-31';

/** About five years of working days: whoever promises more means something else. */
export const LONGEST_PROMISE_MINUTES = 10_000 * 60;

/** Whether a day is one that a plan can name. None at all, and "always", are. */
export const isPlanDay = (day: string): boolean =>
  day === '' ||
  day === FIRST_DAY ||
  (isDayKey(day) && day >= FIRST_PLAN_DAY && day <= LAST_PLAN_DAY);
