import type { Measure, MeasureKind } from './outcome.ts';
import { PLAIN_MEASURE } from './outcome.ts';

/** What a target is said in: times in working time, percentages of something, money in the workspace's currency. */
export type MeasureUnit = 'count' | 'time' | 'percent' | 'score' | 'money';

const UNITS: Readonly<Record<MeasureKind, MeasureUnit>> = {
  quantity: 'count',
  turnaround: 'time',
  firstResponse: 'time',
  cycleTime: 'time',
  accuracy: 'percent',
  slaCompliance: 'percent',
  score: 'score',
  value: 'money',
  cost: 'money',
  ratio: 'percent',
};

export const unitOfKind = (kind: MeasureKind): MeasureUnit => UNITS[kind];

/** Which way is good, as nearly everybody means it: little time and little cost, much of the rest. */
export const usualDirection = (kind: MeasureKind): Measure['direction'] =>
  unitOfKind(kind) === 'time' || kind === 'cost' ? 'atMost' : 'atLeast';

/** A measure of a kind with everything but its target as usual: output by the day, the rest by the month. */
export const usualMeasure = (kind: MeasureKind, target: number): Measure => ({
  ...PLAIN_MEASURE,
  kind,
  target,
  direction: usualDirection(kind),
  period: kind === 'quantity' ? 'day' : 'month',
});

/** Whether a random share of the finished work is enough to tell: somebody has to look at each one. */
export const canBeSampled = (kind: MeasureKind): boolean =>
  kind === 'accuracy' || kind === 'score' || kind === 'ratio';
