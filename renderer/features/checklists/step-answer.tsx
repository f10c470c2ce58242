import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { Json } from '#shared/json';
import type { Answer, AnswerProblem } from '#shared/sops/answer';
import { answerProblem } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './step-answer.module.css';
import { useTypedAnswer } from './use-typed-answer.ts';

export interface StepAnswerProps {
  readonly step: Step;
  readonly answer: Answer | undefined;
  readonly zone: string;
  readonly isReadOnly: boolean;
  readonly onAnswer: (value: Json) => void;
  readonly onAnswerAndGoOn: (value: Json) => void;
  readonly onGoOn: () => void;
}

/** What the step asks for, by its kind. */
export function StepAnswer(props: StepAnswerProps) {
  switch (props.step.kind) {
    case 'tick':
      return <TickAnswer {...props} />;
    case 'choice':
      return <ChoiceAnswer {...props} />;
    default:
      return <TypedField {...props} />;
  }
}

function TickAnswer({ answer, zone, isReadOnly, onAnswer, onAnswerAndGoOn }: StepAnswerProps) {
  if (answer?.value === true) {
    return (
      <p className={css['ticked']}>
        <Check size={16} aria-hidden />{' '}
        {t('checklists.ticked', { time: formatTime(answer.atMs, zone) })}
        {!isReadOnly && (
          <Button variant="quiet" size="sm" onClick={() => onAnswer(false)}>
            {t('checklists.untick')}
          </Button>
        )}
      </p>
    );
  }
  return <TickButton isReadOnly={isReadOnly} onTick={() => onAnswerAndGoOn(true)} />;
}

interface TickButtonProps {
  readonly isReadOnly: boolean;
  readonly onTick: () => void;
}

/** Takes the focus whenever there is something to tick: with the step, and when a tick is taken back. */
function TickButton({ isReadOnly, onTick }: TickButtonProps) {
  const button = useFocusOnMount<HTMLButtonElement>();
  return (
    <Button
      ref={button}
      variant="primary"
      icon={<Check aria-hidden />}
      shortcut="Space"
      isDisabled={isReadOnly}
      onClick={onTick}
    >
      {t('checklists.tick')}
    </Button>
  );
}

function ChoiceAnswer({ step, answer, isReadOnly, onAnswer }: StepAnswerProps) {
  const first = useFocusOnMount<HTMLInputElement>();
  const chosenAt = step.options.indexOf(String(answer?.value ?? ''));
  return (
    <div role="radiogroup" aria-label={step.title} className={css['options']}>
      {step.options.map((option, index) => (
        <label key={option} className={css['option']} data-chosen={index === chosenAt || undefined}>
          <input
            ref={index === Math.max(0, chosenAt) ? first : undefined}
            type="radio"
            className={css['radio']}
            name={step.id}
            checked={index === chosenAt}
            disabled={isReadOnly}
            onChange={() => onAnswer(option)}
          />
          <span className={css['optionText']}>{option}</span>
          {index < 9 && <kbd className={css['digit']}>{index + 1}</kbd>}
        </label>
      ))}
    </div>
  );
}

function TypedField({
  step,
  answer,
  isReadOnly,
  onAnswer,
  onAnswerAndGoOn,
  onGoOn,
}: StepAnswerProps) {
  const field = useFocusOnMount<HTMLInputElement | HTMLTextAreaElement>();
  const isNumber = step.kind === 'number';
  const read = isNumber ? numberAnswer : textAnswer;
  const typed = useTypedAnswer(answer?.value, read, onAnswer);
  const value = read(typed.text);
  const problem = typed.text === '' ? null : problemOf(step, value);
  return (
    <div className={isNumber ? css['number'] : css['text']}>
      <TextField
        ref={field}
        label={isNumber ? t('checklists.figure') : t('checklists.words')}
        multiline={!isNumber}
        rows={3}
        maxLength={4_000}
        value={typed.text}
        isDisabled={isReadOnly}
        description={limitsText(step)}
        error={problem ? problemText(problem, step) : undefined}
        onChange={typed.type}
        onBlur={typed.commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          if (problem) typed.commit();
          else if (value === undefined || typed.text === String(answer?.value ?? '')) onGoOn();
          else {
            typed.drop();
            onAnswerAndGoOn(value);
          }
        }}
      />
    </div>
  );
}

/** An empty field takes an answer back; what is no number is not stored. */
function numberAnswer(text: string): Json | undefined {
  const plain = text.trim().replaceAll(',', '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

const textAnswer = (text: string): Json => text;

function problemOf(step: Step, value: Json | undefined): AnswerProblem | null {
  if (value === undefined) return 'notANumber';
  const problem = answerProblem(step, { value, atMs: 0, isSkipped: false, waitingSinceMs: null });
  return problem === 'missing' ? null : problem;
}

function limitsText({ kind, min, max }: Step): string | undefined {
  if (kind !== 'number') return undefined;
  if (min !== null && max !== null) {
    return t('checklists.between', { min: formatNumber(min), max: formatNumber(max) });
  }
  if (min !== null) return t('checklists.atLeast', { min: formatNumber(min) });
  return max === null ? undefined : t('checklists.atMost', { max: formatNumber(max) });
}

function problemText(problem: AnswerProblem, { min, max }: Step): string {
  switch (problem) {
    case 'belowMin':
      return t('checklists.problem.belowMin', { min: formatNumber(min ?? 0) });
    case 'aboveMax':
      return t('checklists.problem.aboveMax', { max: formatNumber(max ?? 0) });
    case 'notANumber':
      return t('checklists.problem.notANumber');
    default:
      return t('checklists.problem.missing');
  }
}

/** Each step takes the focus with what it asks for: a run needs no pointer. */
function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus({ preventScroll: true }), []);
  return element;
}
