import type { ChangeMeasure } from '#shared/metrics/insights/change-measures';
import { isRate } from '#shared/metrics/insights/change-measures';
import { roundedToSum } from '#shared/metrics/insights/changes';
import { formatMoney, formatNumber, formatRatio, formatWorkTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** How a measure's values, and by how much they changed, are written. */
export interface ChangeFormat {
  readonly value: (value: number) => string;
  /** With its sign. */
  readonly change: (change: number) => string;
  /** Parts as they are shown: rounded so that they still add up. */
  readonly rounded: (parts: readonly number[]) => readonly number[];
}

const HOUR_MS = 3_600_000;
/** A tenth of a percentage point. */
const TENTH_POINT = 0.001;

export function changeFormat(measure: ChangeMeasure, currency: string): ChangeFormat {
  if (isRate(measure)) {
    return {
      value: (ratio) => formatRatio(ratio),
      change: (change) =>
        t('insightsFlow.changes.points', {
          points: signed(change, (size) => formatNumber(100 * size, 1)),
        }),
      rounded: (parts) => roundedToSum(parts, TENTH_POINT),
    };
  }
  if (measure === 'value' || measure === 'cost') {
    const money = (minor: number): string => formatMoney(minor, currency);
    return { value: money, change: (change) => signed(change, money), rounded: asIs };
  }
  if (measure === 'waited') {
    return {
      value: formatWorkTime,
      change: (change) => signed(change, formatWorkTime),
      rounded: (parts) => roundedToSum(parts, HOUR_MS),
    };
  }
  return { value: plain, change: (change) => signed(change, plain), rounded: asIs };
}

const asIs = (parts: readonly number[]): readonly number[] => parts;

const plain = (amount: number): string => formatNumber(amount);

/** `+20`, `−3`, `0`: a minus as wide as the plus. */
function signed(value: number, format: (size: number) => string): string {
  const words = format(Math.abs(value));
  if (value === 0) return words;
  return value > 0 ? `+${words}` : `−${words}`;
}
