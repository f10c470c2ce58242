import type { DayKey } from '#shared/day';
import { monthOf } from '#shared/day';
import { FIRST_COUNTED_DAY } from '#shared/deliverables/oddities';
import type { DayTotals } from '#shared/metrics/rollup';
import { currentProjection } from './current.ts';
import type { DaysBy } from './days-by.ts';
import { memberDaysAround } from './days-by.ts';
import { inSlices } from './in-slices.ts';
import { rollupMember, rollupRange } from './record-key.ts';
import { unpackCells } from './rollup-cells.ts';
import { rowsInParts } from './rows-in-parts.ts';
import type { RollupRecord } from './stored.ts';

/** What the work of one member for one outcome on one day adds up to. */
export interface DayRow {
  readonly memberId: string;
  readonly outcomeId: string;
  /** The day it counts for, by whoever's days were asked for. */
  readonly day: DayKey;
  /** The client's, which is mostly the same. */
  readonly clientDay: DayKey;
  readonly totals: DayTotals;
}

export interface DayRowFilter {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
  /** Whose days they are: the member's own, unless it says otherwise. */
  readonly daysBy?: DaysBy;
  readonly memberIds?: readonly string[];
  readonly outcomeIds?: readonly string[];
}

/** The totals of each member, outcome and day in a range of days, both ends included; in no order. */
export async function dayRows(filter: DayRowFilter): Promise<DayRow[]> {
  const { fromDay, toDay, daysBy = 'member' } = filter;
  if (fromDay > toDay) return [];
  const around = memberDaysAround({ fromDay, toDay, daysBy });
  const [lower, upper] = rollupRange(around.fromDay, around.toDay);
  const records = await currentProjection().rollups.where('key').between(lower, upper).toArray();
  return await rowsIn(records, filter);
}

/** The same of some records alone. */
export async function cellRows(keys: readonly string[], filter: DayRowFilter): Promise<DayRow[]> {
  if (keys.length === 0) return [];
  const records = await rowsInParts(currentProjection().rollups, keys);
  return await rowsIn(
    records.flatMap((record) => record ?? []),
    filter,
  );
}

async function rowsIn(
  records: readonly RollupRecord[],
  { fromDay, toDay, daysBy = 'member', memberIds, outcomeIds }: DayRowFilter,
): Promise<DayRow[]> {
  const members = memberIds && new Set(memberIds);
  const outcomes = outcomeIds && new Set(outcomeIds);
  const rows: DayRow[] = [];
  await inSlices(records, ({ key, cells }) => {
    const memberId = rollupMember(key);
    if (members && !members.has(memberId)) return;
    for (const cell of unpackCells(cells)) {
      const counted = daysBy === 'client' ? cell.clientDay : cell.day;
      if (counted < fromDay || counted > toDay) continue;
      if (outcomes && !outcomes.has(cell.outcomeId)) continue;
      rows.push({ memberId, ...cell, day: counted });
    }
  });
  return rows;
}

/**
 * The first and the last day on which anything arrived, was begun, answered or completed, by anybody; null
 * before that. What nobody believes (see `FIRST_COUNTED_DAY`) does not stretch it.
 */
export async function dayRange(): Promise<{ first: DayKey; last: DayKey } | null> {
  const { rollups } = currentProjection();
  const counted = rollups.where('key').above(monthOf(FIRST_COUNTED_DAY));
  const [first, last] = await Promise.all([counted.first(), counted.last()]);
  if (!first || !last) return null;
  const [firstDays, lastDays] = await Promise.all([monthDays(first), monthDays(last)]);
  return { first: firstDays[0] ?? '', last: lastDays.at(-1) ?? '' };
}

/** The days with totals in the month of a record, of every audience, in order. */
async function monthDays({ key }: RollupRecord): Promise<DayKey[]> {
  const [lower, upper] = rollupRange(key, key);
  const records = await currentProjection().rollups.where('key').between(lower, upper).toArray();
  return records.flatMap(({ cells }) => unpackCells(cells).map(({ day }) => day)).toSorted();
}
