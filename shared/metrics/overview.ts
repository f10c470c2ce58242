import type { DayKey } from '../day.ts';
import type { Deliverable } from '../deliverables/deliverable.ts';
import { openBlock } from '../deliverables/deliverable.ts';
import type { Member } from '../plan/member.ts';
import { quantityTarget } from '../plan/outcome.ts';
import type { Outcome } from '../plan/outcome.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import type { DayRange } from './period.ts';
import type { DayTotals } from './rollup.ts';
import { sumTotals } from './sum-totals.ts';
import { SharedTargets } from './shared-targets.ts';
import type { Target } from './targets.ts';

/** What one member completed for one outcome on one of their days. */
export interface DayFigures {
  readonly memberId: string;
  readonly outcomeId: string;
  readonly day: DayKey;
  readonly totals: DayTotals;
}

/** The people and outcomes that figures are laid out by. */
export interface OverviewPlan {
  readonly members: readonly Member[];
  readonly outcomes: readonly Outcome[];
  /** The working hours a member's targets are spread over. */
  readonly clockOf: (member: Member) => WorkClock;
  readonly daysOf: (member: Member) => WorkDays;
  /** When each took their seat, UTC ms: nobody is asked for what lies before. Members without one are not in it. */
  readonly joinedAtMs: ReadonlyMap<string, number>;
}

export interface OverviewInput extends OverviewPlan {
  readonly range: DayRange;
  /** Roll-ups of the range. */
  readonly rows: readonly DayFigures[];
  /** Everything open now, whenever it was requested. */
  readonly open: readonly Deliverable[];
  readonly nowMs: number;
}

/** Open work as it stands now. */
export interface OpenFigures {
  readonly count: number;
  /** Started and not waiting: with the blocked and the not yet started ones they make up `count`. */
  readonly inProgressCount: number;
  readonly blockedCount: number;
  readonly reopenedCount: number;
}

/** One member's work for one outcome: the finest line, all in the outcome's unit. */
export interface OverviewLine {
  readonly memberId: string;
  readonly outcomeId: string;
  readonly completed: DayTotals;
  readonly open: OpenFigures;
  /** Null where this member has no quantity target for the outcome in these days. */
  readonly target: Target | null;
}

export const NOTHING_OPEN: OpenFigures = {
  count: 0,
  inProgressCount: 0,
  blockedCount: 0,
  reopenedCount: 0,
};

/** Every pair of member and outcome with a target, with output or with open work in the range. */
export function overviewLines(input: OverviewInput): readonly OverviewLine[] {
  const completed = new Map<string, DayTotals[]>();
  const open = new Map<string, Deliverable[]>();
  const pairs = new Map<string, { memberId: string; outcomeId: string; target: Target | null }>();
  const pairOf = (memberId: string, outcomeId: string): string => {
    const key = `${memberId} ${outcomeId}`;
    if (!pairs.has(key)) pairs.set(key, { memberId, outcomeId, target: null });
    return key;
  };
  for (const { memberId, outcomeId, target } of targetsIn(input)) {
    pairs.set(pairOf(memberId, outcomeId), { memberId, outcomeId, target });
  }
  for (const row of input.rows) {
    if (row.day < input.range.fromDay || row.day > input.range.toDay) continue;
    pushTo(completed, pairOf(row.memberId, row.outcomeId), row.totals);
  }
  for (const each of input.open) pushTo(open, pairOf(each.memberId, each.outcomeId), each);
  return [...pairs].map(([key, pair]) => ({
    ...pair,
    completed: sumTotals(completed.get(key) ?? []),
    open: openFigures(open.get(key) ?? []),
  }));
}

/** The quantity targets that count in the range: of those who work on an outcome, while both are there. */
export function targetsIn(
  input: Pick<OverviewInput, 'range' | 'nowMs' | keyof OverviewPlan>,
): readonly { memberId: string; outcomeId: string; target: Target }[] {
  const memberById = new Map(input.members.map((member) => [member.id, member]));
  const shared = new SharedTargets(input.nowMs);
  return input.outcomes.flatMap((outcome) => {
    const measure = quantityTarget(outcome);
    if (!measure || outcome.isArchived) return [];
    return outcome.memberIds.flatMap((memberId) => {
      const member = memberById.get(memberId);
      const days = member && daysThatCount(input.range, member, outcome);
      if (!member || !days) return [];
      const one = shared.perUnit(measure.period, days, {
        clock: input.clockOf(member),
        days: input.daysOf(member),
        joinedAtMs: input.joinedAtMs.get(memberId),
      });
      const target = { whole: one.whole * measure.target, soFar: one.soFar * measure.target };
      return [{ memberId, outcomeId: outcome.id, target }];
    });
  });
}

function openFigures(open: readonly Deliverable[]): OpenFigures {
  return {
    count: open.length,
    inProgressCount: open.filter((each) => each.startedAtMs !== null && !openBlock(each)).length,
    blockedCount: open.filter((each) => openBlock(each) !== null).length,
    reopenedCount: open.filter((each) => each.reopenedCount > 0).length,
  };
}

export const addOpen = (a: OpenFigures, b: OpenFigures): OpenFigures => ({
  count: a.count + b.count,
  inProgressCount: a.inProgressCount + b.inProgressCount,
  blockedCount: a.blockedCount + b.blockedCount,
  reopenedCount: a.reopenedCount + b.reopenedCount,
});

/** The part of the range in which a member is there and the outcome is asked for, or null. */
function daysThatCount(range: DayRange, member: Member, outcome: Outcome): DayRange | null {
  // Somebody who left on an unknown day is owed no target at all, rather than a wrong one.
  if (member.isGone && member.goneOn === '') return null;
  const fromDay = [range.fromDay, member.startsOn, outcome.startsOn].toSorted().at(-1) as DayKey;
  const toDay = member.isGone && member.goneOn < range.toDay ? member.goneOn : range.toDay;
  return fromDay <= toDay ? { fromDay, toDay } : null;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
