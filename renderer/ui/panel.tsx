import type { ReactNode } from 'react';
import { useId } from 'react';
import css from './panel.module.css';

interface PanelProps {
  readonly title: string;
  /** A figure or a few words beside the title. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section of a page: a title over a hairline, and what belongs to it. No box. */
export function Panel({ title, note, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css['panel']}>
      <header className={css['header']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        {note !== undefined && <span className={css['note']}>{note}</span>}
        {actions !== undefined && <div className={css['actions']}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
