import { memo } from 'react';
import type { Answer, AnswerProblem } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { StepText } from '../../../app/parts/evidence/step-text.tsx';
import { t } from '../../../i18n/text.ts';
import css from './preview.module.css';
import { aboutStep } from './step-words.ts';
import { TryAnswer } from './try-answer.tsx';

interface PreviewStepProps {
  readonly step: Step;
  /** Null where earlier answers leave it out. */
  readonly number: number | null;
  readonly isRequired: boolean;
  readonly answer: Answer | undefined;
  readonly problem: AnswerProblem | null;
  readonly onAnswer: (stepId: string, answer: Answer | null) => void;
}

/** One step to be tried; one that is left out is a faint line, so that it is seen to be. */
export const PreviewStep = memo(function PreviewStep({
  step,
  number,
  isRequired,
  answer,
  problem,
  onAnswer,
}: PreviewStepProps) {
  const title = step.title || t('sops.editor.stepUntitled');
  if (number === null) {
    return <p className={css['left']}>{t('sops.preview.leftOut', { title })}</p>;
  }
  const about = aboutStep(step, isRequired);
  return (
    <div className={css['step']}>
      <span className={css['number']}>{number}</span>
      <div className={css['body']}>
        <p className={css['what']}>
          {title}
          {about !== '' && (
            <>
              {'\u2002'}
              <span className={css['about']}>{about}</span>
            </>
          )}
        </p>
        {step.how && <StepText text={step.how} hasLinks={false} />}
        {step.why && (
          <p className={css['why']}>
            <strong>{t('sops.preview.why')}</strong> {step.why}
          </p>
        )}
        <TryAnswer
          step={step}
          answer={answer}
          // What is missing is not wrong yet: nobody has been asked.
          problem={answer && problem !== 'missing' ? problem : null}
          onAnswer={onAnswer}
        />
      </div>
    </div>
  );
});
