import type { ReactNode } from 'react';
import { useState } from 'react';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';

/** A large team's table begins with so many rows: all of them at once would hold the window up. */
const FIRST_ROWS = 25;

interface FirstRows<T> {
  readonly shown: readonly T[];
  /** Asks for the rest, and lets go of it again; null where there is none. */
  readonly toggle: ReactNode;
}

/** The first rows of a table, and what asks for all of them. */
export function useFirstRows<T>(rows: readonly T[]): FirstRows<T> {
  const [isWhole, setIsWhole] = useState(false);
  if (rows.length <= FIRST_ROWS) return { shown: rows, toggle: null };
  return {
    shown: isWhole ? rows : rows.slice(0, FIRST_ROWS),
    toggle: (
      <Button size="sm" variant="quiet" onClick={() => setIsWhole(!isWhole)}>
        {isWhole ? t('attention.showLess') : t('attention.showAll', { count: rows.length })}
      </Button>
    ),
  };
}
