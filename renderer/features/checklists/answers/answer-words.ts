import type { AnswerProblem } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** The limits of a figure in words; undefined where there are none. */
export function limitsText({ kind, min, max }: Step): string | undefined {
  if (kind !== 'number') return undefined;
  if (min !== null && max !== null) {
    return t('checklists.between', { min: formatNumber(min), max: formatNumber(max) });
  }
  if (min !== null) return t('checklists.atLeast', { min: formatNumber(min) });
  return max === null ? undefined : t('checklists.atMost', { max: formatNumber(max) });
}

export function problemText(problem: AnswerProblem, { min, max }: Step): string {
  switch (problem) {
    case 'belowMin':
      return t('checklists.problem.belowMin', { min: formatNumber(min ?? 0) });
    case 'aboveMax':
      return t('checklists.problem.aboveMax', { max: formatNumber(max ?? 0) });
    case 'notANumber':
    case 'notAChoice':
    case 'notADate':
    case 'notEvidence':
    case 'missing':
      return t(`checklists.problem.${problem}`);
  }
}
