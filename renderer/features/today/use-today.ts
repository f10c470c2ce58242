import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { dayIn } from '#shared/day';
import type { Agenda } from '#shared/deliverables/agenda';
import { agendaOf } from '#shared/deliverables/agenda';
import { targetsIn } from '#shared/metrics/overview';
import type { DayTotals } from '#shared/metrics/rollup';
import { contributionOf } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { Target } from '#shared/metrics/targets';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Entry } from '../../data/deliverables.ts';
import { entriesOfDay, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { clockOf, memberClock, memberDays } from '../../services/work-clocks.ts';
import { useNow } from '../../state/use-now.ts';
import { useSession } from '../../state/session.ts';

/** One outcome of the member today. */
export interface OutputToday {
  readonly outcome: Outcome;
  readonly totals: DayTotals;
  /** Null where nothing is asked for today. */
  readonly target: Target | null;
}

export interface Today {
  readonly plan: Plan;
  readonly member: Member;
  readonly day: DayKey;
  readonly nowMs: number;
  readonly output: readonly OutputToday[];
  readonly agenda: Agenda<Entry>;
  /** What was completed today, latest first. */
  readonly logged: readonly Entry[];
}

/** All that the first screen shows but checklists: three indexed reads. Undefined until they are there. */
export function useToday(): Today | undefined {
  const memberId = useSession((session) => session.memberId);
  const plan = usePlan();
  const nowMs = useNow();
  const member = plan?.memberById.get(memberId);
  const day = member ? dayIn(member.timeZone, nowMs) : '';
  const open = useLive(() => openEntries(memberId), [memberId]);
  const logged = useLive(
    async () => (day === '' ? [] : await entriesOfDay(memberId, day)),
    [memberId, day],
  );
  return useMemo(() => {
    if (!plan || !member || !open || !logged) return undefined;
    const work = memberClock(member, plan.calendarById);
    const clockFor = (outcome: Outcome) => {
      const calendar = plan.calendarById.get(outcome.calendarId);
      return calendar ? clockOf(calendar) : work;
    };
    return {
      plan,
      member,
      day,
      nowMs,
      output: outputOf(plan, member, day, nowMs, logged),
      agenda: agendaOf(open, plan.outcomeById, clockFor, nowMs),
      logged,
    };
  }, [plan, member, open, logged, day, nowMs]);
}

function outputOf(
  plan: Plan,
  member: Member,
  day: DayKey,
  nowMs: number,
  logged: readonly Entry[],
): readonly OutputToday[] {
  const own = outcomesOf(plan, member.id);
  const targets = targetsIn({
    range: { fromDay: day, toDay: day },
    members: [member],
    outcomes: own,
    clockOf: (each) => memberClock(each, plan.calendarById),
    daysOf: (each) => memberDays(each, plan.calendarById),
    nowMs,
  });
  const targetOf = new Map(targets.map(({ outcomeId, target }) => [outcomeId, target]));
  const done = new Map<string, DayTotals[]>();
  for (const entry of logged) {
    const part = contributionOf(entry);
    if (part) done.set(part.outcomeId, [...(done.get(part.outcomeId) ?? []), part.totals]);
  }
  const shown = new Set([...own.map(({ id }) => id), ...done.keys()]);
  return [...shown]
    .flatMap((id) => plan.outcomeById.get(id) ?? [])
    .map((outcome) => ({
      outcome,
      totals: sumTotals(done.get(outcome.id) ?? []),
      target: askedFor(targetOf.get(outcome.id)),
    }));
}

/** A day off asks for nothing. */
const askedFor = (target: Target | undefined): Target | null =>
  target && target.whole > 0 ? target : null;
