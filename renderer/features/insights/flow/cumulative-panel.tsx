import { useMemo, useState } from 'react';
import type { ReportColumn } from '#shared/exports/report-table';
import type { FlowStep } from '#shared/metrics/insights/flow';
import type { Entry } from '../../../data/entry.ts';
import type { Figures } from '#shared/metrics/insights/figure-rows';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { LegendEntry } from '../../../ui/charts/legend.tsx';
import { PlotArea } from '../../../ui/charts/plot-area.tsx';
import { stepScale } from '../../../ui/charts/plot-frame.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { CumulativeBands } from './cumulative-bands.tsx';
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
  const { bucket } = flow;
  const steps = cumulative?.steps ?? NO_STEPS;
  const labels = useMemo(
    () => steps.map(({ range }) => bucketLabel(range, bucket)),
    [steps, bucket],
  );
  const table = useMemo(() => tableOf(flow, steps, labels), [flow, steps, labels]);
  if (!cumulative) return <LoadingState label={t('insightsFlow.cumulative.loading')} />;
  const { little } = cumulative;
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
      note={
        little &&
        t('insightsFlow.cumulative.little', {
          wip: formatNumber(little.meanInProgress, 1),
          rate: formatNumber(little.completedADay, 1),
          days: formatNumber(little.daysInProgress, 1),
        })
      }
      definition={t('insightsFlow.define.cumulative')}
      legend={LEGEND()}
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
        {(frame) => <CumulativeBands frame={frame} steps={steps} labels={labels} at={at} />}
      </PlotArea>
    </FlowFigure>
  );
}

const NO_STEPS: readonly FlowStep[] = [];

const isEmpty = (steps: readonly FlowStep[]): boolean =>
  steps.every(({ total }) => total.arrived === 0);

const LEGEND = (): readonly LegendEntry[] => [
  { key: 'notBegun', label: t('insightsFlow.cumulative.notBegun'), tone: 'soft', mark: 'box' },
  {
    key: 'inProgress',
    label: t('insightsFlow.cumulative.inProgress'),
    tone: 'accent',
    mark: 'box',
  },
  { key: 'completed', label: t('insightsFlow.cumulative.completed'), tone: 'faint', mark: 'box' },
];

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
