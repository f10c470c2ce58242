import { minorDigits } from '#shared/deliverables/log-line-amounts';
import type { KeyResult } from '#shared/plan/key-result';
import { unitOfKind } from '#shared/plan/measure-kinds';
import type { MeasureUnit } from '#shared/plan/measure-kinds';
import { tidy } from '#shared/plan/working-amount';
import { formatDuration, formatMoney, formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** What a key result's figures are said in: a measure's unit, or the words that somebody gave. */
type Spoken = Pick<KeyResult, 'source' | 'unit'>;

const unitOf = ({ source }: Spoken): MeasureUnit | 'own' =>
  source.kind === 'hand' ? 'own' : unitOfKind(source.measure);

/** `94%`, `3 h 30 min`, `$1,250.00`, `480 listings`, `4.6`. */
export function amountText(keyResult: Spoken, value: number, currency: string): string {
  switch (unitOf(keyResult)) {
    case 'percent':
      // Near the whole a tenth of a percent is the difference between there and not there.
      return formatRatio(value, value > 0.95 ? 2 : 1);
    case 'time':
      return formatHours(value);
    case 'money':
      return formatMoney(value, currency);
    case 'score':
      return formatNumber(value);
    case 'count':
    case 'own':
      return keyResult.unit.startsWith('%')
        ? `${formatNumber(value)}${keyResult.unit}`
        : `${formatNumber(value)} ${keyResult.unit}`.trim();
  }
}

/** A stored figure as it is typed: percent as 95, times in working hours, money in whole units. */
export function typedAmount(keyResult: Spoken, value: number, currency: string): number {
  return tidy(value / storedPerTyped(keyResult, currency));
}

export const storedAmount = (keyResult: Spoken, typed: number, currency: string): number =>
  tidy(typed * storedPerTyped(keyResult, currency));

/** What stands after a typed figure. */
export function amountSuffix(keyResult: Spoken, currency: string): string {
  const unit = unitOf(keyResult);
  if (unit === 'percent') return '%';
  if (unit === 'time') return t('strategy.hours');
  if (unit === 'money') return currency;
  return keyResult.unit;
}

/** Stored are ratios, working minutes and minor units. */
function storedPerTyped(keyResult: Spoken, currency: string): number {
  const unit = unitOf(keyResult);
  if (unit === 'percent') return 0.01;
  if (unit === 'time') return 60;
  return unit === 'money' ? 10 ** minorDigits(currency) : 1;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** Working hours are not cut into days: one person's day is not another's. */
const formatHours = (minutes: number): string =>
  minutes < DAY_MINUTES
    ? formatDuration(minutes * MINUTE_MS)
    : t('strategy.manyHours', { hours: formatNumber(minutes / 60, 1) });
