import type { ScaleLinear } from 'd3-scale';
import css from './charts.module.css';
import type { PlotFrame, StepScale } from './plot-frame.ts';

interface ValueAxisProps {
  readonly frame: PlotFrame;
  readonly scale: ScaleLinear<number, number>;
  readonly format: (value: number) => string;
  readonly ticks?: number | undefined;
}

/** Lines across the plot with their values at the left; the lowest is the ground that marks stand on. */
export function ValueAxis({ frame, scale, format, ticks = 3 }: ValueAxisProps) {
  const shown = scale.ticks(ticks);
  return (
    <g>
      {shown.map((tick) => (
        <g key={tick} transform={`translate(0 ${scale(tick)})`}>
          <line x1={frame.leftPx} x2={frame.rightPx} className={css['grid']} />
          <text x={frame.leftPx - 8} dy="0.32em" textAnchor="end" className={css['tick']}>
            {format(tick)}
          </text>
        </g>
      ))}
      <line
        x1={frame.leftPx}
        x2={frame.rightPx}
        y1={frame.bottomPx}
        y2={frame.bottomPx}
        className={css['ground']}
      />
    </g>
  );
}

interface StepAxisProps {
  readonly frame: PlotFrame;
  readonly steps: StepScale;
  readonly labels: readonly string[];
}

const CHARACTER_PX = 6.4;
const LABEL_GAP_PX = 14;

/** The room that the values of an axis need at its left. */
export const roomFor = (labels: readonly string[]): number =>
  Math.max(LEAST_ROOM_PX, ...labels.map((label) => label.length * CHARACTER_PX + LABEL_GAP_PX));

const LEAST_ROOM_PX = 40;

/** As many labels of the steps as can be read beside each other. */
export function StepAxis({ frame, steps, labels }: StepAxisProps) {
  const widest = labels.reduce((most, label) => Math.max(most, label.length), 0);
  const labelPx = widest * CHARACTER_PX + LABEL_GAP_PX;
  const every = Math.max(1, Math.ceil(labelPx / Math.max(1, steps.stepPx)));
  return (
    <g>
      {labels.map((label, at) => {
        if (at % every !== 0) return null;
        const centre = steps.centreOf(at);
        // A label in the middle of a narrow last step would be cut off.
        const isAtEdge = frame.widthPx - centre < labelPx / 2;
        return (
          <text
            // oxlint-disable-next-line react/no-array-index-key -- a step is its place
            key={at}
            x={isAtEdge ? frame.widthPx : centre}
            y={frame.bottomPx + 16}
            textAnchor={isAtEdge ? 'end' : 'middle'}
            className={css['tick']}
          >
            {label}
          </text>
        );
      })}
    </g>
  );
}

/** The step that the cursor is on. */
export function StepCursor({
  frame,
  steps,
  at,
}: {
  readonly frame: PlotFrame;
  readonly steps: StepScale;
  readonly at: number | null;
}) {
  if (at === null) return null;
  return (
    <rect
      x={steps.startOf(at) - (steps.stepPx - steps.bandPx) / 2}
      width={steps.stepPx}
      y={frame.topPx}
      height={Math.max(0, frame.bottomPx - frame.topPx)}
      className={css['pointed']}
    />
  );
}
