import type { ReactNode } from 'react';
import css from './page.module.css';

interface PageColumnsProps {
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** Two columns of panels where the window is wide enough for both; else one above the other. */
export function PageColumns({ first, second }: PageColumnsProps) {
  return (
    <div className={css['columns']}>
      <div className={css['column']}>{first}</div>
      <div className={css['column']}>{second}</div>
    </div>
  );
}
