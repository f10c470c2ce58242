import type { FigureRow, FigureTotals } from './figure-rows.ts';
import { sumFigures } from './figure-rows.ts';
import type { FigureOwner } from './group-by.ts';
import { groupedBy } from './group-output.ts';

/** The figures of one member, outcome, client or key result. */
export interface FigureGroup {
  readonly id: string;
  readonly totals: FigureTotals;
  readonly rows: readonly FigureRow[];
}

export const figureGroups = (
  rows: readonly FigureRow[],
  groupOf: (owner: FigureOwner) => string,
): readonly FigureGroup[] =>
  groupedBy(rows, groupOf).map(({ id, lines }) => ({
    id,
    totals: sumFigures(lines.map(({ totals }) => totals)),
    rows: lines,
  }));

/** The figures of each bucket, of all rows together. */
export function figuresByBucket(
  rows: readonly FigureRow[],
  bucketCount: number,
): readonly FigureTotals[] {
  const byBucket: FigureTotals[][] = Array.from({ length: bucketCount }, () => []);
  for (const { bucket, totals } of rows) byBucket[bucket]?.push(totals);
  return byBucket.map(sumFigures);
}
