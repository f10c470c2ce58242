import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { GroupBy } from '#shared/metrics/overview-groups';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { go } from '../../state/route.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './forecast-panel.module.css';
import { namesOf } from './output-names.ts';
import { LOOKS_BACK_DAYS, TRIALS, useForecasts } from './use-forecasts.ts';
import type { BacklogForecast } from './use-forecasts.ts';

interface ForecastPanelProps {
  readonly plan: Plan;
  readonly open: readonly Deliverable[];
  readonly by: GroupBy;
  readonly today: DayKey;
}

/** When each backlog will be done, as a range from its own history, with how well such ranges held before. */
export function ForecastPanel({ plan, open, by, today }: ForecastPanelProps) {
  const forecasts = useForecasts(plan, open, by, today);
  const names = useMemo(() => namesOf(plan), [plan]);
  if (!forecasts || forecasts.length === 0) return null;
  return (
    <Panel
      title={t('overview.forecast.title')}
      note={t('overview.forecast.note', { days: LOOKS_BACK_DAYS })}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['name']}>
              {t(by === 'member' ? 'overview.output.who' : 'overview.output.what')}
            </th>
            <th scope="col" className={css['figure']}>
              {t('overview.forecast.open')}
            </th>
            <th scope="col" className={css['figure']}>
              {t('overview.forecast.pace')}
            </th>
            <th scope="col" className={css['when']}>
              {t('overview.forecast.by')}
            </th>
            <th scope="col" data-tooltip={t('overview.forecast.backtestDetail')}>
              {t('overview.forecast.backtest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {forecasts.map((forecast) => (
            <Row key={forecast.id} forecast={forecast} name={names[by](forecast.id)} by={by} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface RowProps {
  readonly forecast: BacklogForecast;
  readonly name: string;
  readonly by: GroupBy;
}

function Row({ forecast, name, by }: RowProps) {
  const { id, openCount, meanADay, when, backtest } = forecast;
  const subject: { memberId: string } | { outcomeId: string } =
    by === 'member' ? { memberId: id } : { outcomeId: id };
  return (
    <tr>
      <th scope="row" className={css['name']}>
        <button
          type="button"
          className={css['link']}
          onClick={() => go('entries', { ...subject, stage: 'open' })}
        >
          {name}
        </button>
      </th>
      <td className={css['figure']}>{formatNumber(openCount)}</td>
      <td className={css['figure']}>{meanADay === null ? '–' : formatNumber(meanADay, 1)}</td>
      {when.isKnown ? (
        <td
          className={css['when']}
          data-tooltip={t('overview.forecast.rangeDetail', {
            trials: formatNumber(TRIALS),
            halfDays: when.halfDays,
            mostDays: when.mostDays,
          })}
        >
          {rangeWords(when.halfDay, when.mostDay)}
        </td>
      ) : (
        <td className={`${css['when']} ${css['muted']}`}>
          {t(`overview.forecast.unknown.${when.reason}`)}
        </td>
      )}
      <td className={css['muted']}>
        {backtest
          ? [
              t('overview.forecast.held', {
                hits: Math.round(backtest.coverage.ratio * backtest.n),
                count: backtest.n,
              }),
              t('overview.forecast.error', {
                days: t('overview.forecast.errorDays', { count: backtest.medianErrorDays }),
              }),
            ].join(', ')
          : t('overview.forecast.noBacktest')}
      </td>
    </tr>
  );
}

function rangeWords(halfDay: DayKey | null, mostDay: DayKey | null): string {
  if (halfDay === null || mostDay === null) return t('overview.forecast.unknown.tooFar');
  if (halfDay === mostDay) return formatDay(halfDay);
  return t('overview.forecast.range', { half: formatDay(halfDay), most: formatDay(mostDay) });
}
