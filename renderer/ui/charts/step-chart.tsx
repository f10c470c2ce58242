import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { t } from '../../i18n/text.ts';
import { StepAxis, StepCursor, ValueAxis, roomFor } from './axes.tsx';
import type { ChartFigureProps } from './chart-figure.tsx';
import { ChartFigure } from './chart-figure.tsx';
import { cellOf } from './chart-table.ts';
import type { ChartTable } from './chart-table.ts';
import { PlotArea } from './plot-area.tsx';
import { stepScale } from './plot-frame.ts';
import { StepMarks } from './step-marks.tsx';
import type { StepColumn, StepSeries } from './step-series.ts';
import { highestOf, legendOf } from './step-series.ts';

interface StepChartProps extends Pick<
  ChartFigureProps,
  'title' | 'note' | 'definition' | 'actions' | 'empty'
> {
  /** What the steps are: `Week`. */
  readonly stepLabel: string;
  /** The periods, as they stand on the axis. */
  readonly steps: readonly string[];
  readonly series: readonly StepSeries[];
  readonly columns?: readonly StepColumn[] | undefined;
  readonly format: (value: number) => string;
  /** Numbers on the axis, where they can be shorter than in the reading. */
  readonly formatTick?: ((value: number) => string) | undefined;
  /** The lowest and highest value of the axis; from 0 to the highest drawn where it is not said. */
  readonly domain?: readonly [number, number] | undefined;
  readonly heightPx?: number | undefined;
  /** The step that is not over yet: told to be so, and drawn apart. */
  readonly runningAt?: number | undefined;
  /** Opens what a step is made of. */
  readonly onOpen?: ((at: number) => void) | undefined;
}

const NO_COLUMNS: readonly StepColumn[] = [];

/** Measures over periods: bars, lines with the range they lie in, and targets. */
export function StepChart({
  stepLabel,
  steps: names,
  series,
  columns = NO_COLUMNS,
  format,
  formatTick = format,
  domain,
  heightPx,
  runningAt,
  onOpen,
  ...figure
}: StepChartProps) {
  const [at, setAt] = useState<number | null>(null);
  const steps = useMemo(
    () => names.map((step, of) => (of === runningAt ? t('ui.chart.running', { step }) : step)),
    [names, runningAt],
  );
  const told = useMemo(() => series.filter(({ isGuide }) => isGuide !== true), [series]);
  const table = useMemo(
    () => tableOf({ stepLabel, steps, told, columns, format, onOpen }),
    [stepLabel, steps, told, columns, format, onOpen],
  );
  const partsAt = (step: number): readonly Part[] => [
    ...told.map(({ key, label, values, ranges }) => ({
      key,
      label,
      text: rangeWords(values[step] ?? null, ranges?.[step] ?? null, format),
    })),
    ...columns.map(({ key, label, values, format }) => ({
      key,
      label,
      text: rangeWords(values[step] ?? null, null, format),
    })),
  ];
  const y = scaleLinear().domain(domain ?? [0, highestOf(series)]);
  if (!domain) y.nice(4);
  const shown = Math.min(at ?? steps.length - 1, steps.length - 1);
  return (
    <ChartFigure
      {...figure}
      legend={series.length > 1 ? legendOf(series) : undefined}
      reading={steps.length > 0 && <Reading step={steps[shown] ?? ''} parts={partsAt(shown)} />}
      table={table}
    >
      <PlotArea
        label={figure.title}
        heightPx={heightPx}
        leftPx={roomFor(y.ticks(3).map(formatTick))}
        cursor={{
          count: steps.length,
          at,
          onMove: setAt,
          nearest: (xPx, _, frame) => stepScale(steps.length, frame).stepAt(xPx),
          wordsAt: (step) =>
            [steps[step], ...partsAt(step).map(({ label, text }) => `${label} ${text}`)].join(', '),
          onOpen,
        }}
      >
        {(frame) => {
          const x = stepScale(steps.length, frame);
          y.range([frame.bottomPx, frame.topPx]);
          return (
            <>
              <StepCursor frame={frame} steps={x} at={at} />
              <ValueAxis frame={frame} scale={y} format={formatTick} />
              {series.map((each) => (
                <StepMarks
                  key={each.key}
                  series={each}
                  steps={x}
                  y={y}
                  groundPx={frame.bottomPx}
                  runningAt={runningAt}
                />
              ))}
              <StepAxis frame={frame} steps={x} labels={names} />
            </>
          );
        }}
      </PlotArea>
    </ChartFigure>
  );
}

interface Part {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

function Reading({ step, parts }: { readonly step: string; readonly parts: readonly Part[] }) {
  return (
    <>
      <span>{step}</span>
      {parts.map(({ key, label, text }): ReactNode => (
        <span key={key}>
          {label} <strong>{text}</strong>
        </span>
      ))}
    </>
  );
}

function rangeWords(
  value: number | null,
  range: { readonly low: number; readonly high: number } | null,
  format: (value: number) => string,
): string {
  if (value === null) return '–';
  if (!range) return format(value);
  const [low, high] = [format(range.low), format(range.high)];
  return t('ui.chart.range', { value: format(value), low, high });
}

function tableOf({
  stepLabel,
  steps,
  told,
  columns,
  format,
  onOpen,
}: Pick<StepChartProps, 'stepLabel' | 'steps' | 'format' | 'onOpen'> & {
  readonly told: readonly StepSeries[];
  readonly columns: readonly StepColumn[];
}): ChartTable {
  const ranged = told.flatMap((series) => [
    { label: series.label, values: series.values },
    ...(series.ranges
      ? [
          { label: t('ui.chart.low'), values: series.ranges.map((range) => range?.low ?? null) },
          { label: t('ui.chart.high'), values: series.ranges.map((range) => range?.high ?? null) },
        ]
      : []),
  ]);
  return {
    columns: [{ label: stepLabel }, ...ranged, ...columns].map(({ label }) => ({ label })),
    rows: steps.map((step, at) => ({
      key: String(at),
      cells: [
        step,
        ...ranged.map(({ values }) => cellOf(values[at] ?? null, format)),
        ...columns.map(({ values, format }) => cellOf(values[at] ?? null, format)),
      ],
      onOpen: onOpen && (() => onOpen(at)),
    })),
  };
}
