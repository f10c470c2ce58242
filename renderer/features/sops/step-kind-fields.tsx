import { useRef, useState } from 'react';
import { BLOCKED_ON } from '#shared/deliverables/deliverable';
import { MAX_EVIDENCE_BYTES, MOST_FILES } from '#shared/evidence/evidence';
import { MAX_LINK_CHARACTERS, isHttps } from '#shared/https';
import { hasCrossedLimits } from '#shared/sops/draft-problems';
import type { DraftProblem } from '#shared/sops/draft-problems';
import { lostByKind, withKind } from '#shared/sops/kind-change';
import { STEP_KINDS } from '#shared/sops/step';
import type { Step, StepKind } from '#shared/sops/step';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { NestedSopField } from './nested-sop-field.tsx';
import { useDraftDesk, useProblems } from './rules/draft-desk.ts';
import { ProblemList } from './rules/problem-list.tsx';
import css from './step-kind-fields.module.css';

interface StepKindFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step) => void;
}

const MIB = 1024 * 1024;

/** How a step is answered, and what that way of answering needs to know. */
export function StepKindFields({ step, onChange }: StepKindFieldsProps) {
  /** Chosen, but not before it is said that something would be lost. */
  const [asked, setAsked] = useState<StepKind | null>(null);
  const field = useRef<HTMLDivElement>(null);
  /** The question is gone with its answer: the focus goes back to what was asked about. */
  const answer = (kind: StepKind) => {
    setAsked(null);
    if (kind !== step.kind) onChange(withKind(step, kind));
    field.current?.querySelector('button')?.focus();
  };
  const { sop, sops } = useDraftDesk();
  const problems = useProblems().filter(
    (problem) => 'stepId' in problem && problem.stepId === step.id && isOfAnswer(problem, step),
  );
  const choose = (kind: StepKind) => {
    if (lostByKind(step, kind).length > 0) setAsked(kind);
    else answer(kind);
  };
  return (
    <div className={css['fields']}>
      <div
        ref={field}
        className={step.kind === 'number' || step.kind === 'waitFor' ? css['wide'] : undefined}
      >
        <Select
          label={t('sopRules.kind.label')}
          value={step.kind}
          onChange={choose}
          options={STEP_KINDS.map((value) => ({ value, label: t(`sops.editor.kinds.${value}`) }))}
        />
      </div>
      {asked !== null && asked !== step.kind && (
        <div className={css['wide']}>
          <Callout
            tone="warn"
            title={t('sopRules.kind.lost.title', {
              kind: t(`sopRules.kind.kinds.${asked}`),
              lost: lostWords(step, asked),
            })}
            action={
              <>
                <Button size="sm" onClick={() => answer(step.kind)}>
                  {t('sopRules.kind.lost.keep')}
                </Button>
                <Button size="sm" variant="primary" onClick={() => answer(asked)}>
                  {t('sopRules.kind.lost.change')}
                </Button>
              </>
            }
          />
        </div>
      )}
      <KindDetails step={step} onChange={onChange} />
      <div className={css['problems']}>
        <ProblemList problems={problems} steps={sop.draftSteps} sops={sops} />
      </div>
    </div>
  );
}

/** What the fields do not say themselves, nor the rules. */
function isOfAnswer({ code }: DraftProblem, { url }: Step): boolean {
  return (
    code === 'choice-without-options' ||
    code.startsWith('nested-') ||
    (code === 'link-not-https' && url === '')
  );
}

const lostWords = (step: Step, kind: StepKind): string =>
  lostByKind(step, kind)
    .map((detail) => t(`sopRules.kind.lost.${detail}`, { count: step.options.length }))
    .join(t('sopRules.kind.lost.and'));

function KindDetails({ step, onChange }: StepKindFieldsProps) {
  const change = (part: Partial<Step>) => onChange({ ...step, ...part });
  switch (step.kind) {
    case 'choice':
      return (
        <div className={css['wide']}>
          <ChoiceOptions options={step.options} onChange={(options) => change({ options })} />
        </div>
      );
    case 'number':
      return (
        <>
          <NumberField
            label={t('sopRules.kind.min')}
            value={step.min}
            onChange={(min) => change({ min })}
          />
          <NumberField
            label={t('sopRules.kind.max')}
            value={step.max}
            error={hasCrossedLimits(step) ? t('sopRules.kind.limits') : undefined}
            onChange={(max) => change({ max })}
          />
        </>
      );
    case 'link':
      return (
        <TextField
          label={t('sopRules.kind.url')}
          placeholder={t('sopRules.kind.urlPlaceholder')}
          value={step.url}
          error={step.url !== '' && !isHttps(step.url) ? t('sopRules.kind.urlError') : undefined}
          onChange={(url) => change({ url: url.trim() })}
          maxLength={MAX_LINK_CHARACTERS}
        />
      );
    case 'sop':
      return <NestedSopField value={step.sopId} onChange={(sopId) => change({ sopId })} />;
    case 'waitFor':
      return (
        <>
          <Select
            label={t('sopRules.kind.waitOn')}
            value={step.waitOn}
            onChange={(waitOn) => change({ waitOn })}
            options={BLOCKED_ON.map((value) => ({ value, label: t(`log.blockedOn.${value}`) }))}
          />
          <NumberField
            label={t('sopRules.kind.waitMinutes')}
            suffix={t('sopRules.kind.minutesSuffix')}
            min={0}
            value={step.waitMinutes}
            onChange={(waitMinutes) => change({ waitMinutes })}
          />
        </>
      );
    case 'file':
      return (
        <p className={css['hint']}>
          {t('sopRules.kind.fileHint', { count: MOST_FILES, size: MAX_EVIDENCE_BYTES / MIB })}
        </p>
      );
    case 'signOff':
      return <p className={css['hint']}>{t('sopRules.kind.signOffHint')}</p>;
    default:
      return null;
  }
}

interface ChoiceOptionsProps {
  readonly options: readonly string[];
  readonly onChange: (options: readonly string[]) => void;
}

/** One choice a line. What is typed is kept as it is, so that an empty line can be begun. */
function ChoiceOptions({ options, onChange }: ChoiceOptionsProps) {
  const [text, setText] = useState(options.join('\n'));
  // Undo, or another device, may say otherwise than what was typed here.
  const shown = sameLines(linesOf(text), options) ? text : options.join('\n');
  return (
    <TextField
      label={t('sopRules.kind.options')}
      value={shown}
      onChange={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
      multiline
      rows={3}
      maxLength={2_000}
    />
  );
}

const sameLines = (a: readonly string[], b: readonly string[]): boolean =>
  a.join('\n') === b.join('\n');

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
