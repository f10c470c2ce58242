import { useEffect, useState } from 'react';
import { now } from '../services/clock.ts';

const MINUTE_MS = 60_000;
/** For what moves on within a minute: next tries, what was sent just now. */
export const QUARTER_MINUTE_MS = 15_000;

/**
 * The time, renewed as each minute begins (or each step of `stepMs`) and when the window comes into
 * sight: ages and pace stay true, and what is logged after midnight is never shown under the day before.
 */
export function useNow(stepMs = MINUTE_MS): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(renew, stepMs - (now() % stepMs));
    };
    const renew = (): void => {
      clearTimeout(timer);
      setNowMs(now());
      wait();
    };
    wait();
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [stepMs]);
  return nowMs;
}
