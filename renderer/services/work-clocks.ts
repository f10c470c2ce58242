import type { Calendar } from '#shared/plan/calendar';
import { officeHours } from '#shared/plan/calendar';
import { daysOfLeave } from '#shared/plan/absence';
import { versionsOfMember, withoutDays } from '#shared/plan/member-calendar';
import type { Member } from '#shared/plan/member';
import { workClock } from '#shared/worktime/work-clock';
import type { WorkClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';
import type { WorkDays } from '#shared/worktime/work-days';

const clocks = new WeakMap<Calendar, WorkClock>();
const daysByZone = new WeakMap<Calendar, Map<string, WorkDays>>();
const usualHours = new Map<string, Calendar>();

/** The working time of a calendar, computed once for as long as the calendar is in use. */
export function clockOf(calendar: Calendar): WorkClock {
  const held = clocks.get(calendar);
  if (held) return held;
  const clock = workClock(calendar);
  clocks.set(calendar, clock);
  return clock;
}

type Worker = Pick<Member, 'calendarId' | 'calendarsBefore' | 'timeZone' | 'leave'>;
type CalendarById = ReadonlyMap<string, Calendar>;

/** The hours a member's targets are spread over: their calendar's, or office hours in their zone. */
export const memberClock = (member: Worker, calendarById: CalendarById): WorkClock =>
  clockOf(memberCalendar(member, calendarById));

/** The days that a member's work counts for, in their own zone: see `workDays`. */
export function memberDays(member: Worker, calendarById: CalendarById): WorkDays {
  const calendar = memberCalendar(member, calendarById);
  const byZone = daysByZone.get(calendar) ?? new Map<string, WorkDays>();
  daysByZone.set(calendar, byZone);
  const held = byZone.get(member.timeZone);
  if (held) return held;
  const days = workDays(calendar, member.timeZone);
  byZone.set(member.timeZone, days);
  return days;
}

function memberCalendar(member: Worker, calendarById: CalendarById): Calendar {
  if (member.calendarsBefore || member.leave) return stitched(member, calendarById);
  const calendar = calendarById.get(member.calendarId) ?? usualHours.get(member.timeZone);
  if (calendar) return calendar;
  const usual = officeHours('usual', '', member.timeZone);
  usualHours.set(member.timeZone, usual);
  return usual;
}

const stitchedByPlan = new WeakMap<CalendarById, Map<string, Calendar>>();

/** The hours of somebody who has had several calendars, or is away at times, for as long as the plan is the same. */
function stitched(
  { timeZone, calendarId, calendarsBefore = [], leave = [] }: Worker,
  calendarById: CalendarById,
): Calendar {
  const calendarsOf = { zone: timeZone, calendarId, calendarsBefore };
  const byText = stitchedByPlan.get(calendarById) ?? new Map<string, Calendar>();
  stitchedByPlan.set(calendarById, byText);
  const id = JSON.stringify([calendarsOf, leave]);
  const held = byText.get(id);
  if (held) return held;
  const versions = versionsOfMember(calendarsOf, (each) => calendarById.get(each)?.versions);
  const calendar = { id, name: '', versions: withoutDays(versions, daysOfLeave(leave)) };
  byText.set(id, calendar);
  return calendar;
}
