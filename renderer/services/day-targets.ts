import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { targetsIn } from '#shared/metrics/overview';
import type { Target } from '#shared/metrics/targets';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { WorkClock } from '#shared/worktime/work-clock';
import type { WorkDays } from '#shared/worktime/work-days';
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
    nowMs,
  });
  const missed = missedShare(plan, member.id, clock, days, day);
  return new Map(
    targets.map(({ outcomeId, target: { whole, soFar } }) => [
      outcomeId,
      { whole: whole * (1 - missed), soFar: Math.max(0, soFar - whole * missed) },
    ]),
  );
}

/** The share of a work day's hours, 0–1, that were over when the member took their seat. */
function missedShare(
  plan: Plan,
  memberId: string,
  clock: WorkClock,
  days: WorkDays,
  day: DayKey,
): number {
  const own = plan.devices.filter((device) => device.memberId === memberId);
  if (own.length === 0) return 0;
  const joinedAtMs = Math.min(...own.map((device) => device.joinedAtMs));
  const fromMs = days.startOf(day);
  const toMs = days.startOf(addDays(day, 1));
  if (joinedAtMs <= fromMs) return 0;
  const wholeMs = clock.between(fromMs, toMs);
  return wholeMs === 0 ? 0 : clock.between(fromMs, Math.min(joinedAtMs, toMs)) / wholeMs;
}
