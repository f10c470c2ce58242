import { useSyncExternalStore } from 'react';
import { followLive } from './follow-live.ts';
import type { LiveObserver } from './follow-live.ts';

/** One live query for the whole window, however many components show it. */
export interface SharedLive<T> {
  /** The latest answer; undefined until the first. Throws what the query threw. */
  readonly use: () => T | undefined;
}

export const sharedLive = <T>(query: () => Promise<T>): SharedLive<T> =>
  sharedFollowing((observer: LiveObserver<T>) => followLive(query, observer));

/** The same for what keeps itself up to date: `follow` answers how to stop it. */
export function sharedFollowing<T>(
  follow: (observer: LiveObserver<T>) => () => void,
): SharedLive<T> {
  const listeners = new Set<() => void>();
  let shown: Shown<T> = NOTHING;
  let stop: (() => void) | null = null;

  const show = (next: Shown<T>): void => {
    shown = next;
    for (const listen of listeners) listen();
  };
  const subscribe = (listen: () => void): (() => void) => {
    listeners.add(listen);
    stop ??= follow({
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
