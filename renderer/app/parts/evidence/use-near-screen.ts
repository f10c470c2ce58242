import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Whether an element was on the screen or close below it; stays true from then on. */
export function useNearScreen(element: RefObject<Element | null>): boolean {
  const [wasNear, setWasNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (wasNear || element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setWasNear(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, wasNear]);
  return wasNear;
}
