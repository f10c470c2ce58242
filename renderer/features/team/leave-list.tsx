import type { Absence } from '#shared/plan/absence';
import type { Plan } from '../../data/plan.ts';
import { formatDay } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import css from './leave-dialog.module.css';

interface LeaveListProps {
  readonly plan: Plan;
  readonly leave: readonly Absence[];
  readonly onEdit: (absence: Absence) => void;
  readonly onRemove: (absence: Absence) => Promise<void>;
}

/** Leave that is planned or under way. */
export function LeaveList({ plan, leave, onEdit, onRemove }: LeaveListProps) {
  if (leave.length === 0) return null;
  return (
    <section aria-label={t('handover.leave.planned')}>
      <h3 className={css['heading']}>{t('handover.leave.planned')}</h3>
      <ul>
        {leave.map((absence) => {
          const days = t('handover.leave.days', {
            from: formatDay(absence.fromDay),
            to: formatDay(absence.toDay, 'dated'),
          });
          const name = plan.memberById.get(absence.standInId)?.name;
          return (
            <li key={absence.id} className={css['planned']}>
              <button
                type="button"
                className={css['days']}
                aria-label={t('handover.leave.edit', { days })}
                onClick={() => onEdit(absence)}
              >
                {name
                  ? t('handover.leave.with', { days, name })
                  : t('handover.leave.without', { days })}
              </button>
              <Button
                variant="quiet"
                size="sm"
                aria-label={t('handover.leave.removeOf', { days })}
                onClick={() => void onRemove(absence)}
              >
                {t('handover.leave.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
