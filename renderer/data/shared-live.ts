import { useSyncExternalStore } from 'react';
import { followLive } from './follow-live.ts';

/** One live query for the whole window, however many components show it. */
export interface SharedLive<T> {
  /** The latest answer; undefined until the first. Throws what the query threw. */
  readonly use: () => T | undefined;
}

export function sharedLive<T>(query: () => Promise<T>): SharedLive<T> {
  const listeners = new Set<() => void>();
  let shown: Shown<T> = NOTHING;
  let stop: (() => void) | null = null;

  const show = (next: Shown<T>): void => {
    shown = next;
    for (const listen of listeners) listen();
  };
  const subscribe = (listen: () => void): (() => void) => {
    listeners.add(listen);
    stop ??= followLive(query, {
      onValue: (value) => show({ value }),
      onError: (error) => show({ error }),
    });
    return () => {
      listeners.delete(listen);
      if (listeners.size > 0) return;
      stop?.();
      stop = null;
      shown = NOTHING;
    };
  };
  return {
    use: () => {
      const latest = useSyncExternalStore(subscribe, () => shown);
      if (latest.error !== undefined) throw latest.error;
      return latest.value;
    },
  };
}

interface Shown<T> {
  readonly value?: T | undefined;
  readonly error?: unknown;
}

const NOTHING = {};
