import type { ReactNode } from 'react';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import css from './figures.module.css';

interface SectionListProps<T> {
  readonly title: string;
  readonly items: readonly T[];
  /** How many more there were than a review keeps. */
  readonly leftOut: number | undefined;
  /** Said where there is nothing. */
  readonly none: string;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** A section of a review that is a list: how many, each of them, and how many are not shown. */
export function SectionList<T>({
  title,
  items,
  leftOut = 0,
  none,
  keyOf,
  children,
}: SectionListProps<T>) {
  const count = items.length + leftOut;
  return (
    <Panel title={title} note={count === 0 ? undefined : count}>
      {items.length === 0 ? (
        <p className={css['none']}>{none}</p>
      ) : (
        <ul className={css['lines']}>
          {items.map((item) => (
            <li key={keyOf(item)} className={css['line']}>
              {children(item)}
            </li>
          ))}
        </ul>
      )}
      <LeftOut count={leftOut} />
    </Panel>
  );
}

export function LeftOut({ count = 0 }: { readonly count: number | undefined }) {
  return count > 0 ? (
    <p className={css['more']}>{t('reviews.figures.leftOut', { count })}</p>
  ) : null;
}
