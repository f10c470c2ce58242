import type { ReactNode } from 'react';
import css from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /**
   * `scroll` scrolls as a whole; `fill` gives its content exactly the room there is, for a table that
   * scrolls by itself.
   */
  readonly layout?: 'scroll' | 'fill' | undefined;
  /** `reading` keeps lines short: forms and texts. `columns` does until there is room for `PageColumns`. */
  readonly width?: 'full' | 'reading' | 'columns' | undefined;
  readonly children: ReactNode;
}

/** A view: its heading, its acts, its content. */
export function Page({
  title,
  subtitle,
  actions,
  layout = 'scroll',
  width = 'full',
  children,
}: PageProps) {
  return (
    <div className={css['page']} data-layout={layout} data-width={width}>
      <header className={css['header']}>
        <div className={css['heading']}>
          <h1 className={css['title']}>{title}</h1>
          {subtitle !== undefined && <div className={css['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={css['actions']}>{actions}</div>}
      </header>
      <div className={css['body']}>{children}</div>
    </div>
  );
}
