import type { Json } from '../json.ts';
import { unitOfKind, usualMeasure } from './measure-kinds.ts';
import type { Measure, MeasureKind } from './outcome.ts';
import type { TimeUnit } from './working-amount.ts';
import { amountOf, minutesOf, tidy, unitFor } from './working-amount.ts';

/** A measure as it stands in the editor: its figures as people say them, null while their field is empty. */
export interface MeasureDraft extends Omit<Measure, 'target' | 'sampling' | 'scaleMax'> {
  /** Tells it from the others while they are moved about. Not stored. */
  readonly key: string;
  /** Percent as 99, money as 12.50, times in `timeUnit`. */
  readonly target: number | null;
  readonly timeUnit: TimeUnit;
  readonly scaleMax: number | null;
  readonly isSampled: boolean;
  readonly samplePercent: number | null;
}

/** How many decimals the minor unit of the workspace's currency has. */
type MoneyDigits = number;

const USUAL_SAMPLE_PERCENT = 10;

export function measureDraftOf(measure: Measure, key: string, digits: MoneyDigits): MeasureDraft {
  const { target, sampling, ...rest } = measure;
  const timeUnit = unitFor(target);
  return {
    ...rest,
    key,
    timeUnit,
    target: spoken(measure, timeUnit, digits),
    isSampled: sampling.kind === 'share',
    samplePercent:
      sampling.kind === 'share' ? tidy(sampling.shareRatio * 100) : USUAL_SAMPLE_PERCENT,
  };
}

export const newMeasureDraft = (kind: MeasureKind, key: string): MeasureDraft => ({
  ...measureDraftOf(usualMeasure(kind, 0), key, 0),
  timeUnit: 'hours',
  target: null,
});

/** The same place in the list, measured by something else. A target in another unit means nothing any more. */
export function withKind(draft: MeasureDraft, kind: MeasureKind): MeasureDraft {
  const fresh = newMeasureDraft(kind, draft.key);
  const isSameUnit = unitOfKind(kind) === unitOfKind(draft.kind);
  return isSameUnit ? { ...fresh, target: draft.target, timeUnit: draft.timeUnit } : fresh;
}

/** The measure that a draft says, or null while a figure is missing. */
export function measureOf(draft: MeasureDraft, digits: MoneyDigits): Measure | null {
  const { key: _key, timeUnit, isSampled, samplePercent, target, scaleMax, ...rest } = draft;
  if (target === null || (isSampled && samplePercent === null)) return null;
  if (scaleMax === null) return null;
  return {
    ...rest,
    scaleMax,
    target: stored(draft.kind, target, timeUnit, digits),
    sampling:
      isSampled && samplePercent !== null
        ? { kind: 'share', shareRatio: tidy(samplePercent / 100) }
        : { kind: 'all' },
  };
}

export const measureJson = ({ sampling, ...measure }: Measure): Json => ({
  ...measure,
  sampling: { ...sampling },
});

/** A key that none of the drafts has. */
export const freeKey = (drafts: readonly MeasureDraft[]): string =>
  `m${drafts.reduce((most, { key }) => Math.max(most, Number(key.slice(1)) + 1), 0)}`;

function spoken({ kind, target }: Measure, timeUnit: TimeUnit, digits: MoneyDigits): number {
  const unit = unitOfKind(kind);
  if (unit === 'time') return amountOf(target, timeUnit);
  if (unit === 'percent') return tidy(target * 100);
  return unit === 'money' ? tidy(target / 10 ** digits) : target;
}

function stored(kind: MeasureKind, target: number, timeUnit: TimeUnit, digits: number): number {
  const unit = unitOfKind(kind);
  if (unit === 'time') return minutesOf(target, timeUnit);
  if (unit === 'percent') return tidy(target / 100);
  return unit === 'money' ? Math.round(target * 10 ** digits) : target;
}
