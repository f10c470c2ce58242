import type { DayKey } from '#shared/day';
import { monthOf } from '#shared/day';
import { FIRST_COUNTED_DAY } from '#shared/deliverables/oddities';
import { WeekReader } from '#shared/metrics/packed-weeks';
import type { DayTotals } from '#shared/metrics/rollup';
import { dayOfNumber } from '#shared/metrics/week-days';
import { currentProjection } from './current.ts';
import type { DaysBy } from './days-by.ts';
import { memberDaysAround } from './days-by.ts';
import { inSlices } from './in-slices.ts';
import { rollupMember, rollupRange } from './record-key.ts';
import type { RollupCell } from './rollup-cells.ts';
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

/**
 * The totals of each member, outcome and day in a range of days, both ends included; in no order. Years of
 * a large team take a while: the signal ends it (`AbortError`).
 */
export async function dayRows(filter: DayRowFilter, left?: AbortSignal): Promise<DayRow[]> {
  const { fromDay, toDay, daysBy = 'member' } = filter;
  if (fromDay > toDay) return [];
  const around = memberDaysAround({ fromDay, toDay, daysBy });
  const [lower, upper] = rollupRange(around.fromDay, around.toDay);
  const records = await currentProjection().rollups.where('key').between(lower, upper).toArray();
  return await rowsIn(records, filter, left);
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
  left?: AbortSignal,
): Promise<DayRow[]> {
  const members = memberIds && new Set(memberIds);
  const outcomes = outcomeIds && new Set(outcomeIds);
  const rows: DayRow[] = [];
  const dayOf = ({ day, clientDay }: Pick<RollupCell, 'day' | 'clientDay'>): DayKey =>
    daysBy === 'client' ? clientDay : day;
  // Totals are made of the wanted cells alone: a week is a part of its month.
  const isWanted = (cell: Omit<RollupCell, 'totals'>): boolean => {
    const counted = dayOf(cell);
    if (counted < fromDay || counted > toDay) return false;
    return !outcomes || outcomes.has(cell.outcomeId);
  };
  const visit = ({ key, cells }: RollupRecord): void => {
    const memberId = rollupMember(key);
    if (members && !members.has(memberId)) return;
    for (const cell of unpackCells(cells, isWanted)) {
      rows.push({ memberId, ...cell, day: dayOf(cell) });
    }
  };
  await inSlices(records, visit, left);
  return rows;
}

/**
 * The first and the last day on which anything arrived, was begun, answered or completed, by anybody; null
 * before that. What nobody believes (see `FIRST_COUNTED_DAY`) does not stretch it.
 */
export async function dayRange(): Promise<{ first: DayKey; last: DayKey } | null> {
  const counted = currentProjection().sums.where('key').above(monthOf(FIRST_COUNTED_DAY));
  const keys = await Promise.all([counted.first(), counted.last()]);
  const [first, last] = keys.map((record) => record?.key ?? '');
  if (!first || !last) return null;
  const [firstDays, lastDays] = await Promise.all([countedDays(first), countedDays(last)]);
  return { first: dayOfNumber(firstDays.first), last: dayOfNumber(lastDays.last) };
}

/** The first and the last day with totals in the month of a record, of every audience. */
async function countedDays(key: string): Promise<{ first: number; last: number }> {
  const [lower, upper] = rollupRange(key, key);
  let [first, last] = [Infinity, -Infinity];
  for (const record of await currentProjection()
    .sums.where('key')
    .between(lower, upper)
    .toArray()) {
    const week = new WeekReader(record, 'member');
    while (week.next()) {
      first = Math.min(first, week.firstDay);
      last = Math.max(last, week.lastDay);
    }
  }
  return { first, last };
}
