import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import css from './stat.module.css';

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: ReactNode;
  readonly tone?: Tone | undefined;
}

/** One figure that matters: the figure large, its name small above, what puts it in place below. */
export function Stat({ label, value, hint, tone = 'neutral' }: StatProps) {
  return (
    <div className={css['stat']} data-tone={tone} role="group" aria-label={label}>
      <p className={css['label']}>{label}</p>
      <p className={css['value']}>{value}</p>
      {hint !== undefined && <p className={css['hint']}>{hint}</p>}
    </div>
  );
}
