import { GROUPINGS } from '#shared/metrics/insights/group-by';
import type { Grouping } from '#shared/metrics/insights/group-by';
import type { Bucket, DayRange } from '#shared/metrics/period';
import type { Plan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import css from './choice-bar.module.css';
import { FilterChoice } from './filter-choice.tsx';
import type { Comparison, InsightsChoice } from './insights-params.ts';
import { COMPARISONS, bucketsOffered } from './insights-params.ts';

interface ChoiceBarProps {
  readonly plan: Plan;
  readonly choice: InsightsChoice;
  readonly range: DayRange;
  readonly bucket: Bucket;
  readonly onChange: (choice: InsightsChoice) => void;
}

/** How the figures are laid out, held against others and limited. */
export function ChoiceBar({ plan, choice, range, bucket, onChange }: ChoiceBarProps) {
  return (
    <div className={css['bar']} role="group" aria-label={t('insights.choice.label')}>
      <FilterChoice
        plan={plan}
        filter={choice}
        onChange={(filter) => onChange({ ...choice, ...filter })}
      />
      <div className={css['layout']}>
        <Segmented<Grouping>
          label={t('insights.choice.by')}
          value={choice.by}
          options={GROUPINGS.map((value) => ({ value, label: t(`insights.by.${value}`) }))}
          onChange={(by) => onChange({ ...choice, by })}
        />
        <Segmented<Bucket>
          label={t('insights.choice.in')}
          value={bucket}
          options={bucketsOffered(range).map((value) => ({
            value,
            label: t(`insights.in.${value}`),
          }))}
          onChange={(next) => onChange({ ...choice, bucket: next })}
        />
        {choice.kind !== 'all' && (
          <div className={css['against']}>
            <Select<Comparison>
              label={t('insights.choice.against')}
              isLabelHidden
              value={choice.against}
              options={COMPARISONS.map((value) => ({
                value,
                label: t(`insights.against.${value}`),
              }))}
              onChange={(against) => onChange({ ...choice, against })}
            />
          </div>
        )}
      </div>
    </div>
  );
}
