import type { DayKey, MonthKey } from '#shared/day';
import { monthOf } from '#shared/day';
import { FIRST_COUNTED_DAY } from '#shared/deliverables/oddities';
import { WeekReader } from '#shared/metrics/packed-weeks';
import type { DayTotals } from '#shared/metrics/rollup';
import { dayOfNumber } from '#shared/metrics/week-days';
import { currentProjection } from './current.ts';
import type { DaysBy } from './days-by.ts';
import { memberDaysAround } from './days-by.ts';
import { inSlices } from './in-slices.ts';
import type { MonthsRange } from './record-key.ts';
import {
  monthsRange,
  rollupKeyOf,
  rollupMember,
  sumsMember,
  sumsMonth,
  sumsRanges,
} from './record-key.ts';
import type { CellPlace } from './rollup-cells.ts';
import { eachPacked, unpackCells } from './rollup-cells.ts';
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
  const rows: DayRow[] = [];
  await eachRecord(filter, gatherInto(rows, filter), left);
  return rows;
}

/** The same of some months of members alone, by the keys of their sums. */
export async function cellRows(
  sumsKeys: readonly string[],
  filter: DayRowFilter,
): Promise<DayRow[]> {
  if (sumsKeys.length === 0) return [];
  const records = await rowsInParts(currentProjection().rollups, sumsKeys.map(rollupKeyOf), {
    inRanges: false,
  });
  const rows: DayRow[] = [];
  await inSlices(present(records), gatherInto(rows, filter));
  return rows;
}

/** A row whose totals are as they are packed: for `countIn` or `samplesIn`. */
export interface PackedDayRow extends Omit<DayRow, 'totals'> {
  readonly packed: string;
}

/** Visits the rows that `dayRows` answers, for who wants a number of each: nothing else is made of them. */
export async function eachDayRow(
  filter: DayRowFilter,
  visit: (row: PackedDayRow) => void,
  left?: AbortSignal,
): Promise<void> {
  const { isWanted, dayOf } = sieveOf(filter);
  const visitRecord = ({ key, cells }: RollupRecord): void => {
    const memberId = rollupMember(key);
    eachPacked(cells, (place, packed) => {
      if (isWanted(place)) visit({ memberId, ...place, day: dayOf(place), packed });
    });
  };
  await eachRecord(filter, visitRecord, left);
}

function gatherInto(rows: DayRow[], filter: DayRowFilter): (record: RollupRecord) => void {
  const { isWanted, dayOf } = sieveOf(filter);
  return ({ key, cells }) => {
    const memberId = rollupMember(key);
    // Totals are made of the wanted cells alone: a week is a part of its month.
    for (const cell of unpackCells(cells, isWanted)) {
      rows.push({ memberId, ...cell, day: dayOf(cell) });
    }
  };
}

interface Sieve {
  readonly isWanted: (place: CellPlace) => boolean;
  readonly dayOf: (place: CellPlace) => DayKey;
}

function sieveOf({ fromDay, toDay, daysBy = 'member', outcomeIds }: DayRowFilter): Sieve {
  const outcomes = outcomeIds && new Set(outcomeIds);
  const dayOf = ({ day, clientDay }: CellPlace): DayKey => (daysBy === 'client' ? clientDay : day);
  const isWanted = (place: CellPlace): boolean => {
    const counted = dayOf(place);
    if (counted < fromDay || counted > toDay) return false;
    return !outcomes || outcomes.has(place.outcomeId);
  };
  return { isWanted, dayOf };
}

/** A large team's year is 50 MB: it is never in memory as a whole. */
const RECORDS_AT_ONCE = 200;

async function eachRecord(
  { fromDay, toDay, daysBy = 'member', memberIds }: DayRowFilter,
  visit: (record: RollupRecord) => void,
  left?: AbortSignal,
): Promise<void> {
  if (fromDay > toDay) return;
  const around = memberDaysAround({ fromDay, toDay, daysBy });
  // Sums are written with their roll-ups.
  const keys = await sumsKeys(monthsRange(monthOf(around.fromDay), monthOf(around.toDay)));
  const members = memberIds && new Set(memberIds);
  const wanted = members ? keys.filter((key) => members.has(sumsMember(key))) : keys;
  for (const spans of lotsOf(spansOf(wanted))) {
    left?.throwIfAborted();
    await inSlices(await recordsOf(spans), visit, left);
  }
}

/** In no order. A live query follows what is asked for at once: the first of a range names all of it. */
async function sumsKeys(months: MonthsRange): Promise<readonly string[]> {
  const { sums } = currentProjection();
  const keys = await sums.db.transaction(
    'r',
    sums,
    async () =>
      await Promise.all(
        sumsRanges(months).map(async ([lower, upper]) => {
          const range = sums.where('key').between(lower, upper);
          const [found] = await Promise.all([range.primaryKeys(), range.first()]);
          return found;
        }),
      ),
  );
  return keys.flat();
}

/** Months of one member, from the key of the first roll-up to that of the last. */
interface Span {
  readonly first: string;
  last: string;
  count: number;
}

/** By the keys of sums, in their order. */
function spansOf(sumsKeys: readonly string[]): readonly Span[] {
  const byMember = new Map<string, Span>();
  for (const sumsKey of sumsKeys) {
    const key = rollupKeyOf(sumsKey);
    const member = rollupMember(key);
    const span = byMember.get(member);
    if (!span) {
      byMember.set(member, { first: key, last: key, count: 1 });
      continue;
    }
    span.last = key;
    span.count += 1;
  }
  return [...byMember.values()];
}

/** Some spans at a time, with so many records in all or a few more. */
function* lotsOf(spans: readonly Span[]): Generator<readonly Span[]> {
  let lot: Span[] = [];
  let count = 0;
  for (const span of spans) {
    lot.push(span);
    count += span.count;
    if (count < RECORDS_AT_ONCE) continue;
    yield lot;
    [lot, count] = [[], 0];
  }
  if (lot.length > 0) yield lot;
}

/** A member's months in one request; all are asked for at once. */
async function recordsOf(spans: readonly Span[]): Promise<readonly RollupRecord[]> {
  const { rollups } = currentProjection();
  const read = await rollups.db.transaction(
    'r',
    rollups,
    async () =>
      await Promise.all(
        spans.map(
          async ({ first, last }) =>
            await rollups.where('key').between(first, last, true, true).toArray(),
        ),
      ),
  );
  return read.flat();
}

const present = (records: readonly (RollupRecord | undefined)[]): readonly RollupRecord[] =>
  records.filter((record) => record !== undefined);

/**
 * The first and the last day on which anything arrived, was begun, answered or completed, by anybody; null
 * before that. What nobody believes (see `FIRST_COUNTED_DAY`) does not stretch it.
 */
export async function dayRange(): Promise<{ first: DayKey; last: DayKey } | null> {
  const ends = await countedMonths();
  if (!ends) return null;
  const [first, last] = await Promise.all([countedDays(ends.first), countedDays(ends.last)]);
  return { first: dayOfNumber(first.first), last: dayOfNumber(last.last) };
}

async function countedMonths(): Promise<{ first: MonthKey; last: MonthKey } | null> {
  const { sums } = currentProjection();
  const counted = sumsRanges(monthsRange(monthOf(FIRST_COUNTED_DAY), LAST_MONTH));
  const ends = await sums.db.transaction(
    'r',
    sums,
    async () =>
      await Promise.all(
        counted.flatMap(([lower, upper]) => {
          const range = sums.where('key').between(lower, upper);
          return [range.first(), range.last()];
        }),
      ),
  );
  const months = ends.flatMap((record) => (record ? [sumsMonth(record.key)] : [])).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first, last } : null;
}

const LAST_MONTH: MonthKey = '9999-12';

/** The first and the last day with totals in a month, of every audience. */
async function countedDays(month: MonthKey): Promise<{ first: number; last: number }> {
  const { sums } = currentProjection();
  const records = await sums.db.transaction(
    'r',
    sums,
    async () =>
      await Promise.all(
        sumsRanges(monthsRange(month, month)).map(
          async ([lower, upper]) => await sums.where('key').between(lower, upper).toArray(),
        ),
      ),
  );
  let [first, last] = [Infinity, -Infinity];
  for (const record of records.flat()) {
    const week = new WeekReader(record, 'member');
    while (week.next()) {
      first = Math.min(first, week.firstDay);
      last = Math.max(last, week.lastDay);
    }
  }
  return { first, last };
}
