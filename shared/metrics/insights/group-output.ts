import { attainmentOf } from '../attainment.ts';
import type { Attainment } from '../attainment.ts';
import { exactSum } from '../exact.ts';
import type { Target } from '../targets.ts';
import type { FigureOwner } from './group-by.ts';
import type { TargetLine } from './group-targets.ts';

/** What output is read from: the amounts of one member, outcome and bucket. */
export interface OutputRow extends FigureOwner {
  readonly bucket: number;
  readonly totals: { readonly amounts: { readonly count: number; readonly quantity: number } };
}

/** One member's output for one outcome in one bucket, in the outcome's unit. */
export interface OutputCell {
  readonly count: number;
  readonly quantity: number;
  readonly target: Target | null;
}

/** One member's work for one outcome, bucket by bucket. */
export interface OutputLine extends FigureOwner {
  readonly cells: readonly OutputCell[];
}

/** Every member and outcome with output or with a target. */
export function outputLines(
  rows: readonly OutputRow[],
  targets: readonly TargetLine[],
  bucketCount: number,
): readonly OutputLine[] {
  const lines = new Map<string, FigureOwner & { readonly cells: OutputCell[] }>();
  const lineOf = (owner: FigureOwner, targets?: TargetLine['targets']) => {
    const key = `${owner.memberId} ${owner.outcomeId}`;
    let line = lines.get(key);
    if (!line) {
      const { memberId, outcomeId } = owner;
      const cells = Array.from({ length: bucketCount }, (_, at) => ({
        ...NO_OUTPUT,
        target: targets?.[at] ?? null,
      }));
      lines.set(key, (line = { memberId, outcomeId, cells }));
    }
    return line;
  };
  for (const target of targets) lineOf(target, target.targets);
  for (const row of rows) {
    const { cells } = lineOf(row);
    const cell = cells[row.bucket];
    if (cell) cells[row.bucket] = added(cell, row.totals.amounts);
  }
  return [...lines.values()];
}

const NO_OUTPUT: OutputCell = { count: 0, quantity: 0, target: null };

const added = (
  { count, quantity, target }: OutputCell,
  more: { readonly count: number; readonly quantity: number },
): OutputCell => ({
  count: exactSum(count, more.count),
  quantity: exactSum(quantity, more.quantity),
  target,
});

/** Lines taken together, over one bucket or all of them. */
export interface Output {
  readonly count: number;
  /** In the one unit of the lines; null where they are of several outcomes, whose units cannot be added. */
  readonly quantity: number | null;
  readonly target: Target | null;
  /** Null where no target has begun to count. */
  readonly attainment: Attainment | null;
}

export const outputAt = (lines: readonly OutputLine[], bucket: number): Output =>
  outputOf(lines.map(({ outcomeId, cells }) => ({ outcomeId, ...(cells[bucket] ?? NO_OUTPUT) })));

export const outputOver = (lines: readonly OutputLine[]): Output =>
  outputOf(lines.map(({ outcomeId, cells }) => ({ outcomeId, ...sumOfCells(cells) })));

function outputOf(cells: readonly (OutputCell & { readonly outcomeId: string })[]): Output {
  const outcomeId = cells[0]?.outcomeId;
  const isOneUnit = cells.every((cell) => cell.outcomeId === outcomeId);
  const sum = sumOfCells(cells);
  return {
    count: sum.count,
    quantity: isOneUnit ? sum.quantity : null,
    target: isOneUnit ? sum.target : null,
    attainment: attainmentOf(
      cells.map((cell) => ({
        outcomeId: cell.outcomeId,
        completed: { quantity: cell.quantity },
        target: cell.target,
      })),
    ),
  };
}

function sumOfCells(cells: readonly OutputCell[]): OutputCell {
  let sum = NO_OUTPUT;
  for (const cell of cells) {
    sum = { ...added(sum, cell), target: sumOfTargets(sum.target, cell.target) };
  }
  return sum;
}

const sumOfTargets = (a: Target | null, b: Target | null): Target | null =>
  a && b ? { whole: a.whole + b.whole, soFar: a.soFar + b.soFar } : (a ?? b);

/** Lines that belong together. */
export interface LineGroup<Line> {
  readonly id: string;
  readonly lines: readonly Line[];
}

export function groupedBy<Line extends FigureOwner>(
  lines: readonly Line[],
  groupOf: (owner: FigureOwner) => string,
): readonly LineGroup<Line>[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const id = groupOf(line);
    const group = groups.get(id);
    if (group) group.push(line);
    else groups.set(id, [line]);
  }
  return [...groups].map(([id, lines]) => ({ id, lines }));
}
