import type { DayKey, MonthKey } from '#shared/day';
import { monthOf } from '#shared/day';
import { InTurn } from '../in-turn.ts';
import type { Projection } from '../projection.ts';
import type { MonthsRange } from '../record-key.ts';
import { monthsRange, sumsMonth, sumsRanges } from '../record-key.ts';
import { onSumsChanged } from '../row-changes.ts';
import { rowsInParts } from '../rows-in-parts.ts';
import type { SumsRecord } from '../stored.ts';

/**
 * The sums of the months that were asked for, as they are packed: ten bytes or so a deliverable. Read once,
 * and after that only what writes touch, in this window or in a worker.
 */
class SumsStore {
  readonly #db: Projection;
  readonly #records = new Map<string, SumsRecord>();
  readonly #turns = new InTurn();
  readonly #stop: () => void;
  /** Months between which all is in memory; null where nothing is. */
  #held: { readonly from: MonthKey; readonly to: MonthKey } | null = null;
  /** What was written since it was read. */
  #touched = new Set<string>();

  constructor(db: Projection) {
    this.#db = db;
    this.#stop = onSumsChanged(db, (keys) => this.#hear(keys));
  }

  close(): void {
    this.#stop();
  }

  /** The records of every month in which one of the days lies. */
  async of(fromDay: DayKey, toDay: DayKey): Promise<SumsRecord[]> {
    const [from, to] = [monthOf(fromDay), monthOf(toDay)];
    await this.#turns.run(async () => {
      await this.#refresh();
      await this.#reach(from, to);
    });
    const found: SumsRecord[] = [];
    for (const record of this.#records.values()) {
      if (isWithin(record.key, { from, to })) found.push(record);
    }
    return found;
  }

  #hear(keys: readonly string[] | null): void {
    if (!keys) {
      // A sweep through the whole table: read anew when it is wanted.
      this.#records.clear();
      this.#touched.clear();
      this.#held = null;
      return;
    }
    for (const key of keys) this.#touched.add(key);
  }

  async #refresh(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    const held = this.#held;
    const wanted = touched.filter((key) => held && isWithin(key, held));
    if (wanted.length === 0) return;
    try {
      const records = await rowsInParts(this.#db.sums, wanted, { inRanges: false });
      for (const [at, key] of wanted.entries()) this.#set(key, records[at]);
    } catch (error) {
      for (const key of touched) this.#touched.add(key);
      throw error;
    }
  }

  /** Reads what lies between these months and those at hand, too, so that one stretch is held. */
  async #reach(from: MonthKey, to: MonthKey): Promise<void> {
    const held = this.#held;
    const missing: readonly MonthsRange[] = held
      ? [
          ...(from < held.from ? [[`${from}|`, `${held.from}|`] as const] : []),
          ...(to > held.to ? [[`${held.to}|\uffff`, `${to}|\uffff`] as const] : []),
        ]
      : [monthsRange(from, to)];
    const read = await Promise.all(missing.map(async (months) => await this.#read(months)));
    // A sweep may have come between: then nothing is held, and what was just read may be old.
    if (this.#held !== held) return await this.#reach(from, to);
    for (const record of read.flat()) {
      if (!this.#touched.has(record.key)) this.#records.set(record.key, record);
    }
    this.#held = held
      ? { from: from < held.from ? from : held.from, to: to > held.to ? to : held.to }
      : { from, to };
    return undefined;
  }

  /** A year's months of a large team take some milliseconds to hand over: in parts, each a task of its own. */
  async #read(months: MonthsRange): Promise<readonly SumsRecord[]> {
    const { sums } = this.#db;
    return await this.#db.transaction('r', sums, async () => {
      const read = sumsRanges(months).map(async ([lower, upper]) => {
        const keys = await sums.where('key').between(lower, upper).primaryKeys();
        const parts: Promise<SumsRecord[]>[] = [];
        for (let at = 0; at < keys.length; at += RECORDS_AT_ONCE) {
          const [first, last] = [keys[at], keys[Math.min(at + RECORDS_AT_ONCE, keys.length) - 1]];
          parts.push(sums.where('key').between(first, last, true, true).toArray());
        }
        return (await Promise.all(parts)).flat();
      });
      return (await Promise.all(read)).flat();
    });
  }

  #set(key: string, record: SumsRecord | undefined): void {
    if (record) this.#records.set(key, record);
    else this.#records.delete(key);
  }
}

let opened: { readonly db: Projection; readonly store: SumsStore } | null = null;

/** The one of the session's database, however many read from it; that of another is let go. */
export function sumsStore(db: Projection): SumsStore {
  if (opened?.db === db) return opened.store;
  opened?.store.close();
  opened = { db, store: new SumsStore(db) };
  return opened.store;
}

const RECORDS_AT_ONCE = 400;

const isWithin = (
  key: string,
  { from, to }: { readonly from: MonthKey; readonly to: MonthKey },
): boolean => {
  const month = sumsMonth(key);
  return month >= from && month <= to;
};
