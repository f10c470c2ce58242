import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import {
  choiceOf,
  flagOf,
  numberOf,
  objectOf,
  objectsIn,
  textOf,
  textsOf,
} from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

export const ROLE_FAMILIES = ['support', 'technical', 'analytical', 'operations'] as const;
export type RoleFamily = (typeof ROLE_FAMILIES)[number];

export const MEASURE_KINDS = [
  'quantity',
  'turnaround',
  'firstResponse',
  'cycleTime',
  'accuracy',
  'slaCompliance',
  'score',
  'value',
  'cost',
  'ratio',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const PERIODS = ['day', 'week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * How an outcome is judged. `target` is in the measure's own unit: quantity and ratio as counts or
 * 0–1 ratios, times in working minutes, value and cost in minor units of the workspace's currency.
 * A quantity target is for each member who works on the outcome.
 */
export interface Measure {
  readonly kind: MeasureKind;
  readonly direction: 'atLeast' | 'atMost';
  readonly target: number;
  readonly period: Period;
}

/** What an answer is promised by: working minutes in the outcome's calendar. */
export interface Sla {
  readonly to: 'started' | 'responded' | 'completed';
  readonly minutes: number;
}

/** A result somebody owns, stated as a result. Record type `outcome`, audience `team`. */
export interface Outcome {
  readonly id: string;
  /** Short name for bars, lists and the log bar: "Product uploads". */
  readonly name: string;
  /** The result in one sentence: "Every new product is live within a day, with at most 1% errors". */
  readonly statement: string;
  readonly why: string;
  /** What one unit is called, in the plural: "listings". */
  readonly unit: string;
  readonly family: RoleFamily;
  readonly client: string;
  readonly ownerId: string;
  readonly standInId: string;
  /** The members who work on it; the owner is always one of them. */
  readonly memberIds: readonly string[];
  readonly keyResultId: string;
  readonly calendarId: string;
  readonly measures: readonly Measure[];
  readonly sla: Sla | null;
  /** The first day that its targets count from; empty where they always did. */
  readonly startsOn: DayKey;
  readonly isArchived: boolean;
}

export const outcomeFrom = ({ id, fields }: RecordState): Outcome => ({
  id,
  name: textOf(fields, 'name') || textOf(fields, 'statement'),
  statement: textOf(fields, 'statement'),
  why: textOf(fields, 'why'),
  unit: textOf(fields, 'unit') || 'items',
  family: choiceOf(fields, 'family', ROLE_FAMILIES, 'operations'),
  client: textOf(fields, 'client'),
  ownerId: textOf(fields, 'ownerId'),
  standInId: textOf(fields, 'standInId'),
  memberIds: memberIdsOf(fields),
  keyResultId: textOf(fields, 'keyResultId'),
  calendarId: textOf(fields, 'calendarId'),
  measures: measuresOf(fields['measures']),
  sla: slaOf(fields['sla']),
  startsOn: textOf(fields, 'startsOn'),
  isArchived: flagOf(fields, 'archived') || flagOf(fields, 'deleted'),
});

/** The quantity that one member should reach in a period, or null where the outcome has no such target. */
export const quantityTarget = (outcome: Outcome): Measure | null =>
  outcome.measures.find((measure) => measure.kind === 'quantity' && measure.target > 0) ?? null;

function memberIdsOf(fields: Fields): readonly string[] {
  const owner = textOf(fields, 'ownerId');
  const ids = textsOf(fields, 'memberIds');
  return owner && !ids.includes(owner) ? [owner, ...ids] : ids;
}

function measuresOf(value: Json | undefined): readonly Measure[] {
  return objectsIn(value).flatMap((fields) => {
    const target = numberOf(fields, 'target');
    if (target === null) return [];
    return [
      {
        kind: choiceOf(fields, 'kind', MEASURE_KINDS, 'quantity'),
        direction: choiceOf(fields, 'direction', ['atLeast', 'atMost'] as const, 'atLeast'),
        target,
        period: choiceOf(fields, 'period', PERIODS, 'day'),
      },
    ];
  });
}

function slaOf(value: Json | undefined): Sla | null {
  const fields = objectOf(value);
  const minutes = fields && numberOf(fields, 'minutes');
  if (!fields || minutes === null || minutes <= 0) return null;
  return {
    to: choiceOf(fields, 'to', ['started', 'responded', 'completed'] as const, 'completed'),
    minutes,
  };
}
