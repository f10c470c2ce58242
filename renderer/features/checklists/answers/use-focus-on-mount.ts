import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Each step takes the focus with what it asks for: a run needs no pointer. */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
