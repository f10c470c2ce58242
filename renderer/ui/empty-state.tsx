import type { ReactNode } from 'react';
import css from './state.module.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** What is not there. */
  readonly title: string;
  /** What will bring it. */
  readonly text: string;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className={css['state']}>
      {icon !== undefined && <div className={css['icon']}>{icon}</div>}
      <p className={css['title']}>{title}</p>
      <p className={css['text']}>{text}</p>
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  );
}
