import type { Difference } from '#shared/metrics/difference';
import type { Median } from '#shared/metrics/median';
import type { Estimate, SopMeasure } from '#shared/metrics/sop-measures';
import { isTime } from '#shared/metrics/sop-measures';
import type { Proportion } from '#shared/metrics/wilson';
import { formatDuration, formatNumber, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

const MINUTE_MS = 60_000;

/** Below this a whole minute is too coarse: half a minute more is much for a step of two. */
const FINE_BELOW_MS = 10 * MINUTE_MS;

/** `45 s`, `1.3 min`; from ten minutes on as everywhere else: `2 h 15 min`. */
export function timeWords(ms: number): string {
  if (ms < 0) return `−${timeWords(-ms)}`;
  if (ms < MINUTE_MS || ms >= FINE_BELOW_MS) return formatDuration(ms);
  return t('sopInsights.insights.minutes', { minutes: formatNumber(ms / MINUTE_MS, 1) });
}

/** `1.8%` or `2.2 min`. */
export const valueWords = (measure: SopMeasure, value: number): string =>
  isTime(measure) ? timeWords(value) : formatRatio(value);

/** `(1.2% to 2.7%)` */
function rangeWords(
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

/** `−2.2 min (−4 min to −30 s)`: what came with a version. */
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

/** `5% to 24%`, where nothing stands before it. */
export const spanWords = (low: number, high: number, wordsOf: (value: number) => string): string =>
  t('sopInsights.insights.span', { low: wordsOf(low), high: wordsOf(high) });

/** `12% (5% to 24%)` */
export const shareWords = (share: Proportion): string =>
  `${formatRatio(share.ratio, 0)} ${rangeWords(
    { low: share.lowRatio, high: share.highRatio },
    (value) => formatRatio(value, 0),
  )}`;

/** `2.2 min (1 min to 4 min)` */
export const medianWords = (median: Median): string =>
  `${timeWords(median.value)} ${rangeWords(median, timeWords)}`;
