import type { Calendar } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import type { Member } from '#shared/plan/member';
import { workClock } from '#shared/worktime/work-clock';
import type { WorkClock } from '#shared/worktime/work-clock';

const clocks = new WeakMap<Calendar, WorkClock>();
const usualClocks = new Map<string, WorkClock>();

/** The working time of a calendar, computed once for as long as the calendar is in use. */
export function clockOf(calendar: Calendar): WorkClock {
  const held = clocks.get(calendar);
  if (held) return held;
  const clock = workClock(calendar);
  clocks.set(calendar, clock);
  return clock;
}

/** The hours a member's targets are spread over: their calendar's, or office hours in their zone. */
export function memberClock(
  member: Pick<Member, 'calendarId' | 'timeZone'>,
  calendarById: ReadonlyMap<string, Calendar>,
): WorkClock {
  const calendar = calendarById.get(member.calendarId);
  if (calendar) return clockOf(calendar);
  const held = usualClocks.get(member.timeZone);
  if (held) return held;
  const clock = workClock(officeHours('usual', '', member.timeZone));
  usualClocks.set(member.timeZone, clock);
  return clock;
}
