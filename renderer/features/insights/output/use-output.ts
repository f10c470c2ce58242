import { useMemo } from 'react';
import { groupingOf } from '#shared/metrics/insights/group-by';
import { groupedBy, outputLines } from '#shared/metrics/insights/group-output';
import type { LineGroup, OutputLine } from '#shared/metrics/insights/group-output';
import { targetLines } from '#shared/metrics/insights/group-targets';
import type { Figures } from '#shared/metrics/insights/figure-rows';
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
  const asked = { plan, scope, nowMs };
  const lines = linesOf(figures, asked);
  const linesBefore = previous && linesOf(previous, asked);
  const groups = useMemo(
    () => byName(groupedBy(lines, groupingOf(choice.by, plan)), choice.by, plan),
    [lines, choice.by, plan],
  );
  return { lines, groups, linesBefore };
}

interface Asked extends Pick<InsightsTabProps, 'plan' | 'scope' | 'nowMs'> {}

/** Figures are limited to one filter, and one that is let go of finds its lines again. */
const linesHeld = new WeakMap<Figures, Asked & { readonly lines: readonly OutputLine[] }>();

/** Targets so far grow minute by minute. */
const MINUTE_MS = 60_000;

const isSame = (a: Asked, b: Asked): boolean =>
  a.plan === b.plan && Math.floor(a.nowMs / MINUTE_MS) === Math.floor(b.nowMs / MINUTE_MS);

function linesOf(figures: Figures, asked: Asked): readonly OutputLine[] {
  const held = linesHeld.get(figures);
  if (held && isSame(held, asked)) return held.lines;
  const { plan, scope, nowMs } = asked;
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
  const lines = outputLines(figures.rows, targets, figures.buckets.length);
  linesHeld.set(figures, { ...asked, lines });
  return lines;
}
