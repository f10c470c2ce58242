import { useEffect } from 'react';

/** Code that the first key may ask for is fetched once the first screen has settled. */
export function useFetchedWhenIdle(load: () => Promise<unknown>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || typeof requestIdleCallback === 'undefined') return undefined;
    const handle = requestIdleCallback(() => {
      // A failure shows itself when the code is asked for.
      load().catch(() => undefined);
    });
    return () => cancelIdleCallback(handle);
  }, [load, isWanted]);
}
