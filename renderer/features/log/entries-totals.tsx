import { quantile } from '#shared/metrics/rollup';
import type { Plan } from '../../data/plan.ts';
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRatio,
} from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Stat } from '../../ui/stat.tsx';
import css from './entries-view.module.css';
import type { EntryTotals } from './use-entry-totals.ts';

interface EntriesTotalsProps {
  readonly plan: Plan;
  readonly outcomeId: string;
  readonly totals: EntryTotals | undefined;
  readonly found: number;
}

/** What the entries below add up to. A quantity only where all of it is in one unit; a rate never without its count. */
export function EntriesTotals({ plan, outcomeId, totals, found }: EntriesTotalsProps) {
  const completed = totals?.completed;
  const outcome = plan.outcomeById.get(outcomeId);
  const openCount = totals?.openCount ?? null;
  const median = completed ? quantile(completed.turnaroundMs, 0.5) : null;
  const isChecked = completed && completed.checkedQuantity > 0;
  return (
    <div className={css['totals']}>
      {completed ? (
        <Stat label={t('log.list.completed')} value={formatNumber(completed.count)} />
      ) : (
        <Stat label={t('log.list.found')} value={formatNumber(found)} />
      )}
      {completed && outcome && (
        <Stat
          label={t('log.list.output')}
          value={formatQuantity(completed.quantity)}
          hint={outcome.unit}
        />
      )}
      {openCount !== null && <Stat label={t('log.list.open')} value={formatNumber(openCount)} />}
      {isChecked && (
        <Stat
          label={t('log.list.accuracy')}
          value={formatRatio(Math.max(0, 1 - completed.errors / completed.checkedQuantity))}
          hint={t('log.list.checked', {
            count: completed.errors,
            checked: formatQuantity(completed.checkedQuantity),
          })}
        />
      )}
      {completed && median !== null && (
        <Stat
          label={t('log.list.turnaround')}
          value={formatDuration(median)}
          hint={t('log.list.timed', { count: completed.turnaroundMs.length })}
        />
      )}
      {completed && completed.valueMinor > 0 && (
        <Stat
          label={t('log.list.value')}
          value={formatMoney(completed.valueMinor, plan.workspace?.currency ?? 'USD')}
        />
      )}
      {completed && completed.reopenedCount > 0 && (
        <Stat label={t('log.list.rework')} value={formatNumber(completed.reopenedCount)} />
      )}
    </div>
  );
}
