import type { KeyboardEvent, ReactNode, RefObject } from 'react';

export type SubmitKey = 'Enter' | 'Ctrl+Enter';

interface SubmitAreaProps {
  /** Enter alone only where every field is a line of text: elsewhere it chooses, presses or breaks a line. */
  readonly submitKey?: SubmitKey | undefined;
  readonly onSubmit: (keys: { readonly shiftKey: boolean }) => void;
  readonly className?: string | undefined;
  readonly ref?: RefObject<HTMLDivElement | null> | undefined;
  readonly children: ReactNode;
}

/** The fields of a form: one key submits it from any of them. */
export function SubmitArea({
  submitKey = 'Ctrl+Enter',
  onSubmit,
  className,
  ref,
  children,
}: SubmitAreaProps) {
  function press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const hasCommand = event.ctrlKey || event.metaKey;
    if (!hasCommand && (submitKey === 'Ctrl+Enter' || !isLine(event))) return;
    event.preventDefault();
    onSubmit(event);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a shortcut for all fields inside
    <div ref={ref} className={className} onKeyDown={press}>
      {children}
    </div>
  );
}

/** In a line of text, or on a choice, as in any form. What opens over it chooses with Enter, and its keys come through here, too. */
const isLine = ({ target, currentTarget, defaultPrevented }: KeyboardEvent): boolean =>
  !defaultPrevented &&
  target instanceof HTMLInputElement &&
  currentTarget.contains(target) &&
  !['checkbox', 'button', 'file'].includes(target.type);
