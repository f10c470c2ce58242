import type { DayKey } from '../day.ts';
import { isDayKey } from '../day.ts';
import { choiceOf, flagOf, numberOf, prefixedFields, textOf, textsOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Intent } from './intent.ts';
import { intentFrom } from './intent.ts';
import type { MeasureKind } from './outcome.ts';
import { MEASURE_KINDS } from './outcome.ts';

/** Where a key result's value comes from: from what people tell, or from measures of its outcomes. */
export type KeyResultSource =
  | { readonly kind: 'hand' }
  | {
      readonly kind: 'measure';
      readonly measure: MeasureKind;
      /** The outcomes whose logs are measured; empty for all that serve this key result. */
      readonly outcomeIds: readonly string[];
    };

/** A value told by hand. Stored as the field `reading.<id>`. */
export interface Reading {
  readonly id: string;
  readonly day: DayKey;
  readonly value: number;
  readonly note: string;
  readonly byId: string;
}

/**
 * The measurable result of an objective. `start` and `target` are in `unit`, or in the measure's own
 * unit (see `Measure`) where it comes from one; a target below the start wants the value to fall.
 * Record type `keyResult`, audience `team`.
 */
export interface KeyResult extends Intent {
  readonly objectiveId: string;
  readonly unit: string;
  readonly start: number | null;
  readonly target: number | null;
  readonly source: KeyResultSource;
  /**
   * Outcomes that served it until its quarter was turned and serve another now: what was done for it
   * stays its own.
   */
  readonly servedByIds: readonly string[];
  /** In order of their days. */
  readonly readings: readonly Reading[];
}

export const keyResultFrom = (state: RecordState): KeyResult => ({
  ...intentFrom(state),
  objectiveId: textOf(state.fields, 'objectiveId'),
  unit: textOf(state.fields, 'unit'),
  start: numberOf(state.fields, 'start'),
  target: numberOf(state.fields, 'target'),
  source: sourceOf(state.fields),
  servedByIds: textsOf(state.fields, 'servedByIds'),
  readings: readingsOf(state.fields),
});

function sourceOf(fields: Fields): KeyResultSource {
  if (fields['source'] !== 'measure') return { kind: 'hand' };
  return {
    kind: 'measure',
    measure: choiceOf(fields, 'measure', MEASURE_KINDS, 'quantity'),
    outcomeIds: textsOf(fields, 'outcomeIds'),
  };
}

function readingsOf(fields: Fields): readonly Reading[] {
  const readings: Reading[] = [];
  for (const [id, reading] of prefixedFields(fields, 'reading')) {
    const day = textOf(reading, 'day');
    const value = numberOf(reading, 'value');
    if (value === null || !isDayKey(day) || flagOf(reading, 'deleted')) continue;
    readings.push({
      id,
      day,
      value,
      note: textOf(reading, 'note'),
      byId: textOf(reading, 'byId'),
    });
  }
  return readings.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** One order for everybody, however the readings of one day were merged. */
const placeOf = ({ day, id }: Reading): string => `${day} ${id}`;
