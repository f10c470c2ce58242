import type { ReactNode } from 'react';
import css from './asked-of-you.module.css';

interface AskedLineProps {
  readonly icon: ReactNode;
  /** `warn` where something came back that was not wanted. */
  readonly tone?: 'neutral' | 'warn' | undefined;
  readonly title: string;
  readonly hint: string;
  readonly mark?: ReactNode;
  readonly action: ReactNode;
}

/** One thing that is asked: what, by whom and since when, and what to do about it. */
export function AskedLine({ icon, tone = 'neutral', title, hint, mark, action }: AskedLineProps) {
  return (
    <li className={css['line']} data-tone={tone}>
      <span className={css['icon']}>{icon}</span>
      <span className={css['what']}>
        <span className={css['title']}>{title}</span>
        <span className={css['hint']} title={hint}>
          {hint}
        </span>
      </span>
      <span>{mark}</span>
      {action}
    </li>
  );
}
