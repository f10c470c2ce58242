import type { Ref } from 'react';
import { useCallback, useRef } from 'react';

/** A ref that takes the focus once, when its element first appears, and passes the element on. */
export function useFirstFocus<T extends HTMLElement>(
  isWanted: boolean,
  ref: Ref<T> | undefined,
): (element: T | null) => void {
  const hasFocused = useRef(false);
  return useCallback(
    (element: T | null) => {
      if (typeof ref === 'function') ref(element);
      else if (ref) ref.current = element;
      if (!element || !isWanted || hasFocused.current) return;
      hasFocused.current = true;
      element.focus();
    },
    [isWanted, ref],
  );
}
