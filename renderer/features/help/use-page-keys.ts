import type { RefObject } from 'react';
import { useEffect } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows go from the field through the pages below it and back; Enter in the field opens the first that was found. */
export function usePageKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const nav = list.current;
    if (!nav) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const field = nav.querySelector('input');
      const pages = [...nav.querySelectorAll('button')];
      const at = pages.findIndex((page) => page === document.activeElement);
      const step = STEPS[event.key];
      if (event.key === 'Enter' && at < 0 && field?.value.trim()) pages[0]?.click();
      if (step === undefined) return;
      event.preventDefault();
      if (at + step < 0) field?.focus();
      else pages[Math.min(at + step, pages.length - 1)]?.focus();
    };
    nav.addEventListener('keydown', onKeyDown);
    return () => nav.removeEventListener('keydown', onKeyDown);
  }, [list]);
}
