import type { DayKey } from '#shared/day';
import { ActionRow } from '../../../app/parts/review-actions/action-row.tsx';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { openActions } from '../../../data/reviews.ts';
import { t } from '../../../i18n/text.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import css from './home.module.css';

interface OpenActionsProps {
  readonly plan: Plan;
  readonly today: DayKey;
}

const SHOWN_AT_ONCE = 12;

/** What was agreed in reviews and is still to be done, by anybody. */
export function OpenActions({ plan, today }: OpenActionsProps) {
  const actions = useLive(async () => await openActions(), []);
  const [isLong, setIsLong] = useState(false);
  if (!actions) return <LoadingState />;
  const shown = isLong ? actions : actions.slice(0, SHOWN_AT_ONCE);
  return (
    <Panel title={t('reviews.actions.title')} note={actions.length || undefined}>
      {actions.length === 0 ? (
        <p className={css['none']}>{t('reviews.actions.none')}</p>
      ) : (
        <ul>
          {shown.map((action) => (
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
      {shown.length < actions.length && (
        <Button size="sm" variant="quiet" onClick={() => setIsLong(true)}>
          {t('reviews.home.showAll', { count: actions.length })}
        </Button>
      )}
    </Panel>
  );
}
