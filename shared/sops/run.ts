import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { flagOf, numberOf, prefixedFields, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Step } from './sop.ts';

/** What was answered at one step. Stored as the field `answer.<stepId>`. */
export interface Answer {
  readonly value: Json;
  readonly atMs: number;
  readonly isSkipped: boolean;
}

/** One execution of one SOP version. Record type `run`, audience `m-<member>`. */
export interface Run {
  readonly id: string;
  readonly memberId: string;
  readonly sopId: string;
  readonly versionId: string;
  readonly outcomeId: string;
  readonly deliverableId: string;
  readonly day: DayKey;
  readonly startedAtMs: number;
  readonly finishedAtMs: number | null;
  readonly abandonedAtMs: number | null;
  readonly abandonReason: string;
  /** The step in front of the assistant; empty before the first. */
  readonly atStepId: string;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly isDeleted: boolean;
}

export function runFrom({ id, audience, fields }: RecordState): Run {
  const answers = new Map<string, Answer>();
  for (const [stepId, answer] of prefixedFields(fields, 'answer')) {
    answers.set(stepId, {
      value: answer['value'] ?? null,
      atMs: numberOf(answer, 'atMs') ?? 0,
      isSkipped: flagOf(answer, 'skipped'),
    });
  }
  return {
    id,
    memberId: audienceMember(audience) ?? '',
    sopId: textOf(fields, 'sopId'),
    versionId: textOf(fields, 'versionId'),
    outcomeId: textOf(fields, 'outcomeId'),
    deliverableId: textOf(fields, 'deliverableId'),
    day: textOf(fields, 'day'),
    startedAtMs: numberOf(fields, 'startedAtMs') ?? 0,
    finishedAtMs: numberOf(fields, 'finishedAtMs'),
    abandonedAtMs: numberOf(fields, 'abandonedAtMs'),
    abandonReason: textOf(fields, 'abandonReason'),
    atStepId: textOf(fields, 'atStepId'),
    answers,
    isDeleted: flagOf(fields, 'deleted'),
  };
}

export const isRunOpen = (run: Run): boolean =>
  run.finishedAtMs === null && run.abandonedAtMs === null && !run.isDeleted;

/** Why an answer does not settle a step, or null where it does. */
export type AnswerProblem = 'missing' | 'belowMin' | 'aboveMax' | 'notANumber' | 'notAChoice';

export function answerProblem(step: Step, answer: Answer | undefined): AnswerProblem | null {
  const value = answer?.value;
  if (answer?.isSkipped) return step.isRequired ? 'missing' : null;
  if (value === undefined || value === null || value === '' || value === false) {
    return step.isRequired ? 'missing' : null;
  }
  if (step.kind === 'number') {
    if (typeof value !== 'number') return 'notANumber';
    if (step.min !== null && value < step.min) return 'belowMin';
    if (step.max !== null && value > step.max) return 'aboveMax';
  }
  if (step.kind === 'choice' && !step.options.includes(String(value))) return 'notAChoice';
  return null;
}

/** The first step that is not settled yet, or null where the run can be finished. */
export const nextOpenStep = (steps: readonly Step[], run: Run): Step | null =>
  steps.find(
    (step) => !run.answers.has(step.id) || answerProblem(step, run.answers.get(step.id)),
  ) ?? null;
