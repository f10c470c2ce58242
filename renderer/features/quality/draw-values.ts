import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { DueSample } from '#shared/quality/due-samples';
import type { Confidence } from '#shared/quality/confidence';
import { USUAL_CONFIDENCE } from '#shared/quality/confidence';
import type { SampleScope, SizedBy, StratifiedBy } from '#shared/quality/quality-sample';
import { MOST_DRAWN, sampleSize } from '#shared/quality/sample-size';
import type { Plan } from '../../data/plan.ts';

/** A sample as it stands in the form: figures in percent, null while their field is empty. */
export interface DrawValues {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
  /** Empty for everybody. */
  readonly memberId: string;
  /** Empty for all. */
  readonly outcomeId: string;
  readonly stratifiedBy: StratifiedBy;
  readonly sizedBy: SizedBy['kind'];
  readonly halfWidthPoints: number | null;
  readonly confidence: Confidence;
  readonly expectedPercent: number | null;
  readonly sharePercent: number | null;
}

const DAYS_BACK = 28;

/** The last four weeks of everybody, to ±5 points. */
export const firstValues = (today: DayKey): DrawValues => ({
  fromDay: addDays(today, -DAYS_BACK),
  toDay: addDays(today, -1),
  memberId: '',
  outcomeId: '',
  stratifiedBy: 'none',
  sizedBy: 'interval',
  halfWidthPoints: 5,
  confidence: USUAL_CONFIDENCE,
  expectedPercent: 90,
  sharePercent: 10,
});

/** What a measure asks for. */
export const valuesOfDue = ({ outcomeId, range, shareRatio }: DueSample): DrawValues => ({
  ...firstValues(range.toDay),
  ...range,
  outcomeId,
  sizedBy: 'share',
  sharePercent: Math.round(shareRatio * 1_000) / 10,
});

/** Where shares are of each outcome, all of them are named: each is drawn from by itself. */
export const scopeOf = (values: DrawValues, plan: Plan): SampleScope => ({
  memberIds: values.memberId === '' ? [] : [values.memberId],
  outcomeIds: outcomeIdsOf(values, plan),
  fromDay: values.fromDay,
  toDay: values.toDay,
  stratifiedBy: values.stratifiedBy,
});

function outcomeIdsOf({ outcomeId, stratifiedBy }: DrawValues, plan: Plan): readonly string[] {
  if (outcomeId !== '') return [outcomeId];
  return stratifiedBy === 'outcome' ? plan.outcomes.map(({ id }) => id) : [];
}

/** Null while a figure is missing. */
export function sizedByOf(values: DrawValues): SizedBy | null {
  const { confidence, halfWidthPoints, expectedPercent, sharePercent } = values;
  if (values.sizedBy === 'share') {
    if (sharePercent === null) return null;
    return { kind: 'share', shareRatio: sharePercent / 100, confidence };
  }
  if (halfWidthPoints === null || expectedPercent === null) return null;
  return {
    kind: 'interval',
    halfWidthRatio: halfWidthPoints / 100,
    expectedRatio: expectedPercent / 100,
    confidence,
  };
}

/** How many are to be drawn of so many. Of anything there is one at least. */
export function sizeOf(sizedBy: SizedBy, populationCount: number): number {
  if (sizedBy.kind === 'interval') return sampleSize({ ...sizedBy, populationCount });
  const wanted = Math.ceil(populationCount * sizedBy.shareRatio);
  return Math.min(wanted, populationCount, MOST_DRAWN);
}

/** Whether fewer are drawn than was asked for, because nobody looks at so many. */
export function isCapped(sizedBy: SizedBy, populationCount: number): boolean {
  if (sizeOf(sizedBy, populationCount) < MOST_DRAWN) return false;
  return populationCount > MOST_DRAWN;
}
