import { isDayKey } from '#shared/day';
import { evidenceIn } from '#shared/evidence/evidence';
import type { PathStep } from '#shared/sops/path';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatNumber, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import css from './run-view.module.css';

interface AnswerRowProps {
  readonly asked: PathStep;
  readonly plan: Plan;
  readonly zone: string;
}

/** What was said at a step of a run that has ended, and when. */
export function AnswerRow({ asked, plan, zone }: AnswerRowProps) {
  const { step, answer } = asked;
  return (
    <li className={css['answer']}>
      <span>{step.title}</span>
      <span className={css['answerValue']}>{answerText(asked, plan)}</span>
      <span className={css['meta']}>
        {answer && formatTime(answer.atMs, zone)}
        {answer?.byId !== undefined && ` · ${plan.memberById.get(answer.byId)?.name ?? ''}`}
      </span>
    </li>
  );
}

export function answerText(
  { step, answer }: Pick<PathStep, 'step' | 'answer'>,
  plan: Plan,
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
  if (step.kind !== 'signOff') return value;
  return t('checklists.signedBy', { name: plan.memberById.get(value)?.name ?? '' });
}
