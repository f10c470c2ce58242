import type { Subscription } from 'dexie';
import { liveQuery } from 'dexie';
import { openDatabase, subscribeProjection } from './current.ts';

export interface LiveObserver<T> {
  /** Undefined when another database was opened, until its first answer. */
  readonly onValue: (value: T | undefined) => void;
  readonly onError?: (error: unknown) => void;
}

/** Runs a query on the session's database, and again after every write it depends on, until it is stopped. */
export function followLive<T>(query: () => Promise<T>, observer: LiveObserver<T>): () => void {
  let running: Subscription | null = null;
  const restart = (): void => {
    running?.unsubscribe();
    running = null;
    observer.onValue(undefined);
    const db = openDatabase();
    if (!db) return;
    // See `useLive`.
    running = liveQuery(async () => await query()).subscribe({
      next: observer.onValue,
      error: (error: unknown) => {
        // A database that is being replaced closes under its readers; they start anew with the next.
        if (openDatabase() === db && db.isOpen()) observer.onError?.(error);
      },
    });
  };
  const stopWatching = subscribeProjection(restart);
  restart();
  return () => {
    stopWatching();
    running?.unsubscribe();
  };
}
