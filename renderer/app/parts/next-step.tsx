import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { openEntryDialog } from '../../state/entry-dialog.ts';
import { openLogBar } from '../../state/log-bar.ts';
import { go } from '../../state/route.ts';
import { useSession } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import css from './next-step.module.css';
import { useHasOwnWork } from './own-work.ts';

/** What brings the first entry, by how far the plan has come: where nothing is logged, that is what is missing. */
export function NextStep({ plan }: { readonly plan: Plan }) {
  const seat = useSession((session) => session.seat);
  const hasOwnWork = useHasOwnWork();
  const outcomes = plan.outcomes.filter(({ isArchived }) => !isArchived);
  if (outcomes.length === 0) {
    return seat === 'manager' ? (
      <Button variant="primary" onClick={() => go('outcome', { new: '1' })}>
        {t('app.next.outcome')}
      </Button>
    ) : (
      <Button onClick={() => go('sync')}>{t('app.next.sync')}</Button>
    );
  }
  const logOne = () =>
    hasOwnWork
      ? openLogBar()
      : openEntryDialog({
          kind: 'new',
          values: { outcomeId: outcomes[0]?.id ?? '' },
          isRequest: false,
        });
  return (
    <div className={css['ways']}>
      <Button variant="primary" shortcut={hasOwnWork ? 'L' : undefined} onClick={logOne}>
        {t('app.next.log')}
      </Button>
      <Button onClick={() => go('import')}>{t('app.next.table')}</Button>
    </div>
  );
}
