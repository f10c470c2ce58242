import { useMemo } from 'react';
import { groupingOf } from '#shared/metrics/insights/group-by';
import { groupedBy, outputLines } from '#shared/metrics/insights/group-output';
import type { LineGroup, OutputLine } from '#shared/metrics/insights/group-output';
import { targetLines } from '#shared/metrics/insights/group-targets';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import type { Plan } from '../../../data/plan.ts';
import { memberClock, memberDays } from '../../../services/work-clocks.ts';
import { byName } from '../group-names.ts';
import type { InsightsTabProps } from '../tab-props.ts';

export interface OutputFacts {
  readonly lines: readonly OutputLine[];
  /** In the order of their names. */
  readonly groups: readonly LineGroup<OutputLine>[];
  /** Of the days compared with, where there are any. */
  readonly linesBefore: readonly OutputLine[] | null;
}

/** Output beside what was asked for, by member and outcome, bucket by bucket. */
export function useOutput({
  plan,
  choice,
  scope,
  figures,
  previous,
  nowMs,
}: InsightsTabProps): OutputFacts {
  const lines = useMemo(() => linesOf(plan, scope, figures, nowMs), [plan, scope, figures, nowMs]);
  const linesBefore = useMemo(
    () => previous && linesOf(plan, scope, previous, nowMs),
    [plan, scope, previous, nowMs],
  );
  const groups = useMemo(
    () => byName(groupedBy(lines, groupingOf(choice.by, plan)), choice.by, plan),
    [lines, choice.by, plan],
  );
  return { lines, groups, linesBefore };
}

function linesOf(
  plan: Plan,
  scope: InsightsTabProps['scope'],
  figures: Figures,
  nowMs: number,
): readonly OutputLine[] {
  const targets = targetLines({
    members: plan.members,
    outcomes: plan.outcomes,
    clockOf: (member) => memberClock(member, plan.calendarById),
    daysOf: (member) => memberDays(member, plan.calendarById),
    joinedAtMs: plan.joinedAtMs,
    scope,
    buckets: figures.buckets,
    nowMs,
  });
  return outputLines(figures.rows, targets, figures.buckets.length);
}
