import type { Json } from '../json.ts';
import type { Fields } from '../stream/change.ts';
import type { Answer, AnswerProblem, Answers } from './answer.ts';
import { answerProblem, isAnswered } from './answer.ts';
import { answerMark } from './answer-mark.ts';
import type { SopDiff } from './diff.ts';
import { sopDiff } from './diff.ts';
import { nextOpen, pathOf, shownOn } from './path.ts';
import type { Run } from './run.ts';
import type { SopVersion } from './sop.ts';
import type { Step } from './step.ts';

/** Why an answer is not an answer to the step as it is now. */
export type Misfit = 'kindChanged' | 'otherSop' | 'notSigned' | AnswerProblem;

/** An answer beside the step it was given to. */
export interface KeptAnswer {
  readonly step: Step;
  readonly answer: Answer;
}

export interface UnfitAnswer extends KeptAnswer {
  /** The step as it is now. */
  readonly now: Step;
  readonly why: Misfit;
}

/** What becomes of a run that goes on in another version. Nothing is deleted. */
export interface MigrationPreview {
  readonly diff: SopDiff;
  /** Answers that count in the new version as they are. `step` is the new one. */
  readonly carried: readonly KeptAnswer[];
  /** Answers to be given again: the step asks for something else now. `step` is the old one. */
  readonly unfit: readonly UnfitAnswer[];
  /** Answers to steps that are gone. */
  readonly left: readonly KeptAnswer[];
  /** The step that the run would stand at; null where all is settled. */
  readonly standsAt: Step | null;
  /** Steps to go, of those that the answers so far show. */
  readonly openCount: number;
}

/** Answers with the signatures that hold for these steps. */
export type Complete = (answers: Answers, steps: readonly Step[]) => Answers;

const asTheyAre: Complete = (answers) => answers;

/**
 * An answer carries over by the id of its step, where that step has its kind still and the answer is
 * inside its limits; a signature where it holds for the step as it is now.
 */
export function migrationPreview(
  from: SopVersion,
  to: SopVersion,
  answers: Answers,
  complete = asTheyAre,
): MigrationPreview {
  const toSteps = new Map(to.steps.map((step) => [step.id, step]));
  const given = complete(answers, from.steps);
  const holding = complete(answers, to.steps);
  const carried: KeptAnswer[] = [];
  const unfit: UnfitAnswer[] = [];
  const left: KeptAnswer[] = [];
  for (const step of from.steps) {
    const answer = given.get(step.id);
    if (!answer) continue;
    const now = toSteps.get(step.id);
    const why = now && misfitOf(step, now, answer, holding);
    if (!now) left.push({ step, answer });
    else if (why) unfit.push({ step, now, answer, why });
    else carried.push({ step: now, answer });
  }
  const kept = new Map(carried.map(({ step, answer }) => [step.id, answer]));
  const path = pathOf(to.steps, kept);
  return {
    diff: sopDiff(from, to),
    carried,
    unfit,
    left,
    standsAt: nextOpen(path)?.step ?? null,
    openCount: shownOn(path).filter(({ answer, problem }) => !answer || problem !== null).length,
  };
}

/** Null where the answer fits. A step that was left out may be left out again, unless it is required now. */
function misfitOf(before: Step, now: Step, answer: Answer, holding: Answers): Misfit | null {
  if (before.kind !== now.kind) return 'kindChanged';
  if (now.kind === 'sop' && before.sopId !== now.sopId) return 'otherSop';
  if (answer.isSkipped) return now.isRequired ? 'missing' : null;
  if (now.kind === 'signOff') return holding.has(now.id) ? null : 'notSigned';
  return isAnswered(answer) ? answerProblem(now, answer) : null;
}

/**
 * The change that records "go on in the newer version" and does it: both or neither. Answers stay where
 * they are; those that do not fit are named, so that they no longer count.
 */
export function migrationFields(
  run: Run,
  to: SopVersion,
  { unfit, standsAt }: MigrationPreview,
  atMs: number,
): Fields {
  const named: Record<string, Json> = {};
  for (const [stepId, answer] of run.setAside) named[stepId] = answerMark(answer);
  for (const { step, answer } of unfit) {
    if (run.answers.get(step.id) === answer) named[step.id] = answerMark(answer);
  }
  const choice = { choice: 'migrate', fromVersionId: run.versionId, atMs };
  return {
    [`choice.${to.id}`]: Object.keys(named).length > 0 ? { ...choice, unfit: named } : choice,
    versionId: to.id,
    atStepId: standsAt?.id ?? to.steps.at(-1)?.id ?? '',
  };
}

/** The change that records "stay with the version it began with". */
export const keepFields = (run: Run, to: SopVersion, atMs: number): Fields => ({
  [`choice.${to.id}`]: { choice: 'keep', fromVersionId: run.versionId, atMs },
  versionId: run.versionId,
});

/**
 * The version to tell of, in a run: the one in force, where it is newer than the run's and nobody has
 * chosen yet.
 */
export function offeredVersion(
  run: Run,
  own: SopVersion,
  inForce: SopVersion | undefined,
): SopVersion | null {
  if (!inForce || inForce.number <= own.number) return null;
  return run.choices.some(({ toVersionId }) => toVersionId === inForce.id) ? null : inForce;
}
