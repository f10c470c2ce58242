import type { ReviewAction } from '#shared/cadence/review-action';
import type { DayKey } from '#shared/day';
import { ActionRow } from '../../../app/parts/review-actions/action-row.tsx';
import type { Plan } from '../../../data/plan.ts';
import { t } from '../../../i18n/text.ts';
import { Panel } from '../../../ui/panel.tsx';
import css from './desk.module.css';

interface LastActionsProps {
  readonly actions: readonly ReviewAction[];
  readonly plan: Plan;
  readonly today: DayKey;
}

/** Last time's actions, first on the agenda: what was done, and what is still open. */
export function LastActions({ actions, plan, today }: LastActionsProps) {
  return (
    <Panel title={t('reviews.actions.last')} note={actions.length || undefined}>
      {actions.length === 0 ? (
        <p className={css['none']}>{t('reviews.actions.lastNone')}</p>
      ) : (
        <ul>
          {actions.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              owner={plan.memberById.get(action.ownerId)?.name ?? t('reviews.gone')}
              today={today}
              isManager
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
