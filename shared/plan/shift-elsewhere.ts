import { addDays, weekdayOf } from '../day.ts';
import type { DayKey } from '../day.ts';
import { instantOfLocal, localMidnightMs, MINUTE_MS } from '../worktime/zone-offset.ts';
import type { CalendarDraft } from './calendar-draft.ts';
import { stretchOf } from './weekly-hours.ts';

/** One shift as instants: the wall clocks of other zones follow from them. */
export interface ShiftInstants {
  /** The calendar's own date that the shift is of. */
  readonly day: DayKey;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The first shift of the week that follows `day`, holidays left out; null for a week without hours. */
export function nextShiftOf(
  { timeZone, week, holidays }: Pick<CalendarDraft, 'timeZone' | 'week' | 'holidays'>,
  day: DayKey,
): ShiftInstants | null {
  for (let after = 0; after < 7; after++) {
    const date = addDays(day, after);
    const shift = week.find(({ weekday }) => weekday === weekdayOf(date))?.shifts[0];
    if (!shift || holidays.includes(date)) continue;
    const { from, to } = stretchOf(shift);
    const instant = (minute: number): number =>
      instantOfLocal(timeZone, localMidnightMs(date) + minute * MINUTE_MS);
    return { day: date, fromMs: instant(from), toMs: instant(to) };
  }
  return null;
}
