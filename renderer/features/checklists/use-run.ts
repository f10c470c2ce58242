import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Json } from '#shared/json';
import type { Answer, Answers } from '#shared/sops/answer';
import type { PathStep } from '#shared/sops/path';
import { nextOpen, pathOf, shownOn } from '#shared/sops/path';
import type { Run } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { announceFailure } from '../../services/announce.ts';
import { now } from '../../services/clock.ts';
import { answerStep, goToStep } from '../../services/runs.ts';
import type { SavingStore } from './saving.ts';
import { beginSaving, endSaving, newSavingStore } from './saving.ts';
import { usePendingAnswers } from './use-pending-answers.ts';

/** The place behind the last step, where a run is finished. No step has this id. */
export const END = 'end';

/** What is said at the step in front of the assistant. */
export type Said = Partial<Pick<Answer, 'value' | 'isSkipped' | 'waitingSinceMs'>>;

export interface RunSteps {
  /** The run's answers, and those that are on their way to it. */
  readonly answers: Answers;
  /** Every step, as the answers so far have it. */
  readonly path: readonly PathStep[];
  readonly shown: readonly PathStep[];
  /** The step in front of the assistant; null at the end. */
  readonly at: PathStep | null;
  /** Its place among those shown; their number at the end. */
  readonly index: number;
  /** The first step that is open; null where the run can be finished. */
  readonly open: PathStep | null;
  readonly saving: SavingStore;
  /** What was said at a step and could not be saved. */
  readonly unsaved: ReadonlyMap<string, Json>;
  /** Saves an answer and stays. */
  readonly say: (said: Said) => void;
  /** Saves an answer and goes on at once, in one change; a failure comes back to the step. */
  readonly sayAndGoOn: (said: Said) => void;
  readonly skip: () => void;
  /** To a step, or to the end. */
  readonly go: (stepId: string) => void;
  /** One step on or back. */
  readonly move: (by: 1 | -1) => void;
}

const NOTHING_UNSAVED: ReadonlyMap<string, Json> = new Map();

/**
 * Moves through a run and saves each act as it is made. `complete` adds the answers that the run does not
 * hold itself.
 */
export function useRunSteps(
  run: Run,
  steps: readonly Step[],
  complete: (answers: Answers) => Answers,
): RunSteps {
  const pending = usePendingAnswers(run.answers);
  const { answers } = pending;
  const path = useMemo(() => pathOf(steps, complete(answers)), [steps, answers, complete]);
  const shown = useMemo(() => shownOn(path), [path]);
  const [placeId, setPlaceId] = useState(() => placeOf(run, path));
  const [saving] = useState(newSavingStore);
  const [unsaved, setUnsaved] = useState(NOTHING_UNSAVED);
  const index = indexOf(path, shown, placeId);
  const at = shown[index] ?? null;
  // The record follows behind: where it says the assistant stands is not where they are.
  const stands = useRef(run.atStepId);

  const say = async (step: Step, said: Said, nextId: string): Promise<void> => {
    const answer = answerOf(said);
    pending.show(step.id, answer);
    setUnsaved((held) => without(held, step.id));
    beginSaving(saving);
    stands.current = nextId;
    const act = { ...answer, stepId: step.id, atStepId: nextId };
    const saved = await answerStep(run, act, () => endSaving(saving, true));
    if (saved.ok) {
      pending.settle(answer);
      return;
    }
    endSaving(saving, false);
    pending.drop(step.id, answer);
    setUnsaved((held) => new Map(held).set(step.id, answer.value));
    setPlaceId(step.id);
    announceFailure(saved.error);
  };

  const goTo = async (stepId: string): Promise<void> => {
    setPlaceId(stepId);
    if (stepId === stands.current) return;
    stands.current = stepId;
    const saved = await goToStep(run, stepId);
    if (!saved.ok) announceFailure(saved.error);
  };
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });

  const sayAndGoOn = (said: Said): void => {
    if (!at) return;
    const next = shownOn(pathOf(steps, complete(new Map(answers).set(at.step.id, answerOf(said)))));
    const here = next.findIndex(({ step }) => step.id === at.step.id);
    const nextId = next[here + 1]?.step.id ?? END;
    setPlaceId(nextId);
    void say(at.step, said, nextId);
  };

  return {
    answers,
    path,
    shown,
    at,
    index,
    open: nextOpen(path),
    saving,
    unsaved,
    say: (said) => {
      if (at) void say(at.step, said, at.step.id);
    },
    sayAndGoOn,
    skip: () => {
      if (at && !at.isRequired) sayAndGoOn({ isSkipped: true });
    },
    go: useCallback((stepId) => void latest.current(stepId), []),
    move: (by) => {
      const target = index + by;
      if (target < 0 || target > shown.length) return;
      void goTo(shown[target]?.step.id ?? END);
    },
  };
}

const answerOf = ({ value = null, isSkipped = false, waitingSinceMs = null }: Said): Answer => ({
  value,
  isSkipped,
  waitingSinceMs,
  atMs: now(),
});

/** Where the run stood; at its first open step where that step is gone, at the end where none is open. */
function placeOf(run: Run, path: readonly PathStep[]): string {
  if (path.some(({ step, isShown }) => isShown && step.id === run.atStepId)) return run.atStepId;
  return nextOpen(path)?.step.id ?? END;
}

/** A step that answers made elsewhere took away gives its place to the next one that is shown. */
function indexOf(path: readonly PathStep[], shown: readonly PathStep[], placeId: string): number {
  const found = shown.findIndex(({ step }) => step.id === placeId);
  if (found >= 0) return found;
  const from = path.findIndex(({ step }) => step.id === placeId);
  const next = from < 0 ? undefined : path.slice(from).find(({ isShown }) => isShown);
  return next ? shown.indexOf(next) : shown.length;
}

function without(held: ReadonlyMap<string, Json>, stepId: string): ReadonlyMap<string, Json> {
  if (!held.has(stepId)) return held;
  const left = new Map(held);
  left.delete(stepId);
  return left;
}
