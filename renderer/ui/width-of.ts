import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** The width of an element's content in pixels, followed as it changes; `initialPx` until it is known. */
export function useWidthOf(element: RefObject<HTMLElement | null>, initialPx: number): number {
  const [widthPx, setWidthPx] = useState(initialPx);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidthPx(entry.contentRect.width);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
