import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { FlowStep } from '#shared/metrics/insights/flow';
import { formatNumber } from '../../../i18n/format.ts';
import { StepAxis, StepCursor, ValueAxis } from '../../../ui/charts/axes.tsx';
import { stepScale } from '../../../ui/charts/plot-frame.ts';
import type { PlotFrame } from '../../../ui/charts/plot-frame.ts';
import css from './plots.module.css';

/** What is drawn: the running sums whole, or of them what is open alone. */
export const FLOW_SHAPES = ['sums', 'open'] as const;
export type FlowShape = (typeof FLOW_SHAPES)[number];

interface BandsProps {
  readonly shape: FlowShape;
  readonly frame: PlotFrame;
  readonly steps: readonly FlowStep[];
  readonly labels: readonly string[];
  readonly at: number | null;
}

/** The bands between what was completed, begun and asked for so far. */
export function CumulativeBands({ shape, frame, steps, labels, at }: BandsProps) {
  const x = stepScale(steps.length, frame);
  const base = shape === 'sums' ? NONE : completed;
  const most = Math.max(1, ...steps.map((step) => arrived(step) - base(step)));
  const y = scaleLinear().domain([0, most]).nice(4).range([frame.bottomPx, frame.topPx]);
  const band = (low: (step: FlowStep) => number, high: (step: FlowStep) => number) =>
    area<FlowStep>()
      .x((_, step) => x.centreOf(step))
      .y0((step) => y(low(step) - base(step)))
      .y1((step) => y(high(step) - base(step)))([...steps]) ?? undefined;
  const edge = (value: (step: FlowStep) => number) =>
    line<FlowStep>()
      .x((_, step) => x.centreOf(step))
      .y((step) => y(value(step) - base(step)))([...steps]) ?? undefined;
  return (
    <>
      <StepCursor frame={frame} steps={x} at={at} />
      <ValueAxis frame={frame} scale={y} format={(value) => formatNumber(value)} />
      <path className={css['completedBand']} d={band(base, completed)} />
      <path className={css['progressBand']} d={band(completed, started)} />
      <path className={css['queueBand']} d={band(started, arrived)} />
      <path className={css['bandEdge']} d={edge(completed)} />
      <path className={css['bandEdge']} d={edge(started)} />
      <path className={css['bandEdge']} d={edge(arrived)} />
      {at !== null && (
        <line
          className={css['cursor']}
          x1={x.centreOf(at)}
          x2={x.centreOf(at)}
          y1={frame.topPx}
          y2={frame.bottomPx}
        />
      )}
      <StepAxis frame={frame} steps={x} labels={labels} />
    </>
  );
}

const NONE = (): number => 0;
const completed = ({ total }: FlowStep): number => total.completed;
const started = ({ total }: FlowStep): number => total.started;
const arrived = ({ total }: FlowStep): number => total.arrived;
