import { attainmentOf } from './attainment.ts';
import type { Attainment } from './attainment.ts';
import { addOpen, NOTHING_OPEN } from './overview.ts';
import type { OpenFigures, OverviewLine } from './overview.ts';
import { quantile } from './rollup.ts';
import type { DayTotals } from './rollup.ts';
import { sumTotals } from './sum-totals.ts';
import type { Target } from './targets.ts';
import { proportionOf } from './wilson.ts';
import type { Proportion } from './wilson.ts';

/** The figures of any lines taken together. */
export interface OverviewFigures {
  readonly completed: DayTotals;
  readonly open: OpenFigures;
  /** Completed in the range and open now. */
  readonly totalCount: number;
  /** Of those, how many were reopened at least once. */
  readonly reopenedCount: number;
  readonly attainment: Attainment | null;
  /** The sum of the targets; null where there are none or they are in different units. */
  readonly target: Target | null;
  /** Median of completed − requested, wall clock; null where none had both times. */
  readonly turnaround: { readonly medianMs: number; readonly count: number } | null;
  /** 1 − errors ÷ quantity checked; null where nothing was checked. */
  readonly accuracy: Proportion | null;
}

export type GroupBy = 'member' | 'outcome';
export type GroupOrder = 'name' | 'distance';

/** All lines of one member, or of one outcome. */
export interface OverviewGroup {
  readonly id: string;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
}

export function figuresOf(lines: readonly OverviewLine[]): OverviewFigures {
  const completed = sumTotals(lines.map((line) => line.completed));
  const open = lines.map((line) => line.open).reduce(addOpen, NOTHING_OPEN);
  const medianMs = quantile(completed.turnaroundMs, 0.5);
  return {
    completed,
    open,
    totalCount: completed.count + open.count,
    reopenedCount: completed.reopenedCount + open.reopenedCount,
    attainment: attainmentOf(lines),
    target: sumOfTargets(lines),
    turnaround: medianMs === null ? null : { medianMs, count: completed.turnaroundMs.length },
    accuracy: proportionOf(completed.checkedQuantity - completed.errors, completed.checkedQuantity),
  };
}

export function groupLines(lines: readonly OverviewLine[], by: GroupBy): readonly OverviewGroup[] {
  const groups = new Map<string, OverviewLine[]>();
  for (const line of lines) {
    const id = by === 'member' ? line.memberId : line.outcomeId;
    const group = groups.get(id);
    if (group) group.push(line);
    else groups.set(id, [line]);
  }
  return [...groups].map(([id, own]) => ({ id, lines: own, figures: figuresOf(own) }));
}

/**
 * By name, or by how far the ratio to target is from done, furthest first. What has no target comes
 * last, by name: people are never ordered by how much they did.
 */
export function orderGroups(
  groups: readonly OverviewGroup[],
  order: GroupOrder,
  nameOf: (id: string) => string,
): readonly OverviewGroup[] {
  const byName = (a: OverviewGroup, b: OverviewGroup): number =>
    collator.compare(nameOf(a.id), nameOf(b.id));
  if (order === 'name') return groups.toSorted(byName);
  const ratioOf = (group: OverviewGroup): number =>
    group.figures.attainment?.ratio ?? Number.POSITIVE_INFINITY;
  return groups.toSorted((a, b) => {
    const [ratioA, ratioB] = [ratioOf(a), ratioOf(b)];
    return ratioA === ratioB ? byName(a, b) : ratioA - ratioB;
  });
}

const collator = new Intl.Collator(undefined, { numeric: true });

function sumOfTargets(lines: readonly OverviewLine[]): Target | null {
  const first = lines[0];
  if (!first || lines.some((line) => line.outcomeId !== first.outcomeId)) return null;
  const targets = lines.flatMap((line) => (line.target ? [line.target] : []));
  if (targets.length === 0) return null;
  return {
    whole: targets.reduce((sum, target) => sum + target.whole, 0),
    soFar: targets.reduce((sum, target) => sum + target.soFar, 0),
  };
}
