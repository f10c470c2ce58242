import { addDays, dayIn, startOfWeek } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { AssistantKey } from './people.ts';
import type { WorkDay } from './work-days.ts';

/** How many days of history the sample tells. */
const SPAN_DAYS = 90;

/** What happened to the team in those days, as dates counted back from today. */
export interface Story {
  readonly firstDay: DayKey;
  /** A few days ahead, so that work requested before now but planned after it lies in the queue. */
  readonly lastDay: DayKey;
  /** Paolo's first day: slow and careful at first, as quick as Maricel after five weeks. */
  readonly paoloStarts: DayKey;
  /** Maricel's week of leave, which Paolo feels. */
  readonly maricelsLeave: readonly DayKey[];
  /** A new column in Larkspur's price sheet: net prices go live until the procedure changes. */
  readonly priceErrorsFrom: DayKey;
  readonly uploadsVersion2On: DayKey;
  /** A storm takes Manila's power in the morning; the next day nothing is back. */
  readonly outageDay: DayKey;
  readonly darkDay: DayKey;
  /** Quillhaven does not send the photographs of its new covers. */
  readonly photosMissingFrom: DayKey;
  readonly photosArriveOn: DayKey;
  readonly halfDays: Readonly<Record<AssistantKey, DayKey>>;
}

/** Days that the calendars themselves need: they are known before any work day is. */
export function leaveDays(nowMs: number): readonly DayKey[] {
  const monday = startOfWeek(addDays(teamToday(nowMs), -60));
  return [0, 1, 2, 3, 4].map((days) => addDays(monday, days));
}

export const spanOf = (nowMs: number): { firstDay: DayKey; lastDay: DayKey } => ({
  firstDay: addDays(teamToday(nowMs), -SPAN_DAYS),
  lastDay: addDays(teamToday(nowMs), 7),
});

/** The sample is told from Manila, where most of the team works. */
const teamToday = (nowMs: number): DayKey => dayIn('Asia/Manila', nowMs);

export function tellStory(
  nowMs: number,
  days: Readonly<Record<AssistantKey, readonly WorkDay[]>>,
): Story {
  const today = teamToday(nowMs);
  const workedOn = (who: AssistantKey, daysAgo: number): DayKey =>
    days[who].find(({ day }) => day >= addDays(today, -daysAgo))?.day ?? today;
  const outage = outagePair(days.joanna, addDays(today, -38));
  return {
    ...spanOf(nowMs),
    paoloStarts: workedOn('paolo', 83),
    maricelsLeave: leaveDays(nowMs),
    priceErrorsFrom: workedOn('joanna', 70),
    uploadsVersion2On: workedOn('joanna', 47),
    outageDay: outage.first,
    darkDay: outage.second,
    photosMissingFrom: workedOn('joanna', 24),
    photosArriveOn: workedOn('joanna', 13),
    halfDays: {
      maricel: workedOn('maricel', 29),
      paolo: workedOn('paolo', 20),
      joanna: workedOn('joanna', 55),
      camila: workedOn('camila', 41),
      achieng: workedOn('achieng', 33),
    },
  };
}

/** The first two neighbouring working days from a date on: a weekend in between would hide the outage. */
function outagePair(
  days: readonly WorkDay[],
  from: DayKey,
): { readonly first: DayKey; readonly second: DayKey } {
  for (const [index, { day }] of days.entries()) {
    const next = days[index + 1]?.day;
    if (day >= from && next === addDays(day, 1)) return { first: day, second: next };
  }
  return { first: from, second: addDays(from, 1) };
}
