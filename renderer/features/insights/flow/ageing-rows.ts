import type { AgedItem } from '#shared/metrics/insights/ageing';
import type { Entry } from '../../../data/entry.ts';
import { grouped } from './grouped.ts';

/** The open work of one outcome beside its past, as one line of the ageing chart. */
export interface AgeingRow {
  readonly outcomeId: string;
  readonly items: readonly AgedItem<Entry>[];
}

/** One deliverable with the place where it is drawn. */
export interface AgeingDot {
  readonly item: AgedItem<Entry>;
  readonly row: number;
  /** On the scale of `agePlace`, 0–4. */
  readonly place: number;
  /** Where others stand at the same place: −1, 0 or 1. */
  readonly lane: number;
}

/** More dots of one outcome lie on each other; the oldest are drawn. */
const MOST_DOTS = 60;

/** Outcomes with open work that their past says something of, the one with the oldest first. */
export function ageingRows(aged: readonly AgedItem<Entry>[]): readonly AgeingRow[] {
  const known = aged.filter(({ against }) => against !== null);
  const byOutcome = grouped(known, ({ deliverable }) => deliverable.outcomeId);
  return [...byOutcome].map(([outcomeId, items]) => ({
    outcomeId,
    items: items.slice(0, MOST_DOTS),
  }));
}

/** So close on the scale two dots would lie on each other. */
const DOT_PLACES = 0.045;
const LANES = [0, -1, 1] as const;

/** The dots of some rows, row by row and from young to old: the way in which the keyboard goes through them. */
export function ageingDots(rows: readonly AgeingRow[]): readonly AgeingDot[] {
  return rows.flatMap(({ items }, row) => {
    let last = Number.NEGATIVE_INFINITY;
    let lane = 0;
    return items.toReversed().flatMap((item): readonly AgeingDot[] => {
      if (!item.against) return [];
      const { place } = item.against;
      lane = place - last < DOT_PLACES ? (lane + 1) % LANES.length : 0;
      last = place;
      return [{ item, row, place, lane: LANES[lane] ?? 0 }];
    });
  });
}
