import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { createPortal } from 'react-dom';

/** Where the dialog keeps its buttons: each way of giving out work has its own. */
export const FooterSlot = createContext<HTMLElement | null>(null);

/** Puts a form's buttons into the footer of the dialog around it. */
export function InFooter({ children }: { readonly children: ReactNode }) {
  const slot = useContext(FooterSlot);
  return slot && createPortal(children, slot);
}
