import { scaleLog } from 'd3-scale';
import { daysBetween } from '#shared/day';
import type { DayRange } from '#shared/metrics/period';
import type { TimeMarks } from '#shared/metrics/insights/ageing';
import type { DensityCell, TimePoint } from '#shared/metrics/insights/scatter';
import { formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { StepAxis } from '../../../ui/charts/axes.tsx';
import { stepScale } from '../../../ui/charts/plot-frame.ts';
import type { PlotFrame } from '../../../ui/charts/plot-frame.ts';
import css from './plots.module.css';

/** What a place in the plot is worked out from. */
interface Drawing {
  readonly range: DayRange;
  readonly dayCount: number;
  readonly bucketCount: number;
  /** The longest time that is drawn, ms. */
  readonly lasting: number;
}

const POINT_PX = 3;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What took less stands on the ground. */
const LEAST_MS = 5 * MINUTE_MS;
const TICKS_MS = [
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[1, 2, 4, 8, 16, 40, 80, 160, 320, 640, 1_280, 2_560].map((hours) => hours * HOUR_MS),
];
const TICK_GAP_PX = 18;
const LABEL_GAP_PX = 12;

/** On a logarithmic scale an hour and a month can both be seen, and twice as long is as far everywhere. */
function timeScale({ bottomPx, topPx }: PlotFrame, { lasting }: Drawing): (ms: number) => number {
  const scale = scaleLog()
    .domain([LEAST_MS, Math.max(2 * LEAST_MS, lasting)])
    .range([bottomPx, topPx])
    .clamp(true);
  return (ms) => scale(Math.max(LEAST_MS, ms));
}

/** A point stands on its day; those of one day beside each other, so that they can be told apart. */
export function pointPlace(
  { day, ms }: TimePoint,
  frame: PlotFrame,
  drawing: Drawing,
): { readonly x: number; readonly y: number } {
  const dayPx = (frame.rightPx - frame.leftPx) / drawing.dayCount;
  const within = 0.15 + (0.7 * ((ms * 0.618_034) % 1_000)) / 1_000;
  const x = frame.leftPx + (daysBetween(drawing.range.fromDay, day) + within) * dayPx;
  return { x, y: timeScale(frame, drawing)(ms) };
}

export function cellBox({ bucket, fromMs, toMs }: DensityCell, frame: PlotFrame, drawing: Drawing) {
  const steps = stepScale(drawing.bucketCount, frame);
  const y = timeScale(frame, drawing);
  const top = y(toMs);
  const x = steps.startOf(bucket) - (steps.stepPx - steps.bandPx) / 2;
  // The outer steps reach half a gap beyond the plot.
  const fromPx = Math.max(frame.leftPx, x);
  return {
    x: fromPx,
    y: top,
    width: Math.max(1, Math.min(frame.rightPx, x + steps.stepPx) - fromPx - 1),
    height: Math.max(1, y(fromMs) - top - 1),
  };
}

interface ScatterPlotProps {
  readonly frame: PlotFrame;
  readonly drawing: Drawing;
  readonly points: readonly TimePoint[];
  readonly cells: readonly DensityCell[];
  readonly marks: TimeMarks | null;
  readonly labels: readonly string[];
  readonly at: number | null;
}

export function ScatterPlot(props: ScatterPlotProps) {
  const { frame, drawing, points, cells, marks, labels, at } = props;
  const y = timeScale(frame, drawing);
  const most = cells.reduce((max, { count }) => Math.max(max, count), 1);
  return (
    <>
      {ticksOf(y, drawing.lasting).map((ms) => (
        <g key={ms} transform={`translate(0 ${y(ms)})`}>
          <line className={css['grid']} x1={frame.leftPx} x2={frame.rightPx} />
          <text className={css['tick']} x={frame.leftPx - 8} dy="0.32em" textAnchor="end">
            {formatWorkTime(ms)}
          </text>
        </g>
      ))}
      {cells.map((cell, index) => {
        const box = cellBox(cell, frame, drawing);
        return (
          <rect
            key={`${cell.bucket} ${cell.fromMs}`}
            {...box}
            className={css['cell']}
            data-at={index === at || undefined}
            // A square root, as areas are judged: a field of a hundred is seen beside one of ten thousand.
            opacity={0.12 + 0.88 * Math.sqrt(cell.count / most)}
          />
        );
      })}
      {points.map((point, index) => {
        const place = pointPlace(point, frame, drawing);
        return (
          <circle
            // oxlint-disable-next-line react/no-array-index-key -- two pieces may have taken as long on one day
            key={index}
            className={css['point']}
            data-at={index === at || undefined}
            cx={place.x}
            cy={place.y}
            r={index === at ? POINT_PX + 2 : POINT_PX}
          />
        );
      })}
      {marks && <Marks frame={frame} y={y} marks={marks} />}
      <line
        className={css['ground']}
        x1={frame.leftPx}
        x2={frame.rightPx}
        y1={frame.bottomPx}
        y2={frame.bottomPx}
      />
      <StepAxis frame={frame} steps={stepScale(labels.length, frame)} labels={labels} />
    </>
  );
}

interface MarksProps {
  readonly frame: PlotFrame;
  readonly y: (ms: number) => number;
  readonly marks: TimeMarks;
}

/** Percentiles across the plot; where they lie close together their names move apart. */
function Marks({ frame, y, marks }: MarksProps) {
  let lastPx = Number.POSITIVE_INFINITY;
  return (['p50', 'p85', 'p95'] as const).map((mark) => {
    const linePx = y(marks[`${mark}Ms`]);
    const labelPx = Math.min(linePx - 3, lastPx - LABEL_GAP_PX);
    lastPx = labelPx;
    return (
      <g key={mark}>
        <line
          className={css['mark']}
          x1={frame.leftPx}
          x2={frame.rightPx}
          y1={linePx}
          y2={linePx}
        />
        <text className={css['markLabel']} x={frame.rightPx} y={labelPx} textAnchor="end">
          {t(`insightsFlow.scatter.mark.${mark}`)}
        </text>
      </g>
    );
  });
}

/** Lengths that people think in, as many as have room. */
function ticksOf(y: (ms: number) => number, lasting: number): readonly number[] {
  let lastPx = Number.POSITIVE_INFINITY;
  return TICKS_MS.filter((ms) => {
    const isShown = ms <= lasting && lastPx - y(ms) >= TICK_GAP_PX;
    if (isShown) lastPx = y(ms);
    return isShown;
  });
}
