import type { OverviewPlan } from '../overview.ts';
import { targetsIn } from '../overview.ts';
import type { DayRange } from '../period.ts';
import type { Target } from '../targets.ts';
import type { FigureOwner, FigureScope } from './group-by.ts';
import { isInScope } from './group-by.ts';

/** What was asked of one member for one outcome in each bucket; null where nothing was. */
export interface TargetLine extends FigureOwner {
  readonly targets: readonly (Target | null)[];
}

interface TargetsInput extends OverviewPlan {
  readonly scope: FigureScope;
  readonly buckets: readonly DayRange[];
  readonly nowMs: number;
}

/** The quantity targets of every bucket, by member and outcome: what output is laid beside. */
export function targetLines({ scope, buckets, ...input }: TargetsInput): readonly TargetLine[] {
  const outcomes = input.outcomes.filter(({ id }) => scope.outcomeIds?.has(id) ?? true);
  const lines = new Map<string, FigureOwner & { readonly targets: (Target | null)[] }>();
  for (const [at, range] of buckets.entries()) {
    for (const { memberId, outcomeId, target } of targetsIn({ ...input, outcomes, range })) {
      if (!isInScope(scope, { memberId, outcomeId })) continue;
      const key = `${memberId} ${outcomeId}`;
      let line = lines.get(key);
      if (!line) {
        line = { memberId, outcomeId, targets: buckets.map(() => null) };
        lines.set(key, line);
      }
      line.targets[at] = target;
    }
  }
  return [...lines.values()];
}
