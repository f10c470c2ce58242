import { onceFor } from '../../once-for.ts';
import type { FigureRow, FigureTotals, Figures } from './figure-rows.ts';
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

/** All of them together. */
export const wholeOf = onceFor(({ rows }: Figures) => sumFigures(rows.map(({ totals }) => totals)));

/** The figures of each bucket, of all rows together. */
export const figuresByBucket = onceFor(({ rows, buckets }: Figures): readonly FigureTotals[] => {
  const byBucket: FigureTotals[][] = buckets.map(() => []);
  for (const { bucket, totals } of rows) byBucket[bucket]?.push(totals);
  return byBucket.map(sumFigures);
});
