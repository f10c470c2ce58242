import { scaleBand } from 'd3-scale';

/** The room of a plot in pixels: the whole, and what axes leave for the marks. */
export interface PlotFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly leftPx: number;
  readonly rightPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
}

/** Where steps of equal width stand, one beside the other. */
export interface StepScale {
  readonly count: number;
  readonly bandPx: number;
  readonly stepPx: number;
  readonly startOf: (at: number) => number;
  readonly centreOf: (at: number) => number;
  /** The step at a place, or null beside all of them. */
  readonly stepAt: (xPx: number) => number | null;
}

/** Many steps stand closer together: a gap between hundreds would be all there is. */
const MANY_STEPS = 45;

export function stepScale(count: number, { leftPx, rightPx }: PlotFrame): StepScale {
  const x = scaleBand<number>()
    .domain(Array.from({ length: count }, (_, at) => at))
    .range([leftPx, Math.max(leftPx, rightPx)])
    .paddingInner(count > MANY_STEPS ? 0.15 : 0.35)
    .paddingOuter(0.1);
  const bandPx = x.bandwidth();
  const stepPx = x.step();
  const startOf = (at: number): number => x(at) ?? leftPx;
  return {
    count,
    bandPx,
    stepPx,
    startOf,
    centreOf: (at) => startOf(at) + bandPx / 2,
    stepAt: (xPx) => {
      const at = Math.floor((xPx - leftPx) / stepPx);
      return at >= 0 && at < count ? at : null;
    },
  };
}
