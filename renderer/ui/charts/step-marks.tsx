import type { ScaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import css from './charts.module.css';
import type { StepScale } from './plot-frame.ts';
import type { StepSeries } from './step-series.ts';

interface StepMarksProps {
  readonly series: StepSeries;
  readonly steps: StepScale;
  readonly y: ScaleLinear<number, number>;
  readonly groundPx: number;
  /** The step that is not over yet: less by nature, so a line goes there in dashes. */
  readonly runningAt?: number | undefined;
}

/** One series as it is drawn. */
export function StepMarks({ series, steps, y, groundPx, runningAt }: StepMarksProps) {
  const { kind, tone } = series;
  return (
    <g className={css['tone']} data-tone={tone}>
      {kind === 'bars' && <Bars series={series} steps={steps} y={y} groundPx={groundPx} />}
      {kind === 'line' && <Line series={series} steps={steps} y={y} runningAt={runningAt} />}
      {kind === 'target' && (
        <path className={css['stroke']} data-dashed d={targetPath(series, steps, y) ?? undefined} />
      )}
    </g>
  );
}

function Bars({ series, steps, y, groundPx }: StepMarksProps) {
  return series.values.map((value, at) =>
    value === null ? null : (
      <rect
        // oxlint-disable-next-line react/no-array-index-key -- a step is its place
        key={at}
        className={css['fill']}
        x={steps.startOf(at)}
        width={steps.bandPx}
        y={y(value)}
        height={Math.max(0, groundPx - y(value))}
      />
    ),
  );
}

/** Beyond so many steps a dot on each would hide the line. */
const DOTTED_STEPS = 60;

function Line({ series, steps, y, runningAt }: Omit<StepMarksProps, 'groundPx'>) {
  const { values, ranges = [] } = series;
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => steps.centreOf(at))
    .y((value) => y(value ?? 0));
  const band = area<(typeof ranges)[number]>()
    .defined((range) => range !== null)
    .x((_, at) => steps.centreOf(at))
    .y0((range) => y(range?.low ?? 0))
    .y1((range) => y(range?.high ?? 0));
  return (
    <>
      {ranges.length > 0 && <path className={css['range']} d={band([...ranges]) ?? undefined} />}
      <path
        className={css['stroke']}
        d={path(values.map((value, at) => (at === runningAt ? null : value))) ?? undefined}
      />
      {runningAt !== undefined && (
        <path
          className={css['stroke']}
          data-dashed
          d={path(values.map((value, at) => (isLast(at, runningAt) ? value : null))) ?? undefined}
        />
      )}
      {values.length <= DOTTED_STEPS &&
        values.map((value, at) =>
          value === null ? null : (
            <circle
              // oxlint-disable-next-line react/no-array-index-key -- a step is its place
              key={at}
              className={css['dot']}
              data-hollow={at === runningAt || undefined}
              cx={steps.centreOf(at)}
              cy={y(value)}
              r={3}
            />
          ),
        )}
    </>
  );
}

/** The way to a running step begins at the one before. */
const isLast = (at: number, runningAt: number): boolean => at === runningAt || at === runningAt - 1;

/** A level a step: what changes between two steps is seen to change there and not on the way. */
function targetPath(
  { values }: StepSeries,
  steps: StepScale,
  y: ScaleLinear<number, number>,
): string | null {
  const ends = values.flatMap((value, at) => [
    { atPx: steps.startOf(at), value },
    { atPx: steps.startOf(at) + steps.bandPx, value },
  ]);
  return line<(typeof ends)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ atPx }) => atPx)
    .y(({ value }) => y(value ?? 0))
    .curve(curveStepAfter)(ends);
}
