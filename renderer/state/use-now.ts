import { useEffect, useState } from 'react';
import { now } from '../services/clock.ts';

const MINUTE_MS = 60_000;

/** The time, renewed every minute while the window is in sight: ages and pace stay true. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(now);
  useEffect(() => {
    const renew = () => setNowMs(now());
    const timer = setInterval(renew, MINUTE_MS);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, []);
  return nowMs;
}
