import type { OverviewFigures } from '#shared/metrics/overview-groups';
import {
  formatDuration,
  formatNumber,
  formatQuantity,
  formatRatio,
  formatRatioSpan,
} from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365.25 * 24 * HOUR_MS;

/** The same figures read the same in the headline, in a row and in a tooltip. */
export const turnaroundWords = ({ turnaround }: OverviewFigures): string =>
  turnaround === null ? t('overview.figures.none') : formatDuration(turnaround.medianMs);

/** `159.79 h, n = 4,569`: to the hundredth of an hour, so that it can be checked against the log. */
export const turnaroundDetail = ({ turnaround }: OverviewFigures): string =>
  turnaround === null
    ? t('overview.figures.turnaroundNone')
    : t('overview.figures.turnaroundHint', {
        hours: turnaround.medianMs / HOUR_MS,
        count: turnaround.count,
      });

export const accuracyWords = ({ accuracy }: OverviewFigures): string =>
  accuracy === null ? t('overview.figures.none') : formatRatio(accuracy.ratio);

export const accuracyDetail = ({ accuracy }: OverviewFigures): string =>
  accuracy === null
    ? t('overview.figures.accuracyNone')
    : t('overview.figures.accuracyHint', {
        count: accuracy.count,
        ...formatRatioSpan(accuracy),
      });

export const reopenedDetail = ({ reopenedCount, totalCount }: OverviewFigures): string =>
  totalCount === 0
    ? t('overview.figures.reopenedNone')
    : t('overview.figures.reopenedHint', {
        ratio: formatRatio(reopenedCount / totalCount),
        total: totalCount,
      });

/** How long something has stood: in years once days say nothing any more. */
export const ageWords = (ms: number): string =>
  ms < 2 * YEAR_MS
    ? formatDuration(Math.max(0, ms))
    : t('overview.work.years', { years: formatNumber(ms / YEAR_MS, 1) });

/** Targets are shares of periods: a tenth is as fine as anybody counts. */
export const formatTarget = (target: number): string =>
  target >= 10 ? formatNumber(target, 0) : formatNumber(target, 1);

export const unitWords = (value: number, unit: string): string =>
  t('overview.output.plain', { value: formatQuantity(value), unit });
