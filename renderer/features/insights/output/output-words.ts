import type { Output } from '#shared/metrics/insights/group-output';
import { paceOf } from '#shared/metrics/pace';
import { formatNumber, formatQuantity, formatRatio } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import type { MatrixCell } from '../../../ui/charts/matrix-model.ts';

/** Targets are shares of periods: a tenth is as fine as anybody counts. */
export const formatTarget = (target: number): string =>
  target >= 10 ? formatNumber(target, 0) : formatNumber(target, 1);

/** `83 of 120 listings`, `83 listings`, or `94%, 3 of 4 targets on pace` where units differ. */
export function outputWords(
  { count, quantity, target, attainment }: Output,
  unit: string | null,
): string {
  if (quantity !== null && unit !== null) {
    const value = formatQuantity(quantity);
    return target && target.whole > 0
      ? t('insights.output.ofTarget', { value, target: formatTarget(target.whole), unit })
      : t('insights.output.plain', { value, unit });
  }
  if (!attainment) return t('insights.output.pieces', { count });
  const { ratio, onPaceCount, targetCount } = attainment;
  return t('insights.output.ratio', {
    ratio: formatRatio(ratio, 0),
    onPace: onPaceCount,
    count: targetCount,
  });
}

/** One bucket of a row: in the row's unit, or as a share of what was asked for where units differ. */
export function outputCell(output: Output, unit: string | null, bucket: string): MatrixCell {
  const { count, quantity, attainment } = output;
  const words = `${bucket}: ${outputWords(output, unit)}`;
  const isIdle = count === 0 && !attainment;
  const tone = isIdle ? 'faint' : attainment ? TONES[paceOf(attainment.ratio, 1, 1)] : undefined;
  if (quantity !== null && unit !== null) {
    return { text: isIdle ? '–' : formatQuantity(quantity), words, tone };
  }
  if (attainment) return { text: formatRatio(attainment.ratio, 0), words, tone };
  return { text: count === 0 ? '–' : t('insights.output.piecesShort', { count }), words, tone };
}

const TONES = { done: 'done', on: undefined, behind: 'behind' } as const;
