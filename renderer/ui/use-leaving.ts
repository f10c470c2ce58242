import { useEffect } from 'react';

/**
 * Runs `leave` when the component goes, and when the window closes, where no component is unmounted.
 * `leave` stays the same function and may run more than once.
 */
export function useLeaving(leave: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [leave]);
}
