import { isDayKey } from '#shared/day';
import type { Answer } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import type { Plan } from '../../../data/plan.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { nameOf } from './asked-words.ts';

/** An answer in words, by the kind of its step. */
export function answerText(plan: Plan, step: Step, { value, isSkipped }: Answer): string {
  if (isSkipped) return t('teamwork.answer.skipped');
  if (typeof value === 'number') return formatNumber(value, 6);
  if (step.kind === 'signOff' && typeof value === 'string') {
    return t('teamwork.answer.signed', { name: nameOf(plan, value) });
  }
  if (value === true || step.kind === 'sop') return t('teamwork.answer.done');
  if (typeof value === 'string') {
    return step.kind === 'date' && isDayKey(value) ? formatDay(value, 'long') : value;
  }
  return t('teamwork.answer.unreadable');
}
