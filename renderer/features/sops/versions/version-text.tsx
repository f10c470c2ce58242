import { stepGroups } from '#shared/sops/section';
import type { SopVersion } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { StepText } from '../../../app/parts/evidence/step-text.tsx';
import { ruleSentence } from '../../../i18n/rule-words.ts';
import { t } from '../../../i18n/text.ts';
import previewCss from '../preview/preview.module.css';
import { aboutStep } from '../preview/step-words.ts';
import css from './version-text.module.css';

/** A version to be read: each step under its section, what it depends on, and how it is answered. */
export function VersionText({ version }: { readonly version: SopVersion }) {
  const { title, purpose, steps, sections } = version;
  const numbers = new Map(steps.map(({ id }, index) => [id, index + 1]));
  return (
    <article className={css['text']}>
      <h3 className={previewCss['title']}>{title || t('sops.untitled')}</h3>
      {purpose && <p className={previewCss['muted']}>{purpose}</p>}
      {stepGroups(steps, sections).map(({ section, steps: own }) => (
        <section key={section?.id ?? ''}>
          {section && (
            <h4 className={previewCss['section']}>
              {section.title || t('sops.editor.sectionUntitled')}
            </h4>
          )}
          <ol className={previewCss['lines']}>
            {own.map((step) => (
              <li key={step.id} className={previewCss['step']}>
                <span className={previewCss['number']}>{numbers.get(step.id)}</span>
                <StepBody step={step} steps={steps} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

interface StepBodyProps {
  readonly step: Step;
  /** The version's, which conditions name. */
  readonly steps: readonly Step[];
}

function StepBody({ step, steps }: StepBodyProps) {
  const about = aboutStep(step, step.isRequired);
  return (
    <div className={previewCss['body']}>
      <p className={previewCss['what']}>
        {step.title || t('sops.editor.stepUntitled')}
        {about !== '' && (
          <>
            {'\u2002'}
            <span className={previewCss['about']}>{about}</span>
          </>
        )}
      </p>
      {step.rules.map((rule, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rules have an order and no name
        <p key={index} className={css['rule']}>
          {ruleSentence(rule, steps)}
        </p>
      ))}
      {step.how && <StepText text={step.how} hasLinks={false} />}
      {step.why && (
        <p className={previewCss['why']}>
          <strong>{t('sops.preview.why')}</strong> {step.why}
        </p>
      )}
      <AnswerShape step={step} />
    </div>
  );
}

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
  return (
    <p className={css['answer']} data-kind={step.kind}>
      {t(`sops.preview.${step.kind}`)}
    </p>
  );
}
