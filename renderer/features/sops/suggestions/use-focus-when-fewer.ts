import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Takes the keyboard when what it was on is gone because there are fewer of them: else it would be nowhere. */
export function useFocusWhenFewer<T extends HTMLElement>(count: number): RefObject<T | null> {
  const heir = useRef<T>(null);
  const before = useRef(count);
  useEffect(() => {
    const isFewer = count < before.current;
    before.current = count;
    if (isFewer && document.activeElement === document.body) heir.current?.focus();
  }, [count]);
  return heir;
}
