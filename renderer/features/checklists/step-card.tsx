import { memo } from 'react';
import type { PathStep } from '#shared/sops/path';
import { StepText } from '../../app/parts/evidence/step-text.tsx';
import { useSopWords } from '../../app/parts/sop-words/sop-words.tsx';
import { formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import type { StepAnswerProps } from './answers/step-answer.tsx';
import { StepAnswer } from './answers/step-answer.tsx';
import css from './run-view.module.css';
import { AnsweredBy } from './teamwork/answered-by.tsx';

interface StepCardProps extends StepAnswerProps {
  readonly number: number;
}

/** Answers come and go while its text stays: it is not read again with each. */
const How = memo(StepText);

const MINUTE_MS = 60_000;

/** One step: what to do, how, and why; then what it asks for. */
export function StepCard({ number, ...props }: StepCardProps) {
  const { step } = props.asked;
  const { title, how, why } = useSopWords().step(step);
  return (
    <section className={css['card']} aria-labelledby={`step-${step.id}`}>
      <header className={css['cardHeader']}>
        <span className={css['number']} aria-hidden>
          {number}
        </span>
        <h2 id={`step-${step.id}`} className={css['stepTitle']}>
          {title}
        </h2>
        <span className={css['meta']}>{metaText(props.asked)}</span>
      </header>
      {how !== '' && (
        <div className={css['how']}>
          <How text={how} />
        </div>
      )}
      {why !== '' && (
        <p className={css['why']}>
          <span className={css['whyLabel']}>{t('checklists.why')}</span> {why}
        </p>
      )}
      <StepAnswer {...props} />
      <AnsweredBy plan={props.plan} answer={props.asked.answer} zone={props.zone} />
      {props.unsaved !== undefined && (
        <p className={css['unsaved']} role="alert">
          {t('checklists.notSaved')}
        </p>
      )}
    </section>
  );
}

function metaText({ isRequired, step }: PathStep): string {
  const parts = [
    isRequired ? '' : t('checklists.optional'),
    isRequired && !step.isRequired ? t('checklists.requiredNow') : '',
    step.expectedMinutes === null
      ? ''
      : t('checklists.takes', { length: formatDuration(step.expectedMinutes * MINUTE_MS) }),
  ];
  return parts.filter(Boolean).join(' · ');
}
