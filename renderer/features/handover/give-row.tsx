import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/select.tsx';
import { Select } from '../../ui/select.tsx';
import css from './handover.module.css';
import type { Item } from './items.ts';
import { STAYS } from './use-receivers.ts';

interface GiveRowProps {
  readonly item: Item;
  readonly options: readonly Option[];
  readonly toId: string;
  readonly onChoose: (memberId: string) => void;
  readonly onGive: () => void;
}

/** One thing, and who takes it. */
export function GiveRow({ item, options, toId, onChoose, onGive }: GiveRowProps) {
  const { title, facts, offeredTo } = item;
  return (
    <li className={css['item']}>
      <span className={css['what']}>
        <span className={css['title']}>{title}</span>
        <span className={css['facts']} title={facts.join(' · ')}>
          {facts.join(' · ')}
        </span>
      </span>
      {offeredTo !== '' ? (
        <Badge tone="accent">{t('handover.give.offered', { name: offeredTo })}</Badge>
      ) : (
        <>
          <Select
            label={t('handover.give.to', { title })}
            isLabelHidden
            value={toId}
            options={options}
            onChange={onChoose}
          />
          <Button
            size="sm"
            isDisabled={toId === STAYS}
            aria-label={t('handover.give.oneOf', { title })}
            onClick={onGive}
          >
            {t('handover.give.one')}
          </Button>
        </>
      )}
    </li>
  );
}
