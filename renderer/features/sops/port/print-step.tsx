import { rulePhrase } from '#shared/exports/sop-phrases';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { MarkdownBody } from '../../../ui/markdown-body.tsx';
import css from './print-sheet.module.css';

interface PrintStepProps {
  readonly step: Step;
  readonly numbers: ReadonlyMap<string, number>;
  /** Addresses of pictures by hash; null for one that is not on this computer. */
  readonly pictures: ReadonlyMap<string, string | null>;
  readonly titleOfSop: (sopId: string) => string;
}

/** One step on paper: a box, what, how and why, and room for its answer. */
export function PrintStep({ step, numbers, pictures, titleOfSop }: PrintStepProps) {
  return (
    <div className={css['step']}>
      <div className={css['stepHead']}>
        <span className={css['box']} aria-hidden />
        <p className={css['stepTitle']}>
          {numbers.get(step.id)}. {step.title || t('sops.editor.stepUntitled')}
          <span className={css['about']}>{aboutWords(step)}</span>
        </p>
      </div>
      <div className={css['body']}>
        {step.rules.map((rule, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rules have an order and no name
          <p key={index} className={css['rule']}>
            {t(`sopPort.print.rule.${rule.effect}`, {
              rule: rulePhrase(rule, (stepId) => numbers.get(stepId) ?? null),
            })}
          </p>
        ))}
        {step.how && (
          <div className={css['how']}>
            <MarkdownBody
              text={step.how}
              renderPicture={(hash, alt) => <Picture url={pictures.get(hash) ?? null} alt={alt} />}
            />
          </div>
        )}
        {step.why && (
          <p className={css['why']}>
            <strong>{t('sopPort.print.why')}</strong> {step.why}
          </p>
        )}
        <Answer step={step} titleOfSop={titleOfSop} />
      </div>
    </div>
  );
}

const aboutWords = (step: Step): string =>
  [
    ...(step.isRequired ? [] : [t('sopPort.print.optional')]),
    ...(step.expectedMinutes === null
      ? []
      : [t('sopPort.print.minutes', { minutes: step.expectedMinutes })]),
  ].join(' · ');

function Picture({ url, alt }: { readonly url: string | null; readonly alt: string }) {
  if (url === null) return <em>{t('sopPort.print.missingPicture', { alt })}</em>;
  return <img src={url} alt={alt} className={css['picture']} />;
}

/** Where the answer is written by hand; a tick has its box already. */
function Answer({ step, titleOfSop }: Pick<PrintStepProps, 'step' | 'titleOfSop'>) {
  if (step.kind === 'tick') return null;
  if (step.kind === 'choice') {
    return (
      <ul className={css['options']}>
        {step.options.map((option) => (
          <li key={option}>
            <span className={css['box']} aria-hidden /> {option}
          </li>
        ))}
      </ul>
    );
  }
  return <p className={css['answer']}>{answerWords(step, titleOfSop)}</p>;
}

function answerWords(step: Step, titleOfSop: (sopId: string) => string): string {
  const { min, max } = step;
  switch (step.kind) {
    case 'number':
      if (min !== null && max !== null) return t('sopPort.print.answer.between', { min, max });
      if (min !== null) return t('sopPort.print.answer.atLeast', { min });
      return max === null
        ? t('sopPort.print.answer.number')
        : t('sopPort.print.answer.atMost', { max });
    case 'link':
      return t('sopPort.print.answer.link', { url: step.url });
    case 'sop':
      return t('sopPort.print.answer.sop', {
        title: titleOfSop(step.sopId) || t('sops.untitled'),
      });
    case 'signOff':
      return t('sopPort.print.signedBy');
    case 'text':
    case 'date':
    case 'file':
    case 'waitFor':
      return t(`sopPort.print.answer.${step.kind}`);
    default:
      return '';
  }
}
