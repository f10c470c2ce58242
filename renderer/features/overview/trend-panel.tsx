import { useMemo } from 'react';
import type { Trend, TrendStep } from '#shared/metrics/overview-trend';
import type { Bucket } from '#shared/metrics/period';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatRatio } from '../../i18n/format.ts';
import { dateFormat } from '../../i18n/intl.ts';
import { t } from '../../i18n/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { TrendChart } from '../../ui/trend-chart.tsx';
import { formatTarget } from './figure-words.ts';
import css from './trend-panel.module.css';

interface TrendPanelProps {
  readonly plan: Plan;
  readonly trend: Trend;
  /** Outcomes with a line in the period: those that can be drawn on their own. */
  readonly outcomeIds: readonly string[];
  readonly outcomeId: string;
  readonly onChange: (outcomeId: string) => void;
}

const ALL = 'all';

/**
 * Output beside its target over the period: in the unit of one outcome, or over all of them as a
 * percentage, for listings and replies cannot be added.
 */
export function TrendPanel({ plan, trend, outcomeIds, outcomeId, onChange }: TrendPanelProps) {
  const chosen = outcomeId || (outcomeIds.length === 1 ? (outcomeIds[0] ?? '') : '');
  const unit = chosen ? (plan.outcomeById.get(chosen)?.unit ?? '') : null;
  const options = useMemo(
    () => [
      { value: ALL, label: t('overview.trend.all') },
      ...plan.outcomes
        .filter((outcome) => outcomeIds.includes(outcome.id))
        .map(({ id, name }) => ({ value: id, label: name })),
    ],
    [plan, outcomeIds],
  );
  const points = trend.steps.map((step) => pointOf(step, trend.bucket, unit !== null));
  const hasPoint = points.some((point) => point.value !== null);
  const measure =
    unit === null ? t('overview.trend.inPercent') : t('overview.trend.inUnits', { unit });
  return (
    <Panel
      title={t('overview.trend.title')}
      actions={
        options.length > 2 && (
          <div className={css['scope']}>
            <Select
              label={t('overview.trend.scope')}
              isLabelHidden
              value={outcomeId || ALL}
              onChange={(next) => onChange(next === ALL ? '' : next)}
              options={options}
            />
          </div>
        )
      }
    >
      {hasPoint ? (
        <TrendChart
          label={t('overview.trend.label', {
            measure,
            bucket: t(`overview.trend.${trend.bucket}`),
          })}
          points={points}
          format={unit === null ? (ratio) => formatRatio(ratio, 0) : formatTarget}
          valueLabel={measure}
        />
      ) : (
        <p className={css['none']}>{t('overview.trend.empty')}</p>
      )}
    </Panel>
  );
}

const WEEKS = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const MONTHS = { month: 'short', year: '2-digit', timeZone: 'UTC' } as const;

function pointOf(
  { range, quantity, target, ratio }: TrendStep,
  bucket: Bucket,
  isInUnits: boolean,
) {
  const label = labelOf(range.fromDay, bucket);
  if (!isInUnits) return { label, value: ratio, target: ratio === null ? null : 1 };
  return { label, value: quantity, target };
}

function labelOf(day: string, bucket: Bucket): string {
  if (bucket === 'day') return formatDay(day);
  return dateFormat(bucket === 'week' ? WEEKS : MONTHS).format(Date.parse(`${day}T00:00:00Z`));
}
