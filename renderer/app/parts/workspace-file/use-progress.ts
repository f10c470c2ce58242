import { useEffect, useState } from 'react';
import { bridge } from '../../../bridge.ts';

/** How far an export or a restore is, 0 to 1; 0 while none is under way. */
export function useProgress(isBusy: boolean): number {
  const [ratio, setRatio] = useState(0);
  useEffect(() => {
    if (!isBusy) return undefined;
    const stop = bridge.onArchiveProgress(setRatio);
    return () => {
      stop();
      setRatio(0);
    };
  }, [isBusy]);
  return ratio;
}
