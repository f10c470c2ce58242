import { useEffect, useState } from 'react';
import { now } from '../services/clock.ts';

const MINUTE_MS = 60_000;

/**
 * The time, renewed as each minute begins while the window is in sight: ages and pace stay true, and
 * what is logged after midnight is never shown under the day before.
 */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const renew = (): void => {
      clearTimeout(timer);
      setNowMs(now());
      timer = setTimeout(renew, MINUTE_MS - (now() % MINUTE_MS));
    };
    renew();
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return nowMs;
}
