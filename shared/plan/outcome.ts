import type { DayKey } from '../day.ts';
import { FIRST_DAY, isDayKey } from '../day.ts';
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

/** Which deliverables a measure is taken from: all of them, or a random share of those completed, 0–1. */
export type Sampling =
  | { readonly kind: 'all' }
  | { readonly kind: 'share'; readonly shareRatio: number };

/**
 * How an outcome is judged. `target` is in the measure's own unit: quantity as a count, accuracy, SLA
 * compliance and ratio as 0–1 ratios, times in working minutes, a score on its own scale, value and
 * cost in minor units of the workspace's currency. A quantity target is for each member who works on
 * the outcome.
 */
export interface Measure {
  readonly kind: MeasureKind;
  readonly direction: 'atLeast' | 'atMost';
  readonly target: number;
  readonly period: Period;
  /** Which quantile of the times is held against the target, 0–1: 0.5 the median. Of times alone. */
  readonly quantile: number;
  readonly sampling: Sampling;
  /** The two counts of a ratio, as people call them: "adopted" of "decisions proposed". */
  readonly partName: string;
  readonly wholeName: string;
  /** The best that a score can be. Of scores alone. */
  readonly scaleMax: number;
}

/** What a score is out of, unless somebody says otherwise. */
const DEFAULT_SCALE_MAX = 5;

/** A promise about times is kept by most, not by the lucky half. */
const DEFAULT_QUANTILE = 0.85;

/** What a measure is unless somebody says otherwise. */
export const PLAIN_MEASURE = {
  direction: 'atLeast',
  quantile: DEFAULT_QUANTILE,
  sampling: { kind: 'all' },
  partName: '',
  wholeName: '',
  scaleMax: DEFAULT_SCALE_MAX,
} as const satisfies Partial<Measure>;

export const SLA_STAGES = ['responded', 'started', 'completed'] as const;
export type SlaStage = (typeof SLA_STAGES)[number];

/**
 * What an answer is promised by: working minutes in the outcome's calendar, else in the member's.
 * Work that was requested on `fromDay` or later is held to it, until a later promise of the same stage.
 */
export interface Sla {
  readonly to: SlaStage;
  /** 0 where nothing is promised any more from that day on. */
  readonly minutes: number;
  readonly fromDay: DayKey;
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
  /** Every promise that ever held, by stage and then by day. An outcome can promise several stages. */
  readonly slas: readonly Sla[];
  /** The role that answers for it; empty where it stands alone. */
  readonly roleId: string;
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
  slas: slasOf(fields['sla']),
  roleId: textOf(fields, 'roleId'),
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
        quantile: ratioOf(fields, 'quantile') ?? DEFAULT_QUANTILE,
        sampling: samplingOf(fields['sampling']),
        partName: textOf(fields, 'partName'),
        wholeName: textOf(fields, 'wholeName'),
        scaleMax: numberOf(fields, 'scaleMax') ?? DEFAULT_SCALE_MAX,
      },
    ];
  });
}

function ratioOf(fields: Fields, name: string): number | null {
  const value = numberOf(fields, name);
  return value !== null && value > 0 && value <= 1 ? value : null;
}

function samplingOf(value: Json | undefined): Sampling {
  const fields = objectOf(value);
  const shareRatio = fields && ratioOf(fields, 'shareRatio');
  return shareRatio ? { kind: 'share', shareRatio } : { kind: 'all' };
}

/** One promise or a list of them: an earlier program wrote one alone. */
function slasOf(value: Json | undefined): readonly Sla[] {
  const one = objectOf(value);
  return (one ? [one] : objectsIn(value)).flatMap(slaOf).toSorted(bySlaOrder);
}

function slaOf(fields: Fields): readonly Sla[] {
  const minutes = numberOf(fields, 'minutes');
  if (minutes === null) return [];
  const fromDay = textOf(fields, 'fromDay');
  return [
    {
      to: choiceOf(fields, 'to', SLA_STAGES, 'completed'),
      minutes,
      fromDay: isDayKey(fromDay) ? fromDay : FIRST_DAY,
    },
  ];
}

const bySlaOrder = (a: Sla, b: Sla): number =>
  SLA_STAGES.indexOf(a.to) - SLA_STAGES.indexOf(b.to) ||
  (a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : 0);

/** The promise of a stage that holds for work requested on a day, or null. */
export function slaOn(outcome: Pick<Outcome, 'slas'>, to: SlaStage, day: DayKey): Sla | null {
  const sla = outcome.slas.findLast((sla) => sla.to === to && sla.fromDay <= day);
  return sla && sla.minutes > 0 ? sla : null;
}

/** What is promised to work requested on a day, one promise a stage at most. */
export const slasOn = (outcome: Pick<Outcome, 'slas'>, day: DayKey): readonly Sla[] =>
  SLA_STAGES.flatMap((to) => slaOn(outcome, to, day) ?? []);
