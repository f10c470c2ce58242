import type { Json } from '#shared/json';
import type { Answer, AnswerProblem } from '#shared/sops/answer';
import type { Step } from '#shared/sops/step';
import { t } from '../../../i18n/text.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';

interface TryAnswerProps {
  readonly step: Step;
  readonly answer: Answer | undefined;
  readonly problem: AnswerProblem | null;
  readonly onAnswer: (stepId: string, answer: Answer | null) => void;
}

/** The field that a step is answered in; what needs files, people or time is a tick here. */
export function TryAnswer({ step, answer, problem, onAnswer }: TryAnswerProps) {
  const value = answer?.value ?? null;
  const put = (given: Json) =>
    onAnswer(
      step.id,
      given === null || given === '' || given === false ? null : { ...UNSAVED, value: given },
    );
  const field = {
    label: t('sops.preview.answer', { title: step.title || t('sops.editor.stepUntitled') }),
    isLabelHidden: true,
    error: problem ? t(`sops.preview.problem.${problem}`) : undefined,
  };
  switch (step.kind) {
    case 'text':
      return (
        <TextField
          {...field}
          placeholder={t('sops.preview.text')}
          value={typeof value === 'string' ? value : ''}
          onChange={put}
        />
      );
    case 'number':
      return (
        <NumberField
          {...field}
          placeholder={t('sops.preview.number')}
          value={typeof value === 'number' ? value : null}
          onChange={put}
        />
      );
    case 'choice':
      return (
        <Select
          {...field}
          value={typeof value === 'string' ? value : null}
          options={step.options.map((option) => ({ value: option, label: option }))}
          onChange={put}
        />
      );
    case 'date':
      return (
        <TextField
          {...field}
          type="date"
          value={typeof value === 'string' ? value : ''}
          onChange={put}
        />
      );
    case 'file':
      return (
        <Checkbox
          label={t('sops.preview.file')}
          checked={value !== null}
          onChange={(isGiven) => put(isGiven ? ANY_FILE : null)}
        />
      );
    default:
      return (
        <Checkbox
          label={t(`sops.preview.${step.kind}`)}
          checked={value === true}
          onChange={(isDone) => put(isDone)}
        />
      );
  }
}

/** Nothing of a preview is kept: it has no time. */
const UNSAVED = { atMs: 0, isSkipped: false, waitingSinceMs: null };

/** Stands for whatever file somebody would attach. */
const ANY_FILE: Json = [
  { hash: '0'.repeat(64), name: 'example.jpg', sizeBytes: 1, mediaType: 'image/jpeg' },
];
