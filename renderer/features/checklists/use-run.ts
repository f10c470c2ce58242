import { useCallback, useState } from 'react';
import type { Json } from '#shared/json';
import type { Run } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { announceFailure } from '../../services/announce.ts';
import { answerStep, goToStep, skipStep } from '../../services/runs.ts';

export interface RunSteps {
  /** The step in front of the assistant. */
  readonly step: Step | null;
  readonly index: number;
  readonly isSaving: boolean;
  /** Saves an answer and stays. */
  readonly answer: (value: Json) => Promise<void>;
  /** Saves an answer and goes on, in one change. */
  readonly answerAndGoOn: (value: Json) => Promise<void>;
  readonly skip: () => Promise<void>;
  readonly go: (stepId: string) => void;
  /** One step on or back. */
  readonly move: (by: 1 | -1) => void;
}

/**
 * Moves through a run and saves each act as it is made. The step moves at once; that it was reached is
 * saved behind it, so that a kill resumes here. Going on from the last step calls `onEnd`.
 */
export function useRunSteps(run: Run, steps: readonly Step[], onEnd: () => void): RunSteps {
  const [stepId, setStepId] = useState(() => placeOf(run, steps));
  const [savingCount, setSavingCount] = useState(0);
  const found = steps.findIndex(({ id }) => id === stepId);
  const index = found < 0 ? 0 : found;
  const step = steps[index] ?? null;

  const saving = useCallback(async (work: ReturnType<typeof answerStep>): Promise<void> => {
    setSavingCount((count) => count + 1);
    const saved = await work;
    setSavingCount((count) => count - 1);
    if (!saved.ok) announceFailure(saved.error);
  }, []);

  const nextId = steps[index + 1]?.id ?? stepId;
  return {
    step,
    index,
    isSaving: savingCount > 0,
    answer: async (value) => {
      if (step) await saving(answerStep(run, step.id, value));
    },
    answerAndGoOn: async (value) => {
      if (!step) return;
      setStepId(nextId);
      await saving(answerStep(run, step.id, value, nextId));
      if (nextId === step.id) onEnd();
    },
    skip: async () => {
      if (!step || step.isRequired) return;
      setStepId(nextId);
      await saving(skipStep(run, step.id, nextId));
      if (nextId === step.id) onEnd();
    },
    go: (id) => {
      if (id === stepId) return;
      setStepId(id);
      void saving(goToStep(run, id));
    },
    move: (by) => {
      const target = steps[index + by];
      if (!target) {
        if (by === 1) onEnd();
        return;
      }
      setStepId(target.id);
      void saving(goToStep(run, target.id));
    },
  };
}

/** Where the run stood; at its first open step where that step is gone. */
function placeOf(run: Run, steps: readonly Step[]): string {
  if (steps.some(({ id }) => id === run.atStepId)) return run.atStepId;
  return (steps.find(({ id }) => !run.answers.has(id)) ?? steps[0])?.id ?? '';
}
