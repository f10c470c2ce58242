import { unitOfKind } from '#shared/plan/measure-kinds';
import type { Measure, MeasureKind, Sla } from '#shared/plan/outcome';
import { amountOf, unitFor } from '#shared/plan/working-amount';
import { formatMoney, formatNumber, formatRatio, formatWorkTime } from './format.ts';
import { t } from './text.ts';

interface MeasureTerms {
  /** What one unit of the outcome is called, in the plural. */
  readonly unit: string;
  /** ISO 4217 code of the workspace. */
  readonly currency: string;
}

/** A measure as a sentence without its full stop: "At least 40 listings a day for each person". */
export function measureSentence(measure: Measure, { unit, currency }: MeasureTerms): string {
  const { kind, direction, period } = measure;
  const shared = {
    target: targetWords(measure, currency),
    unit,
    bound: t(`measures.bound.${direction}`),
    period: t(`measures.period.${period}`),
    counted: t(`measures.counted.${period}`),
  };
  if (kind === 'turnaround' || kind === 'firstResponse' || kind === 'cycleTime') {
    const share = quantileWords(measure.quantile);
    return t(`measures.reads.${kind}.${direction}`, { ...shared, share });
  }
  const sentence = t(`measures.reads.${kind}`, {
    ...shared,
    ...(kind === 'score' && { bound: t(`measures.boundInside.${direction}`) }),
    scale: measure.scaleMax,
    part: measure.partName || t('measures.counts.part'),
    whole: measure.wholeName || t('measures.counts.whole'),
  });
  const { sampling } = measure;
  return sampling.kind === 'all'
    ? sentence
    : t('measures.reads.sampled', { sentence, share: formatRatio(sampling.shareRatio) });
}

/** A measure in the fewest words that tell it from the others: "Accuracy at least 98%". */
export function measureInShort(measure: Measure, { unit, currency }: MeasureTerms): string {
  const { kind, direction, period } = measure;
  return t(`measures.short.${shortForm(kind)}`, {
    kind: t(`measures.kind.${kind}`),
    target: targetWords(measure, currency),
    unit,
    bound: t(`measures.boundInside.${direction}`),
    capital: t(`measures.bound.${direction}`),
    period: t(`measures.period.${period}`),
    scale: measure.scaleMax,
    part: measure.partName,
  });
}

function shortForm(kind: MeasureKind) {
  if (kind === 'quantity' || kind === 'score' || kind === 'ratio') return kind;
  return unitOfKind(kind) === 'money' ? 'money' : 'named';
}

/** "Half of them", "85 of 100". */
export const quantileWords = (quantile: number): string =>
  quantile === 0.5
    ? t('measures.quantile.half')
    : t('measures.quantile.most', { number: quantile * 100 });

/** "4 working hours", "45 working minutes". */
export function workingTimeWords(minutes: number): string {
  const unit = unitFor(minutes);
  return t(`measures.${unit}`, { count: amountOf(minutes, unit) });
}

/** "Finished within 16 working hours". */
export const promiseWords = ({ to, minutes }: Pick<Sla, 'to' | 'minutes'>): string =>
  t(`measures.promise.${to}`, { time: workingTimeWords(minutes) });

const MINUTE_MS = 60_000;

/** A value that a measure came to, in its unit: "96.4%", "3.2 h", "612". */
export function readingWords(
  { kind }: Pick<Measure, 'kind'>,
  value: number,
  currency: string,
): string {
  const unit = unitOfKind(kind);
  if (unit === 'time') return formatWorkTime(value * MINUTE_MS);
  if (unit === 'percent') return formatRatio(value);
  return unit === 'money' ? formatMoney(value, currency) : formatNumber(value);
}

function targetWords({ kind, target }: Measure, currency: string): string {
  const unit = unitOfKind(kind);
  if (unit === 'time') return workingTimeWords(target);
  if (unit === 'percent') return formatRatio(target);
  return unit === 'money' ? formatMoney(target, currency) : formatNumber(target);
}
