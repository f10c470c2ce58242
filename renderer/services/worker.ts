import type { DayKey } from '#shared/day';
import { addDays, dayIn, daysBetween } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { clientZoneOf } from '#shared/plan/workspace';
import type { WorkDays } from '#shared/worktime/work-days';
import type { Plan } from '../data/plan.ts';
import { memberDays } from './work-clocks.ts';

/** Whose work it is, and by what their days and those of their clients are counted. */
export interface Worker {
  readonly memberId: string;
  /** IANA zone. */
  readonly zone: string;
  readonly days: WorkDays;
  /** The IANA zone of whom work is for, by its own client, else its outcome's; empty where unknown. */
  readonly clientZoneOf: (client: string, outcomeId: string) => string;
}

export const workerOf = (plan: Plan, member: Member): Worker => ({
  memberId: member.id,
  zone: member.timeZone,
  days: memberDays(member, plan.calendarById),
  clientZoneOf: (client, outcomeId) => {
    const name = client || plan.outcomeById.get(outcomeId)?.client || '';
    return clientZoneOf(plan.clients, name) ?? '';
  },
});

/** The day that output counts for, and the client's own where it is another. */
export interface CountedDays {
  readonly day: DayKey;
  readonly clientDay?: DayKey;
}

/**
 * The days that work completed at an instant counts for. Work put down for another day than its
 * instant's (`day`) moves the client's along with it.
 */
export function countedDays(
  { days, clientZoneOf }: Worker,
  work: { readonly client: string; readonly outcomeId: string },
  completedAtMs: number,
  day?: DayKey,
): CountedDays {
  const ownDay = days.dayAt(completedAtMs);
  const zone = clientZoneOf(work.client, work.outcomeId);
  const counted = day ?? ownDay;
  if (zone === '') return { day: counted };
  const clientDay = addDays(dayIn(zone, completedAtMs), daysBetween(ownDay, counted));
  return clientDay === counted ? { day: counted } : { day: counted, clientDay };
}
