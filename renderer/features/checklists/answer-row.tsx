import type { PathStep } from '#shared/sops/path';
import type { Run } from '#shared/sops/run';
import { AnswerValue } from '../../app/parts/runs/answer-value.tsx';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import type { Plan } from '../../data/plan.ts';
import { formatTime } from '../../i18n/format.ts';
import css from './run-view.module.css';

interface AnswerRowProps {
  readonly asked: PathStep;
  readonly run: Run;
  readonly plan: Plan;
  readonly zone: string;
}

/** What was said at a step of a run that has ended, and when. */
export function AnswerRow({ asked: { step, answer }, run, plan, zone }: AnswerRowProps) {
  const words = useSopWords();
  return (
    <li className={css['answer']}>
      <span>{words.step(step).title}</span>
      <span className={css['answerValue']}>
        <AnswerValue plan={plan} step={step} answer={answer} memberId={run.memberId} />
      </span>
      <span className={css['meta']}>
        {answer && formatTime(answer.atMs, zone)}
        {answer?.byId !== undefined && ` · ${plan.memberById.get(answer.byId)?.name ?? ''}`}
      </span>
    </li>
  );
}
