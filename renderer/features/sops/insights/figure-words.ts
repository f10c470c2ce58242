import type { Difference } from '#shared/metrics/difference';
import type { Median } from '#shared/metrics/median';
import type { Estimate, SopMeasure } from '#shared/metrics/sop-measures';
import { isTime } from '#shared/metrics/sop-measures';
import type { Proportion } from '#shared/metrics/wilson';
import { formatDuration, formatNumber, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Below this, seconds are told too: half a minute more is much for a step of two. */
const FINE_BELOW_MS = 10 * MINUTE_MS;

/** `1 min 20 s`, from ten minutes on as everywhere else: `2 h 15 min`. */
export function timeWords(ms: number): string {
  const sign = ms < 0 ? '−' : '';
  const seconds = Math.round(Math.abs(ms) / SECOND_MS);
  if (seconds < 60 || Math.abs(ms) >= FINE_BELOW_MS) {
    return (
      sign + formatDuration(Math.abs(ms) >= FINE_BELOW_MS ? Math.abs(ms) : seconds * SECOND_MS)
    );
  }
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return sign + (rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`);
}

/** `1.8%` or `2 min 10 s`. */
export const valueWords = (measure: SopMeasure, value: number): string =>
  isTime(measure) ? timeWords(value) : formatRatio(value);

/** `(1.2% to 2.7%)` */
export function rangeWords(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  wordsOf: (value: number) => string,
): string {
  if (low === null || high === null) return t('sopInsights.insights.noRange');
  return t('sopInsights.insights.range', { low: wordsOf(low), high: wordsOf(high) });
}

export const estimateRange = (measure: SopMeasure, estimate: Estimate): string =>
  rangeWords(estimate, (value) => valueWords(measure, value));

/** `n = 34`, or `n = 340 units` where units were counted. */
export const countWords = (measure: SopMeasure, { ofCount }: Estimate): string =>
  t(measure === 'errors' ? 'sopInsights.insights.nUnits' : 'sopInsights.insights.n', {
    count: formatNumber(ofCount),
  });

/** `−2 min 10 s (−4 min to −30 s)`: what came with a version. */
export function differenceWords(measure: SopMeasure, difference: Difference): string {
  const wordsOf = (value: number): string =>
    (value > 0 ? '+' : '') +
    (isTime(measure)
      ? timeWords(value)
      : t('sopInsights.insights.points', { points: points(value) }));
  return `${wordsOf(difference.value)} ${rangeWords(difference, wordsOf)}`;
}

/** Percentage points: a share that changes by a share would be read as a share of it. */
const points = (ratio: number): string => {
  const value = formatNumber(Math.abs(ratio) * 100, 1);
  return ratio < 0 && value !== '0' ? `−${value}` : value;
};

/** `12% (5% to 24%)` */
export const shareWords = (share: Proportion): string =>
  `${formatRatio(share.ratio, 0)} ${rangeWords(
    { low: share.lowRatio, high: share.highRatio },
    (value) => formatRatio(value, 0),
  )}`;

/** `2 min 10 s (1 min to 4 min)` */
export const medianWords = (median: Median): string =>
  `${timeWords(median.value)} ${rangeWords(median, timeWords)}`;
