import type { DayKey } from '#shared/day';
import type { DayTotals } from '#shared/metrics/rollup';
import { NO_TOTALS } from '#shared/metrics/rollup';

/** The totals of one outcome and one day, as a roll-up record packs them. */
export interface RollupCell {
  readonly outcomeId: string;
  readonly day: DayKey;
  readonly totals: DayTotals;
}

type PackedCell = readonly [
  outcomeId: string,
  day: DayKey,
  count: number,
  quantity: number,
  checkedQuantity: number,
  errors: number,
  valueMinor: number,
  reopenedCount: number,
  turnaroundMs: readonly number[],
];

export const packCells = (cells: readonly RollupCell[]): string =>
  JSON.stringify(
    cells.map(({ outcomeId, day, totals }): PackedCell => [
      outcomeId,
      day,
      totals.count,
      totals.quantity,
      totals.checkedQuantity,
      totals.errors,
      totals.valueMinor,
      totals.reopenedCount,
      totals.turnaroundMs,
    ]),
  );

/** Written by `packCells` alone. */
export const unpackCells = (cells: string): RollupCell[] =>
  (JSON.parse(cells) as readonly PackedCell[]).map(
    ([
      outcomeId,
      day,
      count,
      quantity,
      checkedQuantity,
      errors,
      valueMinor,
      reopenedCount,
      turnaroundMs,
    ]) => ({
      outcomeId,
      day,
      totals: {
        ...NO_TOTALS,
        count,
        quantity,
        checkedQuantity,
        errors,
        valueMinor,
        reopenedCount,
        turnaroundMs,
      },
    }),
  );
