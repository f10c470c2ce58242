import type { HandOverFacts } from '#shared/handover/hand-over-facts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './handover.module.css';
import { ItemGroups } from './item-groups.tsx';
import { itemKey, itemsOf } from './items.ts';

/** What was open, to read. */
export function OpenItems({ facts }: { readonly facts: HandOverFacts }) {
  const items = itemsOf(facts);
  return (
    <Panel title={t('handover.give.title')} note={t('handover.give.note', { count: items.length })}>
      <ItemGroups
        items={items}
        renderRow={(item) => (
          <li key={itemKey(item)} className={css['item']} data-still>
            <span className={css['what']}>
              <span className={css['title']}>{item.title}</span>
              <span className={css['facts']}>{item.facts.join(' · ')}</span>
            </span>
          </li>
        )}
      />
    </Panel>
  );
}
