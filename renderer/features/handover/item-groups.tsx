import type { ReactNode } from 'react';
import { t } from '../../i18n/text.ts';
import css from './handover.module.css';
import type { Item } from './items.ts';
import { KINDS } from './items.ts';

interface ItemGroupsProps {
  readonly items: readonly Item[];
  /** A list item, with a key. */
  readonly renderRow: (item: Item) => ReactNode;
}

/** What changes hands, under its kinds; a kind of which there is nothing is not named. */
export function ItemGroups({ items, renderRow }: ItemGroupsProps) {
  return KINDS.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return (
      own.length > 0 && (
        <section key={kind} className={css['group']}>
          <h3 className={css['kind']}>{t(`handover.give.kind.${kind}`)}</h3>
          <ul>{own.map(renderRow)}</ul>
        </section>
      )
    );
  });
}
