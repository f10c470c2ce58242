import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Calls when a pointer goes down outside the element; null for never. */
export function useClickElsewhere(
  element: RefObject<HTMLElement | null>,
  onElsewhere: (() => void) | null,
): void {
  const latest = useRef(onElsewhere);
  useEffect(() => {
    latest.current = onElsewhere;
  });
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !element.current?.contains(target)) latest.current?.();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [element]);
}
