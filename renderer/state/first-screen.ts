import { useEffect, useState } from 'react';

/** A view that never says that it stands is not waited for longer. */
const LONGEST_MS = 1_500;

let stands = false;
let limit: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

/** Says that the first view is on screen with everything listening. */
export function firstScreenStands(): void {
  stands = true;
  clearTimeout(limit);
  for (const act of waiting) act();
  waiting.clear();
}

/**
 * Acts once the first screen stands and has nothing else to do: a window that waits for its database is
 * idle, too, and what is begun then comes in the way. Answers what calls it off.
 */
export function whenIdle(act: () => void): () => void {
  let callOff: (() => void) | undefined;
  const begin = (): void => {
    callOff = onceIdle(act);
  };
  if (stands) {
    begin();
  } else {
    waiting.add(begin);
    limit ??= setTimeout(firstScreenStands, LONGEST_MS);
  }
  return () => {
    waiting.delete(begin);
    callOff?.();
  };
}

/** Whether what comes after the first screen may be drawn: fetching and drawing it before holds that up. */
export function useAfterFirstScreen(): boolean {
  const [isAfter, setIsAfter] = useState(stands);
  useEffect(() => (isAfter ? undefined : whenIdle(() => setIsAfter(true))), [isAfter]);
  return isAfter;
}

function onceIdle(act: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act);
  return () => cancelIdleCallback(handle);
}
