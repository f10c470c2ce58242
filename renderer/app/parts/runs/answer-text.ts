import { isDayKey } from '#shared/day';
import { evidenceIn } from '#shared/evidence/evidence';
import type { Answer } from '#shared/sops/answer';
import { SOURCE_WORDS } from '#shared/sops/sop-words';
import type { SopWords } from '#shared/sops/sop-words';
import type { Step } from '#shared/sops/step';
import type { Plan } from '../../../data/plan.ts';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';

/** An answer in words, by the kind of its step. */
export function answerText(
  plan: Plan,
  step: Step,
  answer: Answer | undefined,
  words: Pick<SopWords, 'option'> = SOURCE_WORDS,
): string {
  if (!answer) return t('checklists.noAnswer');
  if (answer.isSkipped) return t('checklists.state.skipped');
  const { value } = answer;
  if (value === true || (step.kind === 'sop' && typeof value === 'string')) {
    return t('checklists.state.settled');
  }
  if (typeof value === 'number') return formatNumber(value, 6);
  const files = evidenceIn(value);
  if (files.length > 0) return files.map(({ name }) => name).join(', ');
  if (typeof value !== 'string' || value === '') return t('checklists.noAnswer');
  if (step.kind === 'date' && isDayKey(value)) return formatDay(value, 'dated');
  if (step.kind === 'choice') return words.option(step, value);
  if (step.kind !== 'signOff') return value;
  return t('checklists.signedBy', { name: plan.memberById.get(value)?.name ?? '' });
}
