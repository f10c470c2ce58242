import { scaleLinear } from 'd3-scale';
import css from './insights.module.css';

interface IntervalBarProps {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The end of the scale, which begins at 0; the same for figures that are compared. */
  readonly most: number;
}

/** Where a figure lies, as a mark on its range. Drawn beside its numbers, so it is not read out. */
export function IntervalBar({ value, low, high, most }: IntervalBarProps) {
  const x = scaleLinear()
    .domain([0, most || 1])
    .range([2, 98]);
  return (
    <svg aria-hidden className={css['interval']} preserveAspectRatio="none" viewBox="0 0 100 14">
      <line x1={0} x2={100} y1={7} y2={7} className={css['scale']} />
      {low !== null && high !== null && (
        <line x1={x(low)} x2={x(high)} y1={7} y2={7} className={css['span']} />
      )}
      <line x1={x(value)} x2={x(value)} y1={1} y2={13} className={css['mark']} />
    </svg>
  );
}
