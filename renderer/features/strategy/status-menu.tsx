import type { StrategyProgress } from '#shared/metrics/strategy';
import { INTENT_STATUSES } from '#shared/plan/intent';
import { t } from '../../i18n/text.ts';
import { Menu } from '../../ui/menu.tsx';
import { change } from './acts.ts';
import type { IntentNode } from './acts.ts';
import { StandingBadge } from './standing-badge.tsx';
import css from './tree-row.module.css';

interface StatusMenuProps {
  readonly node: IntentNode;
  readonly progress: StrategyProgress;
}

/** How a line stands; a press says otherwise. The keyboard has the same in the panel. */
export function StatusMenu({ node, progress }: StatusMenuProps) {
  const { id, status } = node.item;
  const pace = (progress.keyResults.get(id) ?? progress.rolledUp.get(id))?.pace ?? null;
  return (
    <Menu
      align="end"
      items={[
        { key: 'heading', kind: 'heading', label: t('strategy.field.status') },
        ...INTENT_STATUSES.map((each) => ({
          key: each,
          label: t(`strategy.status.${each}`),
          isChecked: each === status,
          onSelect: () => void change(node, { status: each }),
        })),
      ]}
      trigger={
        <button type="button" tabIndex={-1} className={css['status']}>
          <StandingBadge status={status} pace={pace} />
        </button>
      }
    />
  );
}
