import type { ObservabilitySet, Table } from 'dexie';
import { Dexie, RangeSet } from 'dexie';
import { InTurn } from './in-turn.ts';

export interface RowsObserver<T> {
  /** Every row, at first and whenever it cannot be told what a write touched. */
  readonly onAll: (rows: readonly T[]) => void;
  /** The rows that a write touched, by their key; undefined for what is gone. */
  readonly onTouched: (rows: ReadonlyMap<string, T | undefined>) => void;
  readonly onError: (error: unknown) => void;
}

/** More are read faster in one sweep than one by one. */
const MOST_TOUCHED = 400;

/**
 * Follows a table whose rows a window holds in memory: reads it once, and after that only what writes
 * touch, in this window or in a worker. Answers how to stop.
 */
export function followRows<T>(table: Table<T, string>, observer: RowsObserver<T>): () => void {
  const part = `idb://${table.db.name}/${table.name}/`;
  const turns = new InTurn();
  let isStopped = false;

  const read = (keys: readonly string[] | null): void => {
    const turn = turns.run(async () => {
      if (isStopped) return;
      const rows = keys ? await table.bulkGet([...keys]) : await table.toArray();
      if (isStopped) return;
      if (keys) observer.onTouched(new Map(keys.map((key, at) => [key, rows[at]])));
      else observer.onAll(rows.filter((row) => row !== undefined));
    });
    turn.catch((error: unknown) => {
      if (!isStopped) observer.onError(error);
    });
  };
  const hear = (parts: ObservabilitySet): void => {
    const touched = parts[part];
    if (touched) read(touchedKeys(new RangeSet().add(touched)));
  };
  Dexie.on.storagemutated.subscribe(hear);
  read(null);
  return () => {
    isStopped = true;
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}

/** Null where they are too many, or not known one by one. */
function touchedKeys(ranges: Iterable<{ from: unknown; to: unknown }>): readonly string[] | null {
  const keys: string[] = [];
  for (const { from, to } of ranges) {
    if (typeof from !== 'string' || from !== to || keys.length >= MOST_TOUCHED) return null;
    keys.push(from);
  }
  return keys;
}
