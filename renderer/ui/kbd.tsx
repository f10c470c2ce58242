import type { ReactNode } from 'react';
import css from './kbd.module.css';

/** A key or a combination, as it is printed on the keyboard: `Ctrl+L`. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className={css['kbd']}>{children}</kbd>;
}
