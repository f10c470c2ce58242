import type { Step } from '#shared/sops/step';
import { bridge } from '../../bridge.ts';
import { formatDuration } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceFailure } from '../../services/announce.ts';
import { Markdown } from '../../ui/markdown.tsx';
import css from './run-view.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { StepAnswer } from './step-answer.tsx';

interface StepCardProps extends StepAnswerProps {
  readonly number: number;
}

const MINUTE_MS = 60_000;

/** One step: what to do, how, and why; then what it asks for. */
export function StepCard({ number, ...asked }: StepCardProps) {
  const { step } = asked;
  return (
    <section className={css['card']} aria-labelledby={`step-${step.id}`}>
      <header className={css['cardHeader']}>
        <span className={css['number']} aria-hidden>
          {number}
        </span>
        <h2 id={`step-${step.id}`} className={css['stepTitle']}>
          {step.title}
        </h2>
        <span className={css['meta']}>{metaText(step)}</span>
      </header>
      {step.how !== '' && (
        <div className={css['how']}>
          <Markdown text={step.how} onLink={(url) => void openLink(url)} />
        </div>
      )}
      {step.why !== '' && (
        <p className={css['why']}>
          <span className={css['whyLabel']}>{t('checklists.why')}</span> {step.why}
        </p>
      )}
      <StepAnswer {...asked} />
    </section>
  );
}

function metaText({ isRequired, expectedMinutes }: Step): string {
  const parts = [
    isRequired ? '' : t('checklists.optional'),
    expectedMinutes === null
      ? ''
      : t('checklists.takes', { length: formatDuration(expectedMinutes * MINUTE_MS) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

async function openLink(url: string): Promise<void> {
  const opened = await bridge.openLink({ url });
  if (!opened.ok && opened.error.code !== 'cancelled') announceFailure(opened.error);
}
