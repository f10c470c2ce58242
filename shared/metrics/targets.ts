import { addDays, startOfWeek } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Measure, Period } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';

/** What one member should reach: over all the days asked for, and by now. */
export interface Target {
  readonly whole: number;
  readonly soFar: number;
}

/**
 * A target per period over a member's work days, both ends included. Each period gives its target
 * times the share of its working time that lies in those days (and, for `soFar`, before `nowMs`): a
 * holiday moves no target, a night's shift gives its whole target to the day on which it began, and a
 * period without working time asks for nothing. What lies before `countsFromMs` is not asked for.
 */
export function targetIn(
  measure: Pick<Measure, 'target' | 'period'>,
  clock: WorkClock,
  days: WorkDays,
  fromDay: DayKey,
  toDay: DayKey,
  nowMs: number,
  countsFromMs = Number.NEGATIVE_INFINITY,
): Target {
  const rangeFromMs = Math.max(days.startOf(fromDay), countsFromMs);
  const rangeToMs = days.startOf(addDays(toDay, 1));
  let whole = 0;
  let soFar = 0;
  for (let first = periodStart(measure.period, fromDay); first <= toDay;) {
    const next = nextPeriod(measure.period, first);
    const fromMs = days.startOf(first);
    const toMs = days.startOf(next);
    const periodMs = clock.between(fromMs, toMs);
    if (periodMs > 0 && fromMs >= rangeFromMs && toMs <= rangeToMs && toMs <= nowMs) {
      // All of it is asked for and over: most periods of a long range are, and need no more counting.
      whole += measure.target;
      soFar += measure.target;
    } else if (periodMs > 0) {
      const share = (untilMs: number): number => {
        const from = Math.max(fromMs, rangeFromMs);
        const to = Math.min(toMs, rangeToMs, untilMs);
        return to > from ? clock.between(from, to) / periodMs : 0;
      };
      whole += measure.target * share(Number.POSITIVE_INFINITY);
      soFar += measure.target * share(nowMs);
    }
    first = next;
  }
  return { whole, soFar };
}

/** The first day of the period that a day lies in; weeks begin on Monday (ISO 8601). */
export function periodStart(period: Period, day: DayKey): DayKey {
  if (period === 'day') return day;
  if (period === 'week') return startOfWeek(day);
  const month = Number(day.slice(5, 7));
  const first = period === 'month' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

/** Longest month and quarter: that many days after their first lies in the next one, near its start. */
const MONTH_AT_MOST_DAYS = 31;
const QUARTER_AT_MOST_DAYS = 92;

/** The first day of the period after the one that begins on `first`. */
export function nextPeriod(period: Period, first: DayKey): DayKey {
  if (period === 'day') return addDays(first, 1);
  if (period === 'week') return addDays(first, 7);
  const afterDays = period === 'month' ? MONTH_AT_MOST_DAYS : QUARTER_AT_MOST_DAYS;
  return periodStart('month', addDays(first, afterDays));
}
