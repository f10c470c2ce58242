import type { OccurrenceDays } from '#shared/deliverables/occurrences';
import { occurrenceDays } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../data/plan.ts';
import { memberClock, memberDays } from './work-clocks.ts';

/** The days off and shifts that a member's recurring work goes by. Fetch it late: it brings the library of rules. */
export function daysFor(
  { calendarId }: Pick<Recurrence, 'calendarId'>,
  member: Member,
  { calendarById }: Plan,
): OccurrenceDays {
  const hoursOf = (of: Pick<Member, 'calendarId' | 'timeZone'>) => ({
    clock: memberClock(of, calendarById),
    days: memberDays(of, calendarById),
  });
  const own = hoursOf(member);
  const timeZone = calendarById.get(calendarId)?.versions.at(-1)?.timeZone;
  return occurrenceDays(timeZone === undefined ? own : hoursOf({ calendarId, timeZone }), own);
}
