import { paceOf } from './pace.ts';
import type { Target } from './targets.ts';

/** Output for one outcome, and what was asked for of it; null where nothing was. */
export interface TargetedOutput {
  readonly outcomeId: string;
  readonly completed: { readonly quantity: number };
  readonly target: Target | null;
}

/** Output against target over lines whose units may differ. */
export interface Attainment {
  /**
   * Output ÷ target so far. Within one outcome both are sums; where outcomes differ their ratios are
   * averaged, each weighted by how many members have a target there, for units cannot be added.
   */
  readonly ratio: number;
  /** How many targets of a member for an outcome stand behind the ratio. */
  readonly targetCount: number;
  /** How many of them are not behind what the hours worked so far ask for. */
  readonly onPaceCount: number;
}

/** Counts and targets are sums of fractions: what differs by less is the same. */
const TOLERANCE = 1e-9;

const isOnPace = ({ completed, target }: TargetedOutput): boolean =>
  target !== null && paceOf(completed.quantity, target.whole, target.soFar) !== 'behind';

/** Null where no target has begun to count: nothing is behind, and nothing is claimed. */
export function attainmentOf(lines: readonly TargetedOutput[]): Attainment | null {
  const byOutcome = new Map<string, { quantity: number; soFar: number; count: number }>();
  let onPaceCount = 0;
  let targetCount = 0;
  for (const line of lines) {
    const soFar = line.target?.soFar ?? 0;
    if (soFar <= TOLERANCE) continue;
    targetCount += 1;
    if (isOnPace(line)) onPaceCount += 1;
    const sum = byOutcome.get(line.outcomeId) ?? { quantity: 0, soFar: 0, count: 0 };
    sum.quantity += line.completed.quantity;
    sum.soFar += soFar;
    sum.count += 1;
    byOutcome.set(line.outcomeId, sum);
  }
  if (targetCount === 0) return null;
  let weighted = 0;
  for (const { quantity, soFar, count } of byOutcome.values())
    weighted += (quantity / soFar) * count;
  return { ratio: weighted / targetCount, targetCount, onPaceCount };
}
