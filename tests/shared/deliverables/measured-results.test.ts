import { expect, it } from 'vitest';
import { measuredResults } from '#shared/deliverables/measured-results';
import type { MeasureKind } from '#shared/plan/outcome';
import { PLAIN_MEASURE } from '#shared/plan/outcome';

const outcome = (...kinds: readonly MeasureKind[]) => ({
  measures: kinds.map((kind) => ({
    ...PLAIN_MEASURE,
    kind,
    direction: 'atLeast' as const,
    target: 1,
    period: 'week' as const,
  })),
});

it.each([
  [[], []],
  [['quantity', 'turnaround', 'slaCompliance'], []],
  [
    ['cost', 'quantity', 'accuracy'],
    ['errors', 'cost'],
  ],
  [
    ['value', 'ratio', 'score'],
    ['score', 'ratio', 'value'],
  ],
] as const)('an outcome measured by %j asks for %j', (kinds, results) => {
  expect(measuredResults(outcome(...kinds))).toEqual(results);
});

it('asks for nothing of work without an outcome', () => {
  expect(measuredResults(undefined)).toEqual([]);
});
