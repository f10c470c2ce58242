import { isDayKey } from '#shared/day';
import type { DayKey } from '#shared/day';
import { FIRST_COUNTED_DAY, lastCountedDay } from '#shared/deliverables/oddities';
import { PERIOD_KINDS, rangeAround, shiftRange } from '#shared/metrics/period';
import type { DayRange, PeriodKind } from '#shared/metrics/period';
import type { DaysBy } from '../../../data/days-by.ts';
import type { RouteParams } from '../../../state/route.ts';

/** Which days a view shows, as they stand in the route: the way back from a drill-down finds them again. */
export interface PeriodChoice {
  readonly kind: PeriodKind;
  /** The chosen days; null for the whole history, whose days the log tells. */
  readonly range: DayRange | null;
  readonly daysBy: DaysBy;
}

export function periodFrom(
  params: RouteParams,
  today: DayKey,
  usual: PeriodKind = 'week',
): PeriodChoice {
  const kind = PERIOD_KINDS.find((each) => each === params['period']) ?? usual;
  return {
    kind,
    range: rangeFrom(kind, params, today),
    daysBy: params['days'] === 'client' ? 'client' : 'member',
  };
}

export const periodParams = ({ kind, range, daysBy }: PeriodChoice): RouteParams => ({
  period: kind,
  ...(range && { from: range.fromDay, to: range.toDay }),
  ...(daysBy === 'client' && { days: 'client' }),
});

/** A date field reads as year 2 or 20 while 2026 is being typed: nobody kept a log then. */
const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2199-12-31';

export const isPlausibleDay = (day: string): boolean =>
  isDayKey(day) && day >= FIRST_DAY && day <= LAST_DAY;

export const isUsableRange = ({ fromDay, toDay }: DayRange): boolean =>
  isPlausibleDay(fromDay) && isPlausibleDay(toDay) && fromDay <= toDay;

/** From the first day of the log to its last or today; what a wrong clock wrote does not stretch it. */
export function wholeRange(
  span: { readonly first: DayKey; readonly last: DayKey } | null,
  today: DayKey,
): DayRange {
  if (!span) return { fromDay: today, toDay: today };
  const furthest = lastCountedDay(today);
  const fromDay = span.first > FIRST_COUNTED_DAY ? span.first : FIRST_COUNTED_DAY;
  const last = span.last > furthest ? furthest : span.last;
  return { fromDay: fromDay < today ? fromDay : today, toDay: last > today ? last : today };
}

/** Another kind of period around the days that are shown now. */
export function withKind<T extends PeriodChoice>(
  choice: T,
  kind: PeriodKind,
  shown: DayRange,
  today: DayKey,
): T {
  if (kind === 'all') return { ...choice, kind, range: null };
  if (kind === 'custom') return { ...choice, kind, range: shown };
  const isNowShown = shown.fromDay <= today && today <= shown.toDay;
  return { ...choice, kind, range: rangeAround(kind, isNowShown ? today : shown.fromDay) };
}

export const shifted = <T extends PeriodChoice>(choice: T, steps: 1 | -1): T => ({
  ...choice,
  range: choice.range && shiftRange(choice.kind, choice.range, steps),
});

function rangeFrom(kind: PeriodKind, params: RouteParams, today: DayKey): DayRange | null {
  if (kind === 'all') return null;
  const from = params['from'] ?? '';
  const to = params['to'] ?? '';
  if (kind !== 'custom') return rangeAround(kind, isPlausibleDay(from) ? from : today);
  const range = { fromDay: from, toDay: to };
  return isUsableRange(range) ? range : rangeAround('month', today);
}
