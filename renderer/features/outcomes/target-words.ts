import { quantityTarget } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import { formatNumber, formatRatio } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** `40 listings a day`, or null where no quantity is asked for. */
export function targetWords(outcome: Outcome): string | null {
  const quantity = quantityTarget(outcome);
  if (!quantity) return null;
  return t('outcomes.targetText', {
    target: quantity.target,
    unit: outcome.unit,
    period: t(`outcomes.period.${quantity.period}`),
  });
}

/** What else an outcome is judged by: accuracy and its promise. */
export function otherMeasures(outcome: Outcome): readonly string[] {
  const accuracy = outcome.measures.find((measure) => measure.kind === 'accuracy');
  return [
    ...(accuracy ? [t('outcomes.accuracyText', { ratio: formatRatio(accuracy.target) })] : []),
    ...outcome.slas.map((sla) =>
      t('outcomes.slaText', {
        to: t(`outcomes.slaTo.${sla.to}`),
        hours: formatNumber(sla.minutes / 60),
      }),
    ),
  ];
}
