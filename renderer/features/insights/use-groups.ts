import { useMemo } from 'react';
import type { FigureTotals } from '#shared/metrics/insights/figure-rows';
import { groupingOf } from '#shared/metrics/insights/group-by';
import type { FigureGroup } from '#shared/metrics/insights/group-figures';
import { figureGroups, figuresByBucket, wholeOf } from '#shared/metrics/insights/group-figures';
import { byName, nameOf } from './group-names.ts';
import type { InsightsTabProps } from './tab-props.ts';

export interface NamedGroup extends FigureGroup {
  readonly name: string;
}

export interface GroupFacts {
  readonly whole: FigureTotals;
  readonly wholeBefore: FigureTotals | null;
  readonly byBucket: readonly FigureTotals[];
  /** In the order of their names. */
  readonly groups: readonly NamedGroup[];
}

/** The figures together, by period and by group. */
export function useGroups({
  plan,
  choice,
  figures,
  previous,
  shown,
}: InsightsTabProps): GroupFacts {
  const { rows } = figures;
  const whole = wholeOf(figures);
  const wholeBefore = previous && wholeOf(previous);
  const byBucket = useMemo(
    () => figuresByBucket(figures).slice(0, shown.length),
    [figures, shown.length],
  );
  const groups = useMemo(() => {
    const made = figureGroups(rows, groupingOf(choice.by, plan));
    return byName(made, choice.by, plan).map((group) => ({
      ...group,
      name: nameOf(choice.by, group.id, plan),
    }));
  }, [rows, choice.by, plan]);
  return { whole, wholeBefore, byBucket, groups };
}
