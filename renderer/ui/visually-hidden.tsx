import type { ReactNode } from 'react';
import css from './visually-hidden.module.css';

/** Words that are read out and not drawn, where the place itself shows what they say. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={css['hidden']}>{children}</span>;
}
