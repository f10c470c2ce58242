import type { PriorityFigure, ShareFigure } from '#shared/cadence/review-figures';
import {
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRatio,
  formatRatioSpan,
  formatWorkTime,
} from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

type KeyResultFigure = PriorityFigure['keyResults'][number];

const MINUTE_MS = 60_000;

/** A value of a key result in what it is measured in: `94%`, `3 h 30 min`, `480 listings`. */
export function amountWords(
  { measured, unit }: Pick<KeyResultFigure, 'measured' | 'unit'>,
  value: number,
  currency: string,
): string {
  if (measured === 'percent') return formatRatio(value);
  if (measured === 'time') return formatWorkTime(value * MINUTE_MS);
  if (measured === 'money') return formatMoney(value, currency);
  if (measured === 'score') return formatNumber(value);
  return unit.startsWith('%')
    ? `${formatNumber(value)}${unit}`
    : `${formatQuantity(value)} ${unit}`.trim();
}

/** `n = 214 · 95.1–99.2%` */
export const rateHint = (share: ShareFigure): string =>
  t('reviews.figures.rateHint', { count: share.count, ...formatRatioSpan(share) });

export const ratioWords = (share: { readonly ratio: number } | null, digits = 1): string =>
  share ? formatRatio(share.ratio, digits) : t('reviews.figures.nothing');

/** `+12`, `−3.5` */
export const signed = (text: string, value: number): string => `${value < 0 ? '−' : '+'}${text}`;

/** Targets are shares of periods: a tenth is as fine as anybody counts. */
export const targetWords = (target: number): string => formatNumber(target, target >= 10 ? 0 : 1);
