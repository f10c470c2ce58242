import { scaleBand, scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { PointerEvent } from 'react';
import type { TrendPoint } from './trend-chart.tsx';
import css from './trend-chart.module.css';

interface TrendPlotProps {
  readonly label: string;
  readonly points: readonly TrendPoint[];
  readonly kind: 'bars' | 'line';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly format: (value: number) => string;
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}

const TOP_PX = 10;
const BOTTOM_PX = 20;
const LEFT_PX = 40;
/** Room that a period's label needs on the axis. */
const LABEL_PX = 56;

export function TrendPlot(props: TrendPlotProps) {
  const { label, points, kind, widthPx, heightPx, format, pointed, onPoint } = props;
  const axisY = heightPx - BOTTOM_PX;
  const x = scaleBand<number>()
    .domain(points.map((_, index) => index))
    .range([LEFT_PX, widthPx])
    .paddingInner(points.length > 45 ? 0.15 : 0.35)
    .paddingOuter(0.1);
  const y = scaleLinear()
    .domain([
      0,
      Math.max(1e-9, ...points.flatMap(({ value, target }) => [value ?? 0, target ?? 0])),
    ])
    .nice(4)
    .range([axisY, TOP_PX]);
  const every = Math.max(1, Math.ceil((points.length * LABEL_PX) / Math.max(1, widthPx - LEFT_PX)));
  const centreOf = (index: number) => (x(index) ?? 0) + x.bandwidth() / 2;
  // A label in the middle of a narrow last bar would be cut off.
  const isAtEdge = (index: number) => widthPx - centreOf(index) < LABEL_PX / 2;
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.floor((left - LEFT_PX) / x.step());
    onPoint(index >= 0 && index < points.length ? index : null);
  };
  return (
    <svg
      role="img"
      aria-label={label}
      width={widthPx}
      height={heightPx}
      className={css['plot']}
      onPointerMove={point}
      onPointerLeave={() => onPoint(null)}
    >
      {y.ticks(3).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={LEFT_PX} x2={widthPx} className={tick === 0 ? css['axis'] : css['grid']} />
          <text x={LEFT_PX - 8} dy="0.32em" textAnchor="end" className={css['tick']}>
            {format(tick)}
          </text>
        </g>
      ))}
      {pointed !== null && (
        <rect
          x={(x(pointed) ?? 0) - (x.step() - x.bandwidth()) / 2}
          width={x.step()}
          y={TOP_PX}
          height={axisY - TOP_PX}
          className={css['pointed']}
        />
      )}
      {kind === 'bars' ? (
        points.map(({ label: name, value, target }, index) =>
          value === null ? null : (
            <rect
              key={name}
              x={x(index)}
              width={x.bandwidth()}
              y={y(value)}
              height={Math.max(0, axisY - y(value))}
              className={css['bar']}
              data-short={(typeof target === 'number' && value < target * 0.9) || undefined}
            />
          ),
        )
      ) : (
        <path
          className={css['line']}
          d={
            line<TrendPoint>()
              .defined(({ value }) => value !== null)
              .x((_, index) => centreOf(index))
              .y(({ value }) => y(value ?? 0))([...points]) ?? undefined
          }
        />
      )}
      <path
        className={css['target']}
        d={targetPath(points, (index) => x(index) ?? 0, y, x.bandwidth()) ?? undefined}
      />
      {points.map(({ label: name }, index) =>
        index % every === 0 ? (
          <text
            key={name}
            x={isAtEdge(index) ? widthPx : centreOf(index)}
            y={heightPx - 5}
            textAnchor={isAtEdge(index) ? 'end' : 'middle'}
            className={css['tick']}
          >
            {name}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** A step a period, so that a target that changes is seen to change between two days and not on the way. */
function targetPath(
  points: readonly TrendPoint[],
  x: (index: number) => number,
  y: (value: number) => number,
  bandPx: number,
): string | null {
  const steps = points.flatMap(({ target }, index) => {
    const value = target ?? null;
    return [
      { at: x(index), value },
      { at: x(index) + bandPx, value },
    ];
  });
  return line<{ at: number; value: number | null }>()
    .defined(({ value }) => value !== null)
    .x(({ at }) => at)
    .y(({ value }) => y(value ?? 0))
    .curve(curveStepAfter)(steps);
}
