import type { ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import { Definition } from '../../ui/charts/definition.tsx';
import css from './headline.module.css';

export interface HeadlineFigure {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  /** Null where nothing is known. */
  readonly value: ReactNode;
  /** How much stands behind it. */
  readonly count: string;
  /** What it was in the days compared with; null where nothing is. */
  readonly before: string | null;
  readonly onOpen: () => void;
}

/** The figures of a tab: each says its meaning and its count, and opens its entries. */
export function Headline({ figures }: { readonly figures: readonly HeadlineFigure[] }) {
  return (
    <ul className={css['strip']} aria-label={t('insights.headline.label')}>
      {figures.map(({ key, label, definition, value, count, before, onOpen }) => (
        <li key={key} className={css['figure']}>
          <p className={css['label']}>
            {label}
            <Definition name={label} text={definition} />
          </p>
          <button
            type="button"
            className={css['value']}
            title={t('insights.headline.openEntries', { label })}
            onClick={onOpen}
          >
            {value ?? '–'}
            {before !== null && (
              <small className={css['before']}>{t('insights.headline.before', { before })}</small>
            )}
          </button>
          <p className={css['count']}>{count}</p>
        </li>
      ))}
    </ul>
  );
}
