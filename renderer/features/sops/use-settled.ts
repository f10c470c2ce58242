import { useEffect, useState } from 'react';

/** How long nothing changes before what follows from it is worked out. */
const PAUSE_MS = 350;

/**
 * A value once it has stood still for a moment: what follows from typing waits until the typing pauses.
 * While `writing` changes it waits too.
 */
export function useSettled<T>(value: T, writing?: unknown): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === settled) return undefined;
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- each letter starts the wait anew
  }, [value, settled, writing]);
  return settled;
}
