import type { Entry } from '../../data/entry.ts';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './bulk-bar.module.css';
import { doWork } from './do-work.ts';
import type { Viewer } from './work-actions.ts';
import { BULK_ACTIONS, WORK_KEYS, workFor } from './work-actions.ts';

interface BulkBarProps {
  readonly chosen: readonly Entry[];
  readonly plan: Plan;
  readonly viewer: Viewer;
  readonly onClear: () => void;
}

/** What can be done with all that is chosen; an action that fits only some says with how many. */
export function BulkBar({ chosen, plan, viewer, onClear }: BulkBarProps) {
  const actions = BULK_ACTIONS.map((action) => ({
    action,
    count: workFor(action, chosen, viewer).length,
  })).filter(({ count }) => count > 0);
  return (
    <div role="toolbar" aria-label={t('work.bulk.label')} className={css['bar']}>
      <span className={css['count']} role="status">
        {t('work.bulk.chosen', { count: chosen.length })}
      </span>
      {actions.map(({ action, count }) => (
        <Button
          key={action}
          size="sm"
          variant={action === 'delete' ? 'danger' : 'secondary'}
          shortcut={action === 'delete' ? 'Del' : WORK_KEYS[action].toUpperCase()}
          onClick={() => void doWork(action, chosen, plan, viewer)}
        >
          {count === chosen.length
            ? t(`work.action.${action}`)
            : t('work.bulk.some', { action: t(`work.action.${action}`), count })}
        </Button>
      ))}
      <Button size="sm" variant="quiet" shortcut="Esc" onClick={onClear}>
        {t('work.bulk.clear')}
      </Button>
    </div>
  );
}
