import { useMemo, useState } from 'react';
import type { ReportColumn } from '#shared/exports/report-table';
import type { FlowStep } from '#shared/metrics/insights/flow';
import type { Entry } from '../../../data/entry.ts';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { formatDuration, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { LegendEntry } from '../../../ui/charts/legend.tsx';
import { PlotArea } from '../../../ui/charts/plot-area.tsx';
import { stepScale } from '../../../ui/charts/plot-frame.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { CumulativeBands, FLOW_SHAPES } from './cumulative-bands.tsx';
import type { FlowShape } from './cumulative-bands.tsx';
import css from './flow.module.css';
import { FlowFigure } from './flow-figure.tsx';
import type { FlowTable } from './flow-table.ts';
import { bucketLabel } from '../bucket-words.ts';
import { openDays } from './flow-scope.ts';
import type { FlowScope } from './flow-scope.ts';
import { useCumulative } from './use-cumulative.ts';

interface CumulativePanelProps {
  readonly flow: FlowScope;
  readonly figures: Figures;
  readonly open: readonly Entry[];
}

/** What was asked for, begun and completed so far: the bands between the lines are the queue and the work in progress. */
export function CumulativePanel({ flow, figures, open }: CumulativePanelProps) {
  const cumulative = useCumulative(flow, figures, open);
  const [at, setAt] = useState<number | null>(null);
  const [chosen, setChosen] = useState<FlowShape | null>(null);
  const { bucket } = flow;
  const steps = cumulative?.steps ?? NO_STEPS;
  const labels = useMemo(
    () => steps.map(({ range }) => bucketLabel(range, bucket)),
    [steps, bucket],
  );
  const table = useMemo(() => tableOf(flow, steps, labels), [flow, steps, labels]);
  if (!cumulative) return <LoadingState label={t('insightsFlow.cumulative.loading')} />;
  const { little } = cumulative;
  const shape = chosen ?? usualShape(steps);
  const partsAt = (step: number): readonly (readonly [string, string])[] => {
    const shown = steps[step];
    if (!shown) return [];
    return [
      [t('insightsFlow.cumulative.notBegun'), formatNumber(shown.notBegunCount)],
      [t('insightsFlow.cumulative.inProgress'), formatNumber(shown.inProgressCount)],
      [t('insightsFlow.cumulative.completedHere'), formatNumber(shown.within.completed)],
    ];
  };
  const shown = Math.min(at ?? steps.length - 1, steps.length - 1);
  return (
    <FlowFigure
      onTable={flow.onTable}
      title={t('insightsFlow.cumulative.title')}
      definition={t('insightsFlow.define.cumulative')}
      actions={
        <Segmented
          size="sm"
          label={t('insightsFlow.cumulative.shape')}
          value={shape}
          onChange={setChosen}
          options={FLOW_SHAPES.map((value) => ({
            value,
            label: t(`insightsFlow.cumulative.shapes.${value}`),
          }))}
        />
      }
      legend={LEGEND(shape)}
      reading={
        steps.length > 0 && (
          <>
            <span>{labels[shown]}</span>
            {partsAt(shown).map(([label, text]) => (
              <span key={label}>
                {label} <strong>{text}</strong>
              </span>
            ))}
          </>
        )
      }
      empty={isEmpty(steps) ? t('insightsFlow.cumulative.empty') : undefined}
      table={table}
    >
      <PlotArea
        label={t('insightsFlow.cumulative.title')}
        heightPx={220}
        cursor={{
          count: steps.length,
          at,
          onMove: setAt,
          nearest: (xPx, _, frame) => stepScale(steps.length, frame).stepAt(xPx),
          wordsAt: (step) =>
            [labels[step], ...partsAt(step).map(([label, text]) => `${label} ${text}`)].join(', '),
          onOpen: (step) => openStep(flow, steps[step]),
        }}
      >
        {(frame) => (
          <CumulativeBands frame={frame} shape={shape} steps={steps} labels={labels} at={at} />
        )}
      </PlotArea>
      {little && (
        <p className={css['aside']}>
          {t('insightsFlow.cumulative.little', {
            wip: formatNumber(little.meanInProgress, 1),
            rate: formatNumber(little.completedADay, 1),
            time: formatDuration(little.daysInProgress * DAY_MS),
          })}
        </p>
      )}
    </FlowFigure>
  );
}

const DAY_MS = 86_400_000;

const NO_STEPS: readonly FlowStep[] = [];

const isEmpty = (steps: readonly FlowStep[]): boolean =>
  steps.every(({ total }) => total.arrived === 0);

/** Beside so many completed what is open can hardly be seen. */
const LEAST_SHARE = 0.08;

function usualShape(steps: readonly FlowStep[]): FlowShape {
  const most = Math.max(...steps.map((step) => step.notBegunCount + step.inProgressCount));
  return most < LEAST_SHARE * (steps.at(-1)?.total.arrived ?? 0) ? 'open' : 'sums';
}

const LEGEND = (shape: FlowShape): readonly LegendEntry[] => [
  { key: 'notBegun', label: t('insightsFlow.cumulative.notBegun'), tone: 'soft', mark: 'box' },
  {
    key: 'inProgress',
    label: t('insightsFlow.cumulative.inProgress'),
    tone: 'accent',
    mark: 'box',
  },
  ...(shape === 'sums' ? [COMPLETED()] : []),
];

const COMPLETED = (): LegendEntry => ({
  key: 'completed',
  label: t('insightsFlow.cumulative.completed'),
  tone: 'faint',
  mark: 'box',
});

const openStep = (flow: FlowScope, step: FlowStep | undefined): void => {
  if (step) openDays(flow, step.range, { stage: 'completed' });
};

function tableOf(
  flow: FlowScope,
  steps: readonly FlowStep[],
  labels: readonly string[],
): FlowTable {
  return {
    columns: [
      { title: t('ui.period'), kind: 'text' },
      ...(['arrived', 'started', 'completed', 'notBegun', 'inProgress'] as const).map(
        (name): ReportColumn => ({ title: t(`insightsFlow.cumulative.${name}`), kind: 'number' }),
      ),
    ],
    rows: steps.map(({ range, within, notBegunCount, inProgressCount }, at) => ({
      key: range.fromDay,
      cells: [
        labels[at] ?? '',
        within.arrived,
        within.started,
        within.completed,
        notBegunCount,
        inProgressCount,
      ],
      onOpen: () => openStep(flow, steps[at]),
    })),
  };
}
