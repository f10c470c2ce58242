import { useMemo } from 'react';
import { openDatabase, subscribeProjection } from './current.ts';
import { byRequest } from './deliverables.ts';
import type { Entry } from './entry.ts';
import { entryFrom } from './entry.ts';
import type { LiveObserver } from './follow-live.ts';
import { inSlices } from './in-slices.ts';
import type { Projection } from './projection.ts';
import { onRowsChanged } from './row-changes.ts';
import { sharedFollowing } from './shared-live.ts';
import type { DeliverableRow } from './stored.ts';

/** Keeps the open work of everybody: read whole once, then row by row as rows change. */
class OpenWork {
  readonly #db: Projection;
  readonly #observer: LiveObserver<readonly Entry[]>;
  readonly #stopWatching: () => void;
  #entries = new Map<string, Entry>();
  /** Changed since the last reading; null means anything may have. */
  #changed: Set<string> | null = null;
  #isReading = false;
  #isStopped = false;

  constructor(db: Projection, observer: LiveObserver<readonly Entry[]>) {
    this.#db = db;
    this.#observer = observer;
    this.#stopWatching = onRowsChanged(db, 'deliverables', (keys) => this.#note(keys));
    void this.#readUntilQuiet();
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopWatching();
  }

  #note(keys: readonly string[] | null): void {
    if (keys === null) this.#changed = null;
    else for (const key of keys) this.#changed?.add(key);
    void this.#readUntilQuiet();
  }

  async #readUntilQuiet(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isStopped && (this.#changed === null || this.#changed.size > 0)) {
        const changed = this.#changed;
        this.#changed = new Set();
        await (changed === null ? this.#readAll() : this.#readSome([...changed]));
        if (this.#isStopped) return;
        this.#observer.onValue(this.#inOrder());
      }
    } catch (error) {
      // A database that is being replaced closes under its readers; they start anew with the next.
      if (openDatabase() === this.#db && this.#db.isOpen()) this.#observer.onError?.(error);
    } finally {
      this.#isReading = false;
    }
  }

  /** Kept in order too, since sorting what is nearly sorted takes one pass. */
  #inOrder(): readonly Entry[] {
    const ordered = [...this.#entries].toSorted(([, a], [, b]) => byRequest(a, b));
    this.#entries = new Map(ordered);
    return ordered.map(([, entry]) => entry);
  }

  /** Member by member, so that the window draws and answers in between. */
  async #readAll(): Promise<void> {
    const entries = new Map<string, Entry>();
    const byMember = this.#db.deliverables.orderBy('openOf');
    for (const memberId of await byMember.uniqueKeys()) {
      const rows = await this.#db.deliverables.where('openOf').equals(memberId).toArray();
      await inSlices(rows, (row) => entries.set(row.key, entryFrom(row)));
    }
    this.#entries = entries;
  }

  async #readSome(keys: readonly string[]): Promise<void> {
    const rows = await this.#db.deliverables.bulkGet([...keys]);
    for (const [at, key] of keys.entries()) {
      const row: DeliverableRow | undefined = rows[at];
      if (row?.openOf === undefined) this.#entries.delete(key);
      else this.#entries.set(key, entryFrom(row));
    }
  }
}

/** Follows the open work of the session's database, and of the next one when it is replaced. */
export function followOpenWork(observer: LiveObserver<readonly Entry[]>): () => void {
  let running: OpenWork | null = null;
  const restart = (): void => {
    running?.stop();
    observer.onValue(undefined);
    const db = openDatabase();
    running = db && new OpenWork(db, observer);
  };
  const stopWatching = subscribeProjection(restart);
  restart();
  return () => {
    stopWatching();
    running?.stop();
  };
}

const openWork = sharedFollowing(followOpenWork);

/**
 * Everybody's open work, or that of some members, oldest request first; live and shared. A change reads
 * the rows that it touched alone, so that a list of tens of thousands follows every save. Undefined until
 * it was read.
 */
export function useOpenEntries(memberIds?: readonly string[]): readonly Entry[] | undefined {
  const all = openWork.use();
  const wanted = memberIds?.join('|');
  return useMemo(() => {
    if (wanted === undefined) return all;
    const members = new Set(wanted.split('|'));
    return all?.filter(({ memberId }) => members.has(memberId));
  }, [all, wanted]);
}
