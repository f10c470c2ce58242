import type { DayKey } from '../day.ts';
import { exactSum } from './exact.ts';
import { ByteReader, ByteWriter } from './packed-bytes.ts';
import { NO_AMOUNTS, SAMPLE_NAMES } from './rollup.ts';
import type { AmountName, Contribution, DayTotals, SampleName } from './rollup.ts';
import { saidAmounts } from './said-amounts.ts';
import { sortSamples } from './samples.ts';
import { shiftAmounts } from './shift-amounts.ts';
import { timeCode } from './time-codes.ts';
import { dayNumber, weekWithinMonth } from './week-days.ts';

/**
 * Roll-ups of one member summed over the weeks within a month (see `weekWithinMonth`), by outcome: a
 * twentieth of their size. Amounts are exact, times are codes (see `timeCode`). One cell after the other:
 * its length; its outcome's place; its week, the client's week as so many days from it (zigzag), the
 * first and last day in either; its amounts, each after its place among `AMOUNT_NAMES`; and for each of
 * `SAMPLE_NAMES` its length and its codes in ascending order, each as the distance to the one before.
 */
export interface PackedWeeks {
  readonly outcomeIds: readonly string[];
  readonly bytes: Uint8Array;
}

/** What is counted on no day is left out: no range of days would ever hold it. */
export function packWeeks(cells: Iterable<Contribution>): PackedWeeks {
  const drafts = new Map<string, WeekDraft>();
  const days = new KnownDays();
  let draft: WeekDraft | undefined;
  for (const cell of cells) {
    const day = days.of(cell.day);
    const clientDay = cell.clientDay === cell.day ? day : days.of(cell.clientDay);
    if (Number.isNaN(day.week + clientDay.week)) continue;
    // Mostly the one before: cells come by outcome, and a week has several days.
    if (!draft?.isOf(cell.outcomeId, day.week, clientDay.week)) {
      const key = `${cell.outcomeId} ${day.week} ${clientDay.week}`;
      draft = drafts.get(key);
      if (!draft)
        drafts.set(key, (draft = new WeekDraft(cell.outcomeId, day.week, clientDay.week)));
    }
    draft.add(cell.totals, day.number, clientDay.number);
  }
  const all = [...drafts.values()];
  const outcomeIds = [...new Set(all.map(({ outcomeId }) => outcomeId))].toSorted();
  const placeOf = new Map(outcomeIds.map((id, at) => [id, at]));
  written.clear();
  // In one order, so that the same sums are the same bytes whatever came first.
  for (const draft of all.toSorted(inOrder)) {
    cellBytes.clear();
    draft.writeTo(cellBytes, placeOf.get(draft.outcomeId) ?? 0);
    written.whole(cellBytes.length);
    written.append(cellBytes);
  }
  return { outcomeIds, bytes: written.bytes() };
}

// Room that is used again and again: allocating it costs more than filling it.
const [written, cellBytes, timeBytes] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];

interface KnownDay {
  /** Days since 1970. */
  readonly number: number;
  /** See `weekWithinMonth`. */
  readonly week: number;
}

/** A month has few days, and each has many cells. */
class KnownDays {
  readonly #days = new Map<DayKey, KnownDay>();

  of(day: DayKey): KnownDay {
    let known = this.#days.get(day);
    if (!known) {
      known = { number: dayNumber(day), week: weekWithinMonth(day) };
      this.#days.set(day, known);
    }
    return known;
  }
}

class WeekDraft {
  readonly outcomeId: string;
  readonly week: number;
  readonly clientWeek: number;
  readonly #amounts: Record<AmountName, number> = { ...NO_AMOUNTS };
  /** By place among the names; none where nothing was sampled. */
  readonly #codes: (number[] | undefined)[] = [];
  readonly #days = new DayEnds();
  readonly #clientDays = new DayEnds();

  constructor(outcomeId: string, week: number, clientWeek: number) {
    this.outcomeId = outcomeId;
    this.week = week;
    this.clientWeek = clientWeek;
  }

  isOf(outcomeId: string, week: number, clientWeek: number): boolean {
    return this.week === week && this.clientWeek === clientWeek && this.outcomeId === outcomeId;
  }

  /** Of a day and a client's day, as days since 1970. */
  add(totals: DayTotals, day: number, clientDay: number): void {
    shiftAmounts(this.#amounts, totals, 1);
    this.#days.include(day - this.week);
    this.#clientDays.include(clientDay - this.clientWeek);
    for (let at = 0; at < SAMPLE_NAMES.length; at++) {
      const samples = totals[SAMPLE_NAMES[at] as SampleName];
      if (samples.length === 0) continue;
      const codes = (this.#codes[at] ??= []);
      for (const ms of samples) codes.push(timeCode(ms));
    }
  }

  writeTo(cell: ByteWriter, outcomePlace: number): void {
    cell.whole(outcomePlace);
    cell.amount(this.week);
    cell.whole(zigzag(this.clientWeek - this.week));
    cell.whole(this.#days.packed);
    cell.whole(this.#clientDays.packed);
    const said = saidAmounts(this.#amounts);
    cell.whole(said.length / 2);
    for (let at = 0; at < said.length; at += 2) {
      cell.whole(said[at] as number);
      cell.amount(said[at + 1] as number);
    }
    for (let at = 0; at < SAMPLE_NAMES.length; at++) writeTimes(cell, this.#codes[at] ?? NO_CODES);
  }
}

const NO_CODES: readonly number[] = [];

function writeTimes(cell: ByteWriter, codes: readonly number[]): void {
  timeBytes.clear();
  let before = 0;
  for (const code of sortSamples(codes)) {
    timeBytes.whole(code - before);
    before = code;
  }
  cell.whole(codes.length);
  cell.whole(timeBytes.length);
  cell.append(timeBytes);
}

/** The first and last day of a week in which anything was counted. */
class DayEnds {
  #first = 6;
  #last = 0;

  include(day: number): void {
    this.#first = Math.min(this.#first, day);
    this.#last = Math.max(this.#last, day);
  }

  get packed(): number {
    return this.#first * 7 + this.#last;
  }
}

const inOrder = (a: WeekDraft, b: WeekDraft): number =>
  (a.outcomeId === b.outcomeId ? 0 : a.outcomeId < b.outcomeId ? -1 : 1) ||
  a.week - b.week ||
  a.clientWeek - b.clientWeek;

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** Goes through packed weeks, one cell at a time: nothing is made for a cell that is passed over. */
export class WeekReader {
  /** The place of the outcome among `outcomeIds`. */
  outcome = 0;
  /** First day of the week, and the first and last day in it that count: days since 1970. */
  week = 0;
  firstDay = 0;
  lastDay = 0;
  readonly bytes: Uint8Array;
  readonly #read: ByteReader;
  readonly #daysBy: 'member' | 'client';
  #end = 0;

  constructor({ bytes }: PackedWeeks, daysBy: 'member' | 'client') {
    this.bytes = bytes;
    this.#read = new ByteReader(bytes);
    this.#daysBy = daysBy;
  }

  /** Whether there is another cell. */
  next(): boolean {
    const read = this.#read;
    if (this.#end >= read.bytes.length) return false;
    read.at = this.#end;
    const length = read.whole();
    this.#end = read.at + length;
    this.outcome = read.whole();
    const week = read.amount();
    const clientShift = unzigzag(read.whole());
    const days = read.whole();
    const clientDays = read.whole();
    const isClients = this.#daysBy === 'client';
    const ends = isClients ? clientDays : days;
    this.week = isClients ? week + clientShift : week;
    this.firstDay = this.week + Math.floor(ends / 7);
    this.lastDay = this.week + (ends % 7);
    return true;
  }

  /**
   * Adds the cell's amounts to sums that lie one after the other as `AMOUNT_NAMES` are, from `at` on.
   * Answers where its times lie: see `timesAt`.
   */
  addAmounts(sums: Float64Array, at: number): number {
    const read = this.#read;
    for (let left = read.whole(); left > 0; left--) {
      const place = at + read.whole();
      sums[place] = exactSum(sums[place] ?? 0, read.amount());
    }
    return read.at;
  }
}

/** Where the times of a cell lie: what `addAmounts` answered. */
export interface TimesPlace {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** The codes of some cells' times, one cell after the other. */
export function timesAt(places: readonly TimesPlace[], name: SampleName): Uint16Array {
  const found = places.map(({ bytes, at }) => {
    const read = new ByteReader(bytes, at);
    let count = read.whole();
    for (const each of SAMPLE_NAMES) {
      const length = read.whole();
      if (each === name) break;
      read.at += length;
      count = read.whole();
    }
    return { read, count };
  });
  const codes = new Uint16Array(found.reduce((sum, { count }) => sum + count, 0));
  let to = 0;
  for (const { read, count } of found) {
    let code = 0;
    for (let left = count; left > 0; left--) codes[to++] = code += read.whole();
  }
  return codes;
}
