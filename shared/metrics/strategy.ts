import { nodesUnder } from '../plan/cascade.ts';
import type { Cascade, CascadeNode } from '../plan/cascade.ts';
import { keyResultProgress } from './key-result-progress.ts';
import type { KeyResultProgress, Progress, StrategyFacts } from './key-result-progress.ts';
import type { DayFigures } from './overview.ts';
import { paceAgainst } from './quarter-pace.ts';
import type { DayTotals } from './rollup.ts';
import { sumTotals } from './sum-totals.ts';

/** The progress of everything in a cascade above the outcome, by id. */
export interface StrategyProgress {
  /** Goals, priorities and objectives: the mean of what is measured below them. */
  readonly rolledUp: ReadonlyMap<string, Progress>;
  readonly keyResults: ReadonlyMap<string, KeyResultProgress>;
}

export function strategyProgress(cascade: Cascade, facts: StrategyFacts): StrategyProgress {
  const rolledUp = new Map<string, Progress>();
  const keyResults = new Map<string, KeyResultProgress>();
  const read = (node: CascadeNode): Progress | null => {
    if (node.level === 'outcome') return null;
    if (node.level === 'keyResult') {
      const progress = keyResultProgress(node, facts);
      keyResults.set(node.item.id, progress);
      return node.item.status === 'dropped' ? null : progress;
    }
    const below = node.children.map(read).filter((each) => each !== null);
    const progress = meanProgress(below);
    rolledUp.set(node.item.id, progress);
    return node.item.status === 'dropped' ? null : progress;
  };
  for (const node of [...cascade.goals, ...cascade.unplaced]) read(node);
  return { rolledUp, keyResults };
}

/**
 * The mean of the measured ones, each of equal weight; null where none is measured. What was dropped
 * is not among them.
 */
export function meanProgress(children: readonly Progress[]): Progress {
  const ratios = children.map(({ ratio }) => ratio).filter((ratio) => ratio !== null);
  const expected = children.map((child) => child.expectedRatio).filter((each) => each !== null);
  const ratio = meanOf(ratios);
  const expectedRatio = meanOf(expected);
  return {
    ratio,
    expectedRatio,
    pace: ratio === null || expectedRatio === null ? null : paceAgainst(ratio, expectedRatio),
    measuredCount: ratios.length,
    totalCount: children.length,
  };
}

/** What was completed in the rows, by outcome. */
export function totalsByOutcome(rows: readonly DayFigures[]): ReadonlyMap<string, DayTotals> {
  const byOutcome = new Map<string, DayTotals[]>();
  for (const { outcomeId, totals } of rows) {
    const held = byOutcome.get(outcomeId);
    if (held) held.push(totals);
    else byOutcome.set(outcomeId, [totals]);
  }
  return new Map([...byOutcome].map(([id, all]) => [id, sumTotals(all)]));
}

/** Whether anybody's work in use leads to this node. */
export function isServed(node: CascadeNode): boolean {
  for (const each of nodesUnder(node)) {
    if (each.level === 'outcome' && !each.item.isArchived) return true;
  }
  return false;
}

/** Summed smallest first, so that the order of the children cannot be seen in the last digit. */
function meanOf(ratios: readonly number[]): number | null {
  if (ratios.length === 0) return null;
  const sum = ratios.toSorted((a, b) => a - b).reduce((total, ratio) => total + ratio, 0);
  return Math.min(1, sum / ratios.length);
}
