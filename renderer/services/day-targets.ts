import type { DayKey } from '#shared/day';
import { targetsIn } from '#shared/metrics/overview';
import type { Target } from '#shared/metrics/targets';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../data/plan.ts';
import { memberClock, memberDays } from './work-clocks.ts';

/**
 * What a member should reach on one of their work days, by outcome. Who joins in the middle of a day
 * is asked for the rest of it only: nobody begins behind.
 */
export function dayTargets(
  plan: Plan,
  member: Member,
  outcomes: readonly Outcome[],
  day: DayKey,
  nowMs: number,
): ReadonlyMap<string, Target> {
  const clock = memberClock(member, plan.calendarById);
  const days = memberDays(member, plan.calendarById);
  const targets = targetsIn({
    range: { fromDay: day, toDay: day },
    members: [member],
    outcomes,
    clockOf: () => clock,
    daysOf: () => days,
    joinedAtMs: plan.joinedAtMs,
    nowMs,
  });
  return new Map(targets.map(({ outcomeId, target }) => [outcomeId, target]));
}
