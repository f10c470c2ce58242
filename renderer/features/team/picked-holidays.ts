import type { DayKey } from '#shared/day';
import type { HolidaySource } from '#shared/plan/calendar';
import { nationalHolidays } from '#shared/plan/holiday-sets';
import type { NamedDay } from '#shared/plan/holiday-sets';
import type { DaysOff } from './holiday-panel.tsx';

/** The holidays of a place in some years; none until a country is chosen. */
export const offeredDays = ({ country, state, years }: HolidaySource): readonly NamedDay[] =>
  country === '' ? [] : years.flatMap((year) => nationalHolidays(country, state, year));

/** Days off where what was offered is in or out as chosen; all others stay. The place is remembered. */
export function chosenDays(
  { holidays, holidayNames, holidaySource }: DaysOff,
  place: HolidaySource,
  offered: readonly NamedDay[],
  chosen: readonly NamedDay[],
): DaysOff {
  const listed = new Set<DayKey>(offered.map(({ day }) => day));
  const kept = holidays.filter((day) => !listed.has(day));
  const isSamePlace =
    holidaySource?.country === place.country && holidaySource.state === place.state;
  const years = [...(isSamePlace ? holidaySource.years : []), ...place.years];
  return {
    holidays: [...new Set([...kept, ...chosen.map(({ day }) => day)])].toSorted(),
    holidayNames: {
      ...holidayNames,
      ...Object.fromEntries(chosen.map(({ day, name }) => [day, name])),
    },
    holidaySource: { ...place, years: [...new Set(years)].toSorted() },
  };
}
