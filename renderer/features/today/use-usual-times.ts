import { useEffect, useState } from 'react';
import type { DayKey } from '#shared/day';
import { whenIdle } from '../../state/first-screen.ts';

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
    const read = async (): Promise<void> => {
      const { usualTimes } = await import('../../services/usual-times.ts');
      if (isLeft) return;
      const known = await usualTimes(memberId, day);
      if (!isLeft) setTimes(known);
    };
    // The day stands without it, too: a database that closes under the reader is no failure here.
    const cancel = whenIdle(() => void read().catch(() => undefined));
    return () => {
      isLeft = true;
      cancel();
    };
  }, [memberId, day]);
  return times;
}
