import type { Answer, Answers } from '#shared/sops/answer';
import { isAnswered } from '#shared/sops/answer';
import type { SopVersion } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import type { Plan } from '../../../data/plan.ts';
import { formatTime } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { AnswerValue } from '../runs/answer-value.tsx';
import { useSopWords } from '../sop-words/sop-words.tsx';
import css from './asked-of-you.module.css';
import { nameOf } from './asked-words.ts';

interface ShownAnswersProps {
  readonly plan: Plan;
  readonly version: SopVersion | undefined;
  readonly answers: Answers;
  /** Who shows them: only others who answered are named. */
  readonly ofId: string;
  /** IANA zone of whoever reads. */
  readonly zone: string;
}

/** What a colleague answered so far, in the order of the steps; nothing where there is nothing. */
export function ShownAnswers({ plan, version, answers, ofId, zone }: ShownAnswersProps) {
  const answered = (version?.steps ?? []).flatMap((step) => {
    const answer = answers.get(step.id);
    return answer && (answer.isSkipped || isAnswered(answer)) ? [{ step, answer }] : [];
  });
  if (answered.length === 0) return null;
  return (
    <div>
      <p className={css['label']}>{t('teamwork.answersSoFar')}</p>
      <ol className={css['answers']} aria-label={t('teamwork.answersSoFar')}>
        {answered.map(({ step, answer }) => (
          <AnswerLine
            key={step.id}
            plan={plan}
            step={step}
            answer={answer}
            ofId={ofId}
            zone={zone}
          />
        ))}
      </ol>
    </div>
  );
}

interface AnswerLineProps {
  readonly plan: Plan;
  readonly step: Step;
  readonly answer: Answer;
  readonly ofId: string;
  readonly zone: string;
}

function AnswerLine({ plan, step, answer, ofId, zone }: AnswerLineProps) {
  const words = useSopWords();
  const { byId = ofId } = answer;
  const by = byId === ofId ? '' : ` · ${nameOf(plan, byId)}`;
  return (
    <li className={css['answer']}>
      <span>{words.step(step).title}</span>
      <span className={css['value']}>
        <AnswerValue plan={plan} step={step} answer={answer} memberId={ofId} />
      </span>
      <span className={css['meta']}>
        {formatTime(answer.atMs, zone)}
        {by}
      </span>
    </li>
  );
}
