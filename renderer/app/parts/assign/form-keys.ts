import type { RefObject } from 'react';
import { useEffect } from 'react';

/** Takes the keyboard to the first field that is wrong. */
export function focusFirstError(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
}

/** What took the keyboard's place is gone: it goes on at the first `selector` of what came instead. */
export function useFocusOn(
  place: RefObject<HTMLElement | null>,
  selector: string,
  isWanted: boolean,
): void {
  useEffect(() => {
    if (isWanted) place.current?.querySelector<HTMLElement>(selector)?.focus();
  }, [place, selector, isWanted]);
}
