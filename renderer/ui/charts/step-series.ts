import type { LegendEntry, SeriesTone } from './legend.tsx';

/** Where a true value lies: drawn around it, told with it. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** One measure over the steps of a chart. */
export interface StepSeries {
  readonly key: string;
  readonly label: string;
  readonly kind: 'bars' | 'line' | 'target';
  readonly tone: SeriesTone;
  /** One a step; null where there is nothing to show: a gap and not a zero. */
  readonly values: readonly (number | null)[];
  readonly ranges?: readonly (ValueRange | null)[] | undefined;
  /** Not in the table nor the reading: what is drawn to see by, such as a median. */
  readonly isGuide?: boolean | undefined;
}

/** Counts and other amounts of each step that are read beside the drawn ones: the n of a rate. */
export interface StepColumn {
  readonly key: string;
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly format: (value: number) => string;
}

const MARKS: Readonly<Record<StepSeries['kind'], LegendEntry['mark']>> = {
  bars: 'box',
  line: 'line',
  target: 'dashes',
};

export const legendOf = (series: readonly StepSeries[]): readonly LegendEntry[] =>
  series.map(({ key, label, tone, kind }) => ({ key, label, tone, mark: MARKS[kind] }));

/** The largest value that is drawn, and a little where all are none. */
export const highestOf = (series: readonly StepSeries[]): number =>
  Math.max(
    1e-9,
    ...series.flatMap(({ values, ranges }) => [
      ...values.map((value) => value ?? 0),
      ...(ranges ?? []).map((range) => range?.high ?? 0),
    ]),
  );
