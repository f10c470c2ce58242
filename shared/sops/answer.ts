import { isDayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { flagOf, instantOf, isInstant, objectOf, textOf } from '../record-fields.ts';
import { evidenceIn } from '../evidence/evidence.ts';
import type { Fields } from '../stream/change.ts';
import type { Step } from './step.ts';

/**
 * What was answered at one step. Stored as the field `answer.<stepId>` of a run. `value` by kind: `tick`,
 * `link` and `waitFor` true; `text` and `choice` a string; `number` a number; `date` a `DayKey`; `file` a list
 * of evidence; `sop` the id of the run that was made of it; `signOff` who signed, which is read from the
 * signature and never from the run itself.
 */
export interface Answer {
  readonly value: Json;
  readonly atMs: number;
  readonly isSkipped: boolean;
  /** When waiting began, at a `waitFor`; null at others. */
  readonly waitingSinceMs: number | null;
  /** Who answered, where it was not the run's own member: a colleague who handed the run over. */
  readonly byId?: string;
}

export type Answers = ReadonlyMap<string, Answer>;

export function answerFrom(fields: Fields): Answer {
  const byId = textOf(fields, 'byId');
  return {
    value: fields['value'] ?? null,
    atMs: instantOf(fields, 'atMs') ?? 0,
    isSkipped: flagOf(fields, 'skipped'),
    waitingSinceMs: instantOf(fields, 'waitingSinceMs'),
    ...(byId !== '' && { byId }),
  };
}

/** An answer as its field's value. */
export const answerJson = ({ value, atMs, isSkipped, waitingSinceMs, byId }: Answer): Json => ({
  value,
  atMs,
  ...(isSkipped && { skipped: true }),
  ...(waitingSinceMs !== null && { waitingSinceMs }),
  ...(byId !== undefined && { byId }),
});

/** Whether something was answered: what rules call an answer. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (!answer || answer.isSkipped) return false;
  const { value } = answer;
  if (value === null || value === false || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}

/** Why an answer does not settle a step, or null where it does. */
export type AnswerProblem =
  | 'missing'
  | 'belowMin'
  | 'aboveMax'
  | 'notANumber'
  | 'notAChoice'
  | 'notADate'
  | 'notEvidence';

/** `isRequired` as earlier answers have it (see `pathOf`). */
export function answerProblem(
  step: Step,
  answer: Answer | undefined,
  isRequired = step.isRequired,
): AnswerProblem | null {
  if (!isAnswered(answer)) return isRequired || isWaiting(step, answer) ? 'missing' : null;
  return valueProblem(step, answer.value);
}

/** Whether a wait has begun and nobody has said that it is over. */
export const isWaiting = (step: Step, answer: Answer | undefined): answer is Answer =>
  step.kind === 'waitFor' &&
  answer !== undefined &&
  !answer.isSkipped &&
  answer.waitingSinceMs !== null &&
  !isAnswered(answer);

const MINUTE_MS = 60_000;

/** When the least time of a wait that has begun is over; null where it has none, or has not begun. */
export const waitEndsAtMs = (step: Step, answer: Answer | undefined): number | null => {
  const sinceMs = answer?.waitingSinceMs ?? null;
  if (sinceMs === null || step.waitMinutes === null) return null;
  const endsAtMs = sinceMs + step.waitMinutes * MINUTE_MS;
  return isInstant(endsAtMs) ? endsAtMs : null;
};

function valueProblem(step: Step, value: Json): AnswerProblem | null {
  switch (step.kind) {
    case 'number':
      if (typeof value !== 'number') return 'notANumber';
      if (step.min !== null && value < step.min) return 'belowMin';
      return step.max !== null && value > step.max ? 'aboveMax' : null;
    case 'choice':
      return typeof value === 'string' && step.options.includes(value) ? null : 'notAChoice';
    case 'date':
      return typeof value === 'string' && isDayKey(value) ? null : 'notADate';
    case 'file':
      return evidenceIn(value).length > 0 ? null : 'notEvidence';
    case 'text':
      return objectOf(value) ? 'missing' : null;
    default:
      return null;
  }
}
