import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import {
  choiceOf,
  dayOf,
  flagOf,
  instantOf,
  numberOf,
  objectsIn,
  textOf,
  textsOf,
} from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Confidence } from './confidence.ts';
import { USUAL_CONFIDENCE, confidenceNear } from './confidence.ts';
import type { DrawnGroup, DrawUnit } from './draw.ts';
import { drawRank } from './draw.ts';

export const STRATIFIED_BY = ['none', 'member', 'outcome'] as const;
/** Whether each member, or each outcome, has its share of a sample for certain. */
export type StratifiedBy = (typeof STRATIFIED_BY)[number];

/** What was drawn from: completed work of these members and outcomes, on these days. */
export interface SampleScope {
  /** Empty for everybody. */
  readonly memberIds: readonly string[];
  /** Empty for all. */
  readonly outcomeIds: readonly string[];
  /** The members' own days of completion, both ends included. */
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
  readonly stratifiedBy: StratifiedBy;
}

/** By what a sample's size came about. */
export type SizedBy =
  | {
      readonly kind: 'interval';
      readonly halfWidthRatio: number;
      readonly expectedRatio: number;
      readonly confidence: Confidence;
    }
  | { readonly kind: 'share'; readonly shareRatio: number; readonly confidence: Confidence };

/**
 * Completed deliverables, drawn at random to be looked at. Record type `qualitySample`, audience
 * `managers`. What was drawn is fixed when it is drawn; what became of it lies in `qualityCheck` records.
 */
export interface QualitySample extends SampleScope {
  readonly id: string;
  readonly sizedBy: SizedBy;
  /** With it and the log anybody can draw the same again (see `drawRank`). */
  readonly seed: string;
  /** Each with how much there was to draw from, then. */
  readonly groups: readonly DrawnGroup[];
  readonly drawnAtMs: number;
  readonly drawnById: string;
  readonly isDeleted: boolean;
}

export const QUALITY_SAMPLE_TYPE = 'qualitySample';

export function qualitySampleFrom({ id, fields }: RecordState): QualitySample {
  return {
    id,
    memberIds: textsOf(fields, 'memberIds'),
    outcomeIds: textsOf(fields, 'outcomeIds'),
    fromDay: dayOf(fields, 'fromDay'),
    toDay: dayOf(fields, 'toDay'),
    stratifiedBy: choiceOf(fields, 'stratifiedBy', STRATIFIED_BY, 'none'),
    sizedBy: sizedByOf(fields),
    seed: textOf(fields, 'seed'),
    groups: groupsOf(fields['groups']),
    drawnAtMs: instantOf(fields, 'drawnAtMs') ?? 0,
    drawnById: textOf(fields, 'drawnById'),
    isDeleted: flagOf(fields, 'deleted'),
  };
}

export const qualitySampleFields = (sample: Omit<QualitySample, 'id' | 'isDeleted'>): Fields => ({
  memberIds: [...sample.memberIds],
  outcomeIds: [...sample.outcomeIds],
  fromDay: sample.fromDay,
  toDay: sample.toDay,
  stratifiedBy: sample.stratifiedBy,
  sizedBy: sample.sizedBy.kind,
  ...(sample.sizedBy.kind === 'interval'
    ? {
        halfWidthRatio: sample.sizedBy.halfWidthRatio,
        expectedRatio: sample.sizedBy.expectedRatio,
      }
    : { shareRatio: sample.sizedBy.shareRatio }),
  confidenceRatio: sample.sizedBy.confidence,
  seed: sample.seed,
  groups: sample.groups.map(packGroup),
  drawnAtMs: sample.drawnAtMs,
  drawnById: sample.drawnById,
});

export interface DrawnUnit extends DrawUnit {
  readonly groupId: string;
}

/** Everything that was drawn, in the order of the draw: whoever stops halfway has looked at a random part. */
export const drawnUnits = ({ groups, seed }: QualitySample): readonly DrawnUnit[] =>
  groups
    .flatMap(({ id, units }) => units.map((unit) => ({ ...unit, groupId: id })))
    .map((unit) => ({ unit, rank: drawRank(seed, unit.deliverableId) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ unit }) => unit);

export const drawnCount = ({ groups }: Pick<QualitySample, 'groups'>): number =>
  groups.reduce((sum, { units }) => sum + units.length, 0);

export const populationCount = ({ groups }: Pick<QualitySample, 'groups'>): number =>
  groups.reduce((sum, group) => sum + group.populationCount, 0);

/** A thousand pairs of ids would not fit into one change: each member is named once in a group. */
function packGroup({ id, populationCount: population, units }: DrawnGroup): Json {
  const byMember = new Map<string, string[]>();
  for (const { memberId, deliverableId } of units) {
    const own = byMember.get(memberId);
    if (own) own.push(deliverableId);
    else byMember.set(memberId, [deliverableId]);
  }
  const drawn = [...byMember].map(([memberId, ids]) => ({ memberId, ids }));
  return { id, populationCount: population, drawn };
}

const groupsOf = (value: Json | undefined): readonly DrawnGroup[] =>
  objectsIn(value).map((fields) => {
    const units = objectsIn(fields['drawn']).flatMap((drawn) =>
      textsOf(drawn, 'ids').map((deliverableId) => ({
        memberId: textOf(drawn, 'memberId'),
        deliverableId,
      })),
    );
    const population = Math.max(units.length, numberOf(fields, 'populationCount') ?? 0);
    return { id: textOf(fields, 'id'), populationCount: population, units };
  });

function sizedByOf(fields: Fields): SizedBy {
  const confidence = confidenceNear(numberOf(fields, 'confidenceRatio') ?? USUAL_CONFIDENCE);
  const shareRatio = numberOf(fields, 'shareRatio');
  if (fields['sizedBy'] === 'share' && shareRatio !== null) {
    return { kind: 'share', shareRatio, confidence };
  }
  return {
    kind: 'interval',
    halfWidthRatio: numberOf(fields, 'halfWidthRatio') ?? 0,
    expectedRatio: numberOf(fields, 'expectedRatio') ?? 0,
    confidence,
  };
}
