import type { Deliverable } from '../deliverables/deliverable.ts';
import type { Measure, Outcome } from '../plan/outcome.ts';
import { openSla } from './compliance.ts';
import { readMeasure } from './measures.ts';
import type { MeasureReading } from './measures.ts';
import type { OverviewLine } from './overview.ts';
import type { DayRange } from './period.ts';
import { sumTotals } from './sum-totals.ts';
import { targetIn } from './targets.ts';
import type { TermsBook } from './terms.ts';

/** A measure of an outcome as it came out in some days. */
export interface MeasureRow {
  readonly outcome: Outcome;
  /** Its place among the outcome's measures. */
  readonly at: number;
  /** With the target that those days ask for. */
  readonly measure: Measure;
  readonly reading: MeasureReading;
}

export interface MeasureRowsInput {
  readonly outcomes: readonly Outcome[];
  readonly lines: readonly OverviewLine[];
  readonly open: readonly Deliverable[];
  readonly terms: TermsBook;
  readonly range: DayRange;
  readonly nowMs: number;
}

/** Every measure but quantity of the outcomes that had work in these days, everybody's work together. */
export function measureRows(input: MeasureRowsInput): readonly MeasureRow[] {
  const { outcomes, lines, open, terms, nowMs } = input;
  return outcomes.flatMap((outcome) => {
    const own = lines.filter(({ outcomeId }) => outcomeId === outcome.id);
    const totals = sumTotals(own.map(({ completed }) => completed));
    const late = openSla(
      open.filter(({ outcomeId }) => outcomeId === outcome.id),
      terms,
      nowMs,
    );
    return outcome.measures.flatMap((measure, at) => {
      if (measure.kind === 'quantity' || own.length === 0) return [];
      const asked = askedIn(measure, outcome, input);
      return [{ outcome, at, measure: asked, reading: readMeasure(asked, totals, late) }];
    });
  });
}

/** Sums have a target a period: what of it the days so far ask for, by the hours of whoever owns the outcome. */
function askedIn(measure: Measure, outcome: Outcome, input: MeasureRowsInput): Measure {
  if (measure.kind !== 'value' && measure.kind !== 'cost') return measure;
  const { clock, days } = input.terms.of(outcome.ownerId, outcome.id);
  const { fromDay, toDay } = input.range;
  return { ...measure, target: targetIn(measure, clock, days, fromDay, toDay, input.nowMs).soFar };
}
