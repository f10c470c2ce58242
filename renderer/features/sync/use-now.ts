import { useEffect, useState } from 'react';
import { now } from '../../services/clock.ts';

const STEP_MS = 15_000;

/** The time, moving on while it is shown: ages and next tries stay true. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
