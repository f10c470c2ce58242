import type { ReactNode } from 'react';
import css from './field-row.module.css';

interface FieldRowProps {
  readonly label: string;
  /** The first values of the chosen column. */
  readonly samples?: readonly string[] | undefined;
  readonly hint?: string | undefined;
  /** The controls take the room of the samples too, which then stand below. */
  readonly isWide?: boolean | undefined;
  readonly children: ReactNode;
}

/** One field of the work: its name, where it comes from, what stands there. */
export function FieldRow({ label, samples, hint, isWide = false, children }: FieldRowProps) {
  return (
    <div
      className={css['row']}
      data-wide={isWide || undefined}
      // Several controls share the name that is drawn beside them.
      role={isWide ? 'group' : undefined}
      aria-label={isWide ? label : undefined}
    >
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      <div className={css['control']}>{children}</div>
      <div className={css['about']}>
        {samples && samples.length > 0 && (
          <span className={css['samples']} title={samples.join('\n')}>
            {samples.join(' · ')}
          </span>
        )}
        {hint !== undefined && <span className={css['hint']}>{hint}</span>}
      </div>
    </div>
  );
}
