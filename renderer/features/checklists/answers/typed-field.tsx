import { answerProblem } from '#shared/sops/answer';
import type { AnswerProblem } from '#shared/sops/answer';
import { dayIn, isDayKey } from '#shared/day';
import type { Json } from '#shared/json';
import type { Step } from '#shared/sops/step';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { now } from '../../../services/clock.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { limitsText, problemText } from './answer-words.ts';
import css from './step-answer.module.css';
import type { StepAnswerProps } from './step-answer.tsx';
import { useFocusOnMount } from './use-focus-on-mount.ts';
import { useTypedAnswer } from './use-typed-answer.ts';

/** Words, a figure or a day. Enter saves it and goes on; with nothing typed it passes over what is optional. */
export function TypedField(props: StepAnswerProps) {
  const { asked, zone, isReadOnly, unsaved, onSay, onSayAndGoOn, onSkip, onGoOn } = props;
  const { step, answer } = asked;
  const field = useFocusOnMount<HTMLInputElement | HTMLTextAreaElement>();
  const { kind } = step;
  const typed = useTypedAnswer({
    recorded: unsaved ?? answer?.value,
    read: READERS[kind] ?? textAnswer,
    save: (value) => onSay({ value }),
  });
  const value = (READERS[kind] ?? textAnswer)(typed.text);
  const problem = typed.text === '' ? null : problemOf(step, value);

  function goOn(): void {
    if (problem) typed.commit();
    else if (value === undefined || value === '' || value === null) {
      typed.commit();
      if (asked.isRequired || answer) onGoOn();
      else onSkip();
    } else if (unsaved === undefined && value === answer?.value) onGoOn();
    else {
      typed.drop();
      onSayAndGoOn({ value });
    }
  }

  function answerToday(): void {
    typed.drop();
    onSayAndGoOn({ value: dayIn(zone, now()) });
  }

  return (
    <div className={css[kind] ?? css['text']}>
      <TextField
        ref={field}
        label={t(LABELS[kind] ?? 'checklists.words')}
        type={kind === 'date' ? 'date' : 'text'}
        multiline={kind === 'text'}
        rows={3}
        maxLength={4_000}
        value={typed.text}
        isDisabled={isReadOnly}
        description={kind === 'date' ? dayText(value) : limitsText(step)}
        error={problem ? problemText(problem, step) : undefined}
        onChange={typed.type}
        onBlur={typed.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
            return;
          const isToday = kind === 'date' && event.key.toLowerCase() === 't';
          if (!isToday && (event.key !== 'Enter' || event.shiftKey)) return;
          event.preventDefault();
          event.stopPropagation();
          if (isToday) answerToday();
          else goOn();
        }}
      />
      {kind === 'date' && !isReadOnly && (
        <Button shortcut="T" onClick={answerToday}>
          {t('checklists.today')}
        </Button>
      )}
    </div>
  );
}

/** A day as it is meant: a field of digits can be read in two ways. */
const dayText = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && isDayKey(value) ? formatDay(value, 'long') : undefined;

const LABELS: Partial<Record<Step['kind'], 'checklists.figure' | 'checklists.day'>> = {
  number: 'checklists.figure',
  date: 'checklists.day',
};

/** An empty field takes an answer back; what is no number is not stored. */
function numberAnswer(text: string): Json | undefined {
  const plain = text.trim().replaceAll(',', '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

const textAnswer = (text: string): Json => text;

const READERS: Partial<Record<Step['kind'], (text: string) => Json | undefined>> = {
  number: numberAnswer,
  date: (text) => (text === '' ? null : text),
};

function problemOf(step: Step, value: Json | undefined): AnswerProblem | null {
  if (value === undefined) return 'notANumber';
  const problem = answerProblem(step, { value, atMs: 0, isSkipped: false, waitingSinceMs: null });
  return problem === 'missing' ? null : problem;
}
