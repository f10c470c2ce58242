import { useEffect, useRef, useState } from 'react';
import css from './tooltip-layer.module.css';

const DELAY_MS = 500;
const GAP_PX = 6;

interface Shown {
  readonly text: string;
  readonly rect: DOMRect;
}

/**
 * The window's one tooltip: shows the `data-tooltip` of what the pointer rests on or the keyboard
 * reached. One layer instead of a component around each button keeps long lists light.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const showFor = (target: EventTarget | null, delayMs: number) => {
      hide();
      const element = target instanceof Element ? target.closest('[data-tooltip]') : null;
      if (!element) return;
      timer = setTimeout(() => {
        const text = element.getAttribute('data-tooltip');
        if (text && element.isConnected) setShown({ text, rect: element.getBoundingClientRect() });
      }, delayMs);
    };
    const onOver = (event: PointerEvent) => showFor(event.target, DELAY_MS);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) {
        showFor(event.target, 0);
      }
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    const hiding = ['pointerdown', 'focusout', 'scroll', 'blur'] as const;
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    for (const name of hiding) window.addEventListener(name, hide, true);
    return () => {
      hide();
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
      for (const name of hiding) window.removeEventListener(name, hide, true);
    };
  }, []);

  // The top layer: above dialogs too.
  useEffect(() => {
    if (shown) box.current?.showPopover?.();
  }, [shown]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      role="tooltip"
      popover="manual"
      className={css['tooltip']}
      style={placeOf(shown.rect)}
    >
      {shown.text}
    </div>
  );
}

/** Below what it names, above where there is no room; beside it at the window's left edge. */
function placeOf(rect: DOMRect): React.CSSProperties {
  const isBelow = rect.bottom + 40 < window.innerHeight;
  const centre = rect.left + rect.width / 2;
  const side: React.CSSProperties =
    centre < 120
      ? { left: rect.left }
      : centre > window.innerWidth - 120
        ? { right: window.innerWidth - rect.right }
        : { left: centre, translate: '-50% 0' };
  return isBelow
    ? { ...side, top: rect.bottom + GAP_PX }
    : { ...side, bottom: window.innerHeight - rect.top + GAP_PX };
}
