import { memo } from 'react';
import type { Step } from '#shared/sops/step';
import { StepText } from '../../app/parts/evidence/step-text.tsx';
import { t } from '../../i18n/text.ts';
import css from './sop-preview.module.css';

interface SopPreviewProps {
  readonly title: string;
  readonly purpose: string;
  readonly steps: readonly Step[];
}

/** A procedure to be read: what, how, why, and how each step is answered. */
export const SopPreview = memo(function SopPreview({ title, purpose, steps }: SopPreviewProps) {
  if (title === '' && steps.length === 0) {
    return <p className={css['empty']}>{t('sops.preview.empty')}</p>;
  }
  return (
    <article className={css['sop']}>
      <h3 className={css['title']}>{title || t('sops.untitled')}</h3>
      {purpose && <p className={css['purpose']}>{purpose}</p>}
      <ol className={css['steps']}>
        {steps.map((step, index) => (
          <li key={step.id} className={css['step']}>
            <span className={css['number']}>{index + 1}</span>
            <div className={css['body']}>
              <p className={css['stepTitle']}>
                {step.title || t('sops.editor.stepUntitled')}
                <span className={css['about']}>{aboutWords(step)}</span>
              </p>
              {step.how && <StepText text={step.how} hasLinks={false} />}
              {step.why && (
                <p className={css['why']}>
                  <strong>{t('sops.preview.why')}</strong> {step.why}
                </p>
              )}
              <AnswerShape step={step} />
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
});

/** The field that the assistant will answer in, drawn but not to be used. */
function AnswerShape({ step }: { readonly step: Step }) {
  if (step.kind === 'choice') {
    return (
      <ul className={css['choices']}>
        {step.options.map((option) => (
          <li key={option} className={css['choice']}>
            {option}
          </li>
        ))}
      </ul>
    );
  }
  const words = step.kind === 'number' ? numberWords(step) : t(`sops.preview.${step.kind}`);
  return (
    <p className={css['answer']} data-kind={step.kind}>
      {words}
    </p>
  );
}

function numberWords({ min, max }: Step): string {
  if (min !== null && max !== null) return t('sops.preview.between', { min, max });
  if (min !== null) return t('sops.preview.atLeast', { min });
  return max === null ? t('sops.preview.number') : t('sops.preview.atMost', { max });
}

const aboutWords = ({ isRequired, expectedMinutes }: Step): string =>
  [
    ...(isRequired ? [] : [t('sops.preview.optional')]),
    ...(expectedMinutes === null ? [] : [t('sops.preview.minutes', { minutes: expectedMinutes })]),
  ].join(' · ');
