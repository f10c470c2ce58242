import type { OutcomeWeek } from '#shared/metrics/insights/predictability';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import css from './plots.module.css';

/** The weeks of an outcome in order, each on target or not; the words are in the column beside. */
export function WeekMarks({ weeks }: { readonly weeks: readonly OutcomeWeek[] }) {
  return (
    <span className={css['weeks']} aria-hidden>
      {weeks.map(({ week, quantity, target, isOnTarget }) => (
        <span
          key={week.fromDay}
          data-hit={isOnTarget || undefined}
          data-tooltip={t('insightsFlow.predictability.week', {
            day: formatDay(week.fromDay),
            quantity: formatNumber(quantity, 1),
            target: formatNumber(target, 1),
          })}
        />
      ))}
    </span>
  );
}
