import { useMemo } from 'react';
import type { Proportion } from '#shared/metrics/wilson';
import { pooledHits, spreadOf, weeksOnTarget } from '#shared/metrics/insights/predictability';
import type { Entry } from '../../../data/entry.ts';
import {
  formatNumber,
  formatRatio,
  formatRatioEnds,
  formatWorkTime,
} from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { FlowFigure } from './flow-figure.tsx';
import { outcomeName } from './flow-names.ts';
import { openDays } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';
import type { FlowTable } from './flow-table.ts';
import css from './flow.module.css';
import { PAST_WEEKS, usePredictability } from './use-predictability.ts';
import type { OutcomePredictability } from './use-predictability.ts';
import { WeekMarks } from './week-marks.tsx';

interface PredictabilityPanelProps {
  readonly flow: FlowScope;
  readonly open: readonly Entry[];
}

const MOST_ROWS = 12;

/** How steadily each outcome is delivered: weeks on target, how widely times spread, how often forecasts held. */
export function PredictabilityPanel({ flow, open }: PredictabilityPanelProps) {
  const read = usePredictability(flow, open);
  const outcomes = useMemo(
    () =>
      read?.toSorted((a, b) =>
        outcomeName(flow.plan, a.outcomeId).localeCompare(outcomeName(flow.plan, b.outcomeId)),
      ) ?? [],
    [read, flow.plan],
  );
  const table = useMemo(() => tableOf(flow, outcomes), [flow, outcomes]);
  if (!read) return <LoadingState label={t('insightsFlow.predictability.loading')} />;
  const all = weeksOnTarget(outcomes.flatMap(({ weeks }) => weeks));
  const held = pooledHits(outcomes.map(({ forecast }) => forecast ?? null));
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.predictability.title')}
      note={[
        all && t('insightsFlow.predictability.allWeeks', { of: hitWords(all) }),
        held && t('insightsFlow.predictability.allForecasts', { of: hitWords(held) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      definition={t('insightsFlow.define.predictability', { weeks: PAST_WEEKS })}
      empty={outcomes.length === 0 ? t('insightsFlow.predictability.empty') : undefined}
      table={table}
    >
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('insightsFlow.outcome')}</th>
            <th scope="col">{t('insightsFlow.predictability.weeks')}</th>
            <th scope="col" className={css['number']}>
              {t('insightsFlow.predictability.onTarget')}
            </th>
            <th scope="col" className={css['number']}>
              {t('insightsFlow.predictability.spread')}
            </th>
            <th scope="col" className={css['number']}>
              {t('insightsFlow.predictability.forecast')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, MOST_ROWS).map((outcome) => (
            <Row key={outcome.outcomeId} flow={flow} outcome={outcome} />
          ))}
        </tbody>
      </table>
      {outcomes.length > MOST_ROWS && (
        <p className={css['aside']}>
          {t('insightsFlow.moreOutcomes', { count: outcomes.length - MOST_ROWS })}
        </p>
      )}
    </FlowFigure>
  );
}

interface RowProps {
  readonly flow: FlowScope;
  readonly outcome: OutcomePredictability;
}

function Row({ flow, outcome: { outcomeId, weeks, marks, forecast } }: RowProps) {
  const share = weeksOnTarget(weeks);
  const spread = marks && spreadOf(marks);
  return (
    <tr>
      <th scope="row">
        <button type="button" className={css['link']} onClick={() => openOutcome(flow, outcomeId)}>
          {outcomeName(flow.plan, outcomeId)}
        </button>
      </th>
      <td>
        <WeekMarks weeks={weeks} />
      </td>
      <td className={css['number']} data-tooltip={share ? intervalWords(share) : undefined}>
        {share ? hitWords(share) : '–'}
      </td>
      <td
        className={css['number']}
        data-tooltip={
          marks
            ? t('insightsFlow.predictability.spreadDetail', {
                p50: formatWorkTime(marks.p50Ms),
                p85: formatWorkTime(marks.p85Ms),
              })
            : undefined
        }
      >
        {spread === null
          ? '–'
          : t('insightsFlow.predictability.spreadOf', {
              spread: formatNumber(spread, 1),
              n: formatNumber(marks?.count ?? 0),
            })}
      </td>
      <td className={css['number']}>
        {forecast ? hitWords(forecast.coverage) : forecast === undefined ? '…' : '–'}
      </td>
    </tr>
  );
}

const openOutcome = (flow: FlowScope, outcomeId: string): void =>
  openDays(flow, flow.period.range, { outcomeId, stage: 'completed' });

/** `14 of 24 (58%)` */
const hitWords = ({ ratio, count }: Proportion): string =>
  t('insightsFlow.predictability.hits', {
    hits: formatNumber(Math.round(ratio * count)),
    n: formatNumber(count),
    share: formatRatio(ratio, 0),
  });

const intervalWords = (share: Proportion): string =>
  t('insightsFlow.predictability.interval', formatRatioEnds(share, 0));

const tableOf = (flow: FlowScope, outcomes: readonly OutcomePredictability[]): FlowTable => ({
  columns: [
    { title: t('insightsFlow.outcome'), kind: 'text' },
    { title: t('insightsFlow.predictability.onTarget'), kind: 'ratio' },
    { title: t('insightsFlow.predictability.weekCount'), kind: 'number' },
    { title: t('insightsFlow.p50'), kind: 'duration' },
    { title: t('insightsFlow.p85'), kind: 'duration' },
    { title: t('insightsFlow.predictability.spread'), kind: 'number' },
    { title: t('insightsFlow.count'), kind: 'number' },
    { title: t('insightsFlow.predictability.forecast'), kind: 'ratio' },
    { title: t('insightsFlow.predictability.forecastCount'), kind: 'number' },
  ],
  rows: outcomes.map(({ outcomeId, weeks, marks, forecast }) => ({
    key: outcomeId,
    cells: [
      outcomeName(flow.plan, outcomeId),
      weeksOnTarget(weeks)?.ratio ?? null,
      weeks.length,
      marks?.p50Ms ?? null,
      marks?.p85Ms ?? null,
      marks && spreadOf(marks),
      marks?.count ?? null,
      forecast?.coverage.ratio ?? null,
      forecast?.n ?? null,
    ],
    onOpen: () => openOutcome(flow, outcomeId),
  })),
});
