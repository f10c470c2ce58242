import { useEffect } from 'react';
import { whenIdle } from '../state/first-screen.ts';

/** Code that the first key may ask for is fetched once the first screen has settled. */
export function useFetchedWhenIdle(load: () => Promise<unknown>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || typeof requestIdleCallback === 'undefined') return undefined;
    // A failure shows itself when the code is asked for.
    return whenIdle(() => void load().catch(() => undefined));
  }, [load, isWanted]);
}
