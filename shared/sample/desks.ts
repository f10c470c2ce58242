import { newId } from '../ids.ts';
import { FIRST_DAY } from '../day.ts';
import type { Calendar } from '../plan/calendar.ts';
import type { Random } from '../random.ts';
import { memberAudience } from '../stream/change.ts';
import type { Audience } from '../stream/change.ts';
import { workClock } from '../worktime/work-clock.ts';
import type { Desk, Ids } from './desk.ts';
import type { Person } from './people.ts';
import { leaveDays, spanOf } from './story.ts';
import { personCalendar, workDays } from './work-days.ts';

/** Ids by name, the same for the same seed. */
export function planIds(random: Random): Ids {
  const idOf = (name: string): string => newId(random.fork(name).bytes);
  const known = new Map<string, string>();
  const id = (name: string): string => {
    const found = known.get(name) ?? idOf(name);
    known.set(name, found);
    return found;
  };
  return {
    member: (key) => id(`member ${key}`),
    outcome: (key) => id(`outcome ${key}`),
    sop: (key) => id(`sop ${key}`),
  };
}

export function calendarsOf(
  people: readonly Person[],
  nowMs: number,
  random: Random,
): ReadonlyMap<Person['key'], Calendar> {
  const { firstDay, lastDay } = spanOf(nowMs);
  const calendars = people.map((person): [Person['key'], Calendar] => {
    const leave = person.key === 'maricel' ? leaveDays(nowMs) : [];
    const id = newId(random.fork(person.key).bytes);
    return [person.key, personCalendar(id, person, firstDay, lastDay, leave)];
  });
  return new Map(calendars);
}

export function calendarOf(
  calendars: ReadonlyMap<Person['key'], Calendar>,
  key: Person['key'],
): Calendar {
  const calendar = calendars.get(key);
  if (!calendar) throw new Error(`no calendar for ${key}`);
  return calendar;
}

/** When somebody sits at the support desk: mornings on weekdays, nights from Wednesday to Sunday. */
export const supportHours = (id: string): Calendar => ({
  id,
  name: 'Support desk',
  versions: [
    {
      fromDay: FIRST_DAY,
      timeZone: 'Asia/Manila',
      shifts: [
        ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 6 * 60, toMinute: 15 * 60 })),
        ...[3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 21 * 60, toMinute: 30 * 60 })),
      ],
      holidays: [],
    },
  ],
});

/** An assistant's desk with its working days over the sample's span. */
export function deskOf(
  person: Desk['person'],
  calendars: ReadonlyMap<Person['key'], Calendar>,
  ids: Ids,
  nowMs: number,
  random: Random,
  writerOf: (memberId: string, audience: Audience) => Desk['write'],
): Desk {
  const calendar = calendarOf(calendars, person.key);
  const clock = workClock(calendar);
  const { firstDay, lastDay } = spanOf(nowMs);
  const memberId = ids.member(person.key);
  const audience = memberAudience(memberId);
  const own = random.fork(person.key);
  const idRandom = own.fork('ids');
  return {
    person,
    memberId,
    audience,
    clock,
    days: workDays(calendar, clock, firstDay, lastDay),
    random: own,
    newId: () => newId(idRandom.bytes),
    ids,
    write: writerOf(memberId, audience),
  };
}
