import { scaleLinear } from 'd3-scale';
import type { Proportion } from '#shared/metrics/wilson';
import css from './accuracy.module.css';

interface RangeMarkProps {
  readonly share: Proportion;
  /** Where the scale begins; it ends at 100%. */
  readonly least: number;
}

/** Where a share lies, as a mark on its range. Drawn beside its numbers, so it is not read out. */
export function RangeMark({ share, least }: RangeMarkProps) {
  const x = scaleLinear().domain([least, 1]).range([2, 98]).clamp(true);
  return (
    <svg aria-hidden className={css['range']} preserveAspectRatio="none" viewBox="0 0 100 12">
      <line x1={0} x2={100} y1={6} y2={6} className={css['rangeScale']} />
      <line
        x1={x(share.lowRatio)}
        x2={x(share.highRatio)}
        y1={6}
        y2={6}
        className={css['rangeSpan']}
      />
      <line x1={x(share.ratio)} x2={x(share.ratio)} y1={1} y2={11} className={css['rangeAt']} />
    </svg>
  );
}
