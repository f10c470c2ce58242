import { liveQuery } from 'dexie';
import { startTransition, useEffect, useRef, useState } from 'react';
import { useProjection } from './current.ts';
import type { Projection } from './projection.ts';

interface Shown<T> {
  readonly projection: Projection;
  readonly value: T;
}

/**
 * What a query reads from the open database, read again whenever a write, in this window or in a
 * worker, touches what it has read. Undefined until the first answer; while `deps` change, the last
 * answer stays until the next one. A query that throws reaches the error boundary. One that computes long
 * stops by the signal, once nobody waits for it any more. Where what is drawn is large, `drawn: 'in-slices'`
 * lets keys and clicks come in between.
 */
export function useLive<T>(
  query: (left: AbortSignal) => Promise<T>,
  deps: unknown[],
  { drawn = 'at-once' }: { readonly drawn?: 'at-once' | 'in-slices' } = {},
): T | undefined {
  const projection = useProjection();
  const latest = useRef(query);
  latest.current = query;
  const [shown, setShown] = useState<Shown<T> | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!projection) return undefined;
    const waiting = new AbortController();
    // Async itself, so that what a query reads after it has awaited something else is followed, too.
    const subscription = liveQuery(async () => await latest.current(waiting.signal)).subscribe({
      next: (value) => {
        const show = (): void => setShown({ projection, value });
        if (drawn === 'in-slices') startTransition(show);
        else show();
      },
      error: (error: unknown) => {
        // A database that is being replaced closes under its readers; they start anew with the next.
        if (projection.isOpen()) setFailure({ error });
      },
    });
    return () => {
      subscription.unsubscribe();
      waiting.abort();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the caller names what its query depends on
  }, [projection, drawn, ...deps]);
  if (failure) throw failure.error;
  return shown && shown.projection === projection ? shown.value : undefined;
}
