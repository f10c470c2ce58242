import type { ReactNode, RefObject } from 'react';
import { Suspense, lazy, useState } from 'react';

export interface DialogProps {
  readonly isOpen: boolean;
  /** Escape, the close button or a press outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  /** Buttons, the chosen one last. */
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** What is focused first; otherwise the first field or button. */
  readonly initialFocus?: RefObject<HTMLElement | null> | undefined;
  readonly children?: ReactNode;
}

const DialogPopup = lazy(async () => {
  const { DialogPopup } = await import('./dialog-popup.tsx');
  return { default: DialogPopup };
});

/** A question or form over the page: holds the focus, gives it back when closed. Loaded when first opened. */
export function Dialog(props: DialogProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <DialogPopup {...props} />
    </Suspense>
  );
}
