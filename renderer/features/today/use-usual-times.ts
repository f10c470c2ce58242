import { useEffect, useState } from 'react';
import type { DayKey } from '#shared/day';

const NOTHING_KNOWN: ReadonlyMap<string, number> = new Map();

/**
 * How long a member's work of each outcome usually takes, working ms. Read once a day, and only when
 * the screen stands: the first look does without.
 */
export function useUsualTimes(memberId: string, day: DayKey): ReadonlyMap<string, number> {
  const [times, setTimes] = useState(NOTHING_KNOWN);
  useEffect(() => {
    if (day === '') return undefined;
    let isLeft = false;
    const idle = requestIdleCallback(() => {
      void (async () => {
        const { usualTimes } = await import('../../services/usual-times.ts');
        const read = await usualTimes(memberId, day);
        if (!isLeft) setTimes(read);
      })();
    });
    return () => {
      isLeft = true;
      cancelIdleCallback(idle);
    };
  }, [memberId, day]);
  return times;
}
