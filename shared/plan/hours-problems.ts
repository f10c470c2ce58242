import type { CalendarVersion } from './calendar.ts';
import { isPlanDay } from './plan-limits.ts';
import { breakStretch, DAY_MINUTES, minutesOf, stretchOf, weekOf } from './weekly-hours.ts';
import type { DayDraft, ShiftDraft, Stretch } from './weekly-hours.ts';
import { isZone } from '../worktime/zone-offset.ts';

export type HoursProblemCode =
  | 'shift-empty'
  | 'shifts-overlap'
  | 'break-empty'
  | 'break-outside'
  | 'breaks-overlap';

/** What is wrong with one shift of a week, by its weekday (1–7) and its place in that day. */
export interface HoursProblem {
  readonly code: HoursProblemCode;
  readonly weekday: number;
  readonly shift: number;
}

export type VersionProblemCode = HoursProblemCode | 'no-hours' | 'zone-unknown' | 'day-beyond';

const WEEK_MINUTES = 7 * DAY_MINUTES;

/** All that is wrong in a week, also where a shift meets the next day's or, on Sunday, the week's first. */
export function hoursProblems(week: readonly DayDraft[]): readonly HoursProblem[] {
  const all = week.flatMap(({ weekday, shifts }) =>
    shifts.map((draft, shift) => ({ weekday, shift, draft, inWeek: inWeek(weekday, draft) })),
  );
  return all.flatMap(({ weekday, shift, draft, inWeek }, at) => {
    const own = shiftProblem(draft);
    if (own) return [{ code: own, weekday, shift }];
    const isMet = all.some(
      (other, otherAt) =>
        otherAt !== at &&
        shiftProblem(other.draft) === null &&
        meets(other.inWeek, inWeek, otherAt < at),
    );
    return isMet ? [{ code: 'shifts-overlap', weekday, shift } as const] : [];
  });
}

/** What is wrong with a version as it is stored, once each: a merge or an import may bring anything. */
export function versionProblems(version: CalendarVersion): readonly VersionProblemCode[] {
  const week = weekOf(version.shifts);
  const codes: VersionProblemCode[] = hoursProblems(week).map(({ code }) => code);
  if (minutesOf(week) === 0) codes.push('no-hours');
  if (!isZone(version.timeZone)) codes.push('zone-unknown');
  if (![version.fromDay, ...version.holidays].every(isPlanDay)) codes.push('day-beyond');
  return [...new Set(codes)];
}

function shiftProblem(shift: ShiftDraft): HoursProblemCode | null {
  if (shift.fromMinute === shift.toMinute) return 'shift-empty';
  const { from, to } = stretchOf(shift);
  const breaks = shift.breaks
    .map((each) => breakStretch(shift, each))
    .toSorted((a, b) => a.from - b.from);
  if (breaks.some((each) => each.from === each.to)) return 'break-empty';
  if (breaks.some((each) => each.from <= from || each.to >= to)) return 'break-outside';
  const isCrossed = breaks.some((each, at) => each.from < (breaks[at - 1]?.to ?? 0));
  return isCrossed ? 'breaks-overlap' : null;
}

function inWeek(weekday: number, shift: ShiftDraft): Stretch {
  const { from, to } = stretchOf(shift);
  const startMinute = (weekday - 1) * DAY_MINUTES;
  return { from: startMinute + from, to: startMinute + to };
}

/**
 * Whether a stretch runs into another that begins later: the later one is told. Of two that begin
 * together the second is.
 */
function meets(earlier: Stretch, later: Stretch, isFirst: boolean): boolean {
  return [-WEEK_MINUTES, 0, WEEK_MINUTES].some((shift) => {
    const from = earlier.from + shift;
    const isBefore = from < later.from || (from === later.from && isFirst);
    return isBefore && earlier.to + shift > later.from;
  });
}
