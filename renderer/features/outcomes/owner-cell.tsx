import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Badge } from '../../ui/badge.tsx';
import { memberName } from './member-name.ts';
import css from './outcome-table.module.css';

interface OwnerCellProps {
  readonly outcome: Outcome;
  readonly plan: Pick<Plan, 'memberById'>;
}

/** Who answers for an outcome and who stands in; what nobody owns stands out. */
export function OwnerCell({ outcome, plan }: OwnerCellProps) {
  const owner = plan.memberById.get(outcome.ownerId);
  const standIn = plan.memberById.get(outcome.standInId);
  return (
    <>
      {owner && !owner.isGone ? (
        owner.name
      ) : (
        <>
          <Badge tone="warn">{t('outcomes.noOwner')}</Badge>
          {owner && <p className={css['more']}>{memberName(plan, owner.id)}</p>}
        </>
      )}
      {standIn && (
        <p className={css['more']}>
          {t('outcomes.standIn', { name: memberName(plan, standIn.id) })}
        </p>
      )}
    </>
  );
}
