import type { Cadence } from '#shared/cadence/cadence';
import type { CheckIn } from '#shared/cadence/check-in';
import type { CheckInState, CheckInTime, MemberHours } from '#shared/cadence/check-in-times';
import { checkInState, checkInTime } from '#shared/cadence/check-in-times';
import { checkInOf, isThereOn } from '#shared/cadence/participants';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../data/plan.ts';
import { memberClock, memberDays } from './work-clocks.ts';

/** One day of somebody's check-ins. */
export interface CheckInDay {
  readonly day: DayKey;
  /** Null where none is asked for. */
  readonly time: CheckInTime | null;
  readonly state: CheckInState;
  readonly checkIn: CheckIn | undefined;
}

const memberHours = (member: Member, { calendarById }: Plan): MemberHours => ({
  zone: member.timeZone,
  clock: memberClock(member, calendarById),
  days: memberDays(member, calendarById),
});

/**
 * How the check-ins of some days of a member stand, both ends included, the first day first. `checkIns`
 * may hold others' and other days'. `heardAtMs` is when something of theirs last arrived here.
 */
export function checkInDays(
  plan: Plan,
  member: Member,
  checkIns: readonly CheckIn[],
  range: { readonly fromDay: DayKey; readonly toDay: DayKey },
  nowMs: number,
  heardAtMs?: number,
): readonly CheckInDay[] {
  const cadence = checkInOf(plan.cadences, member);
  const hours = memberHours(member, plan);
  const byDay = new Map(
    checkIns.filter(({ memberId }) => memberId === member.id).map((each) => [each.day, each]),
  );
  const days: CheckInDay[] = [];
  for (let day = range.fromDay; day <= range.toDay; day = addDays(day, 1)) {
    const time = cadence && askedTime(plan, member, cadence, hours, day);
    const checkIn = byDay.get(day);
    days.push({ day, time, checkIn, state: checkInState(time, checkIn, nowMs, heardAtMs) });
  }
  return days;
}

/** Nobody is asked before they are there: neither before their first day nor before they took their seat. */
function askedTime(
  plan: Plan,
  member: Member,
  cadence: Cadence,
  hours: MemberHours,
  day: DayKey,
): CheckInTime | null {
  if (!isThereOn(member, day)) return null;
  const time = checkInTime(cadence, hours, day);
  const joinedAtMs = plan.joinedAtMs.get(member.id);
  return time && joinedAtMs !== undefined && joinedAtMs < time.endsAtMs ? time : null;
}
