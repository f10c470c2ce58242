import type { Measure, MeasureKind, Outcome } from '../plan/outcome.ts';

export const RESULTS = ['errors', 'score', 'ratio', 'value', 'cost'] as const;
/** What can be told of finished work beside how much it was. */
export type Result = (typeof RESULTS)[number];

const RESULT_OF: Readonly<Partial<Record<MeasureKind, Result>>> = {
  accuracy: 'errors',
  score: 'score',
  ratio: 'ratio',
  value: 'value',
  cost: 'cost',
};

/** What the measures of an outcome need to be told, in the order in which they are asked for. */
export function measuredResults(outcome: Pick<Outcome, 'measures'> | undefined): readonly Result[] {
  const needed = new Set(outcome?.measures.map(({ kind }) => RESULT_OF[kind]));
  return RESULTS.filter((result) => needed.has(result));
}

/** The measure of an outcome that is of a kind, for its words and scale. */
export const measureOf = (
  outcome: Pick<Outcome, 'measures'> | undefined,
  kind: MeasureKind,
): Measure | undefined => outcome?.measures.find((measure) => measure.kind === kind);
