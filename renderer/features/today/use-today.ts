import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { Agenda } from '#shared/deliverables/agenda';
import { agendaOf } from '#shared/deliverables/agenda';
import { isWaitingForNeeds } from '#shared/deliverables/needs';
import type { DayTotals } from '#shared/metrics/rollup';
import { contributionOf } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { Target } from '#shared/metrics/targets';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Entry } from '../../data/deliverables.ts';
import { entriesOfDay, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { withNeedsKnown } from '../../data/needed-work.ts';
import type { Plan } from '../../data/plan.ts';
import { usePlan } from '../../data/plan.ts';
import { currentTerms } from '../../data/terms.ts';
import { dayTargets } from '../../services/day-targets.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { memberClock, memberDays } from '../../services/work-clocks.ts';
import { useNow } from '../../state/use-now.ts';
import { useSession } from '../../state/session.ts';
import { useUsualTimes } from './use-usual-times.ts';

/** One outcome of the member today. */
export interface OutputToday {
  readonly outcome: Outcome;
  readonly totals: DayTotals;
  /** Null where nothing is asked for today. */
  readonly target: Target | null;
}

/** The hours of a work day by its calendar: what is over of them, and what is left. */
export interface DayHours {
  readonly workedMs: number;
  readonly leftMs: number;
  readonly isOpen: boolean;
  /** When the calendar opens next; null while it is open, or where it never will. */
  readonly opensAtMs: number | null;
}

export interface Today {
  readonly plan: Plan;
  readonly member: Member;
  /** The member's work day: that of a shift past midnight is the date on which it began. */
  readonly day: DayKey;
  readonly hours: DayHours;
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
  const day = plan && member ? memberDays(member, plan.calendarById).dayAt(nowMs) : '';
  const open = useLive(async () => await withNeedsKnown(await openEntries(memberId)), [memberId]);
  const logged = useLive(
    // Before the day is known nothing is: an empty log would flash past.
    async () => (day === '' ? undefined : await entriesOfDay(memberId, day)),
    [memberId, day],
  );
  const usualTimes = useUsualTimes(memberId, day);
  return useMemo(() => {
    if (!plan || !member || !open || !logged) return undefined;
    const terms = currentTerms(plan);
    const dayEndsAtMs = memberDays(member, plan.calendarById).startOf(addDays(day, 1));
    const termsOf = ({ outcomeId, requestedAtMs }: Entry) => {
      const { clock, slasAt } = terms.of(member.id, outcomeId);
      return {
        clock,
        slas: requestedAtMs === null ? [] : slasAt(requestedAtMs),
        usualWorkMs: usualTimes.get(outcomeId) ?? null,
      };
    };
    return {
      plan,
      member,
      day,
      hours: hoursOf(plan, member, day, nowMs),
      nowMs,
      output: outputOf(plan, member, day, nowMs, logged),
      agenda: agendaOf({ open, termsOf, isWaiting: isWaitingForNeeds, dayEndsAtMs, nowMs }),
      logged,
    };
  }, [plan, member, open, logged, usualTimes, day, nowMs]);
}

function hoursOf(plan: Plan, member: Member, day: DayKey, nowMs: number): DayHours {
  const clock = memberClock(member, plan.calendarById);
  const days = memberDays(member, plan.calendarById);
  const isOpen = clock.isOpen(nowMs);
  return {
    workedMs: clock.between(days.startOf(day), nowMs),
    leftMs: clock.between(nowMs, days.startOf(addDays(day, 1))),
    isOpen,
    opensAtMs: isOpen ? null : clock.nextOpening(nowMs),
  };
}

function outputOf(
  plan: Plan,
  member: Member,
  day: DayKey,
  nowMs: number,
  logged: readonly Entry[],
): readonly OutputToday[] {
  const own = outcomesOf(plan, member.id);
  const targetOf = dayTargets(plan, member, own, day, nowMs);
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
