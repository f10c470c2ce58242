import { useCallback, useMemo } from 'react';
import type { Answers } from '#shared/sops/answer';
import type { PathStep } from '#shared/sops/path';
import { pathOf } from '#shared/sops/path';
import type { Run } from '#shared/sops/run';
import type { SignOff } from '#shared/sops/sign-off';
import { withSignatures } from '#shared/sops/sign-off';
import type { Step } from '#shared/sops/step';
import { signOffsOfRun } from '../../data/asked.ts';
import { useLive } from '../../data/live.ts';

const NONE: ReadonlyMap<string, SignOff> = new Map();

/** Adds the answers that a run's signatures give; undefined while these are being read. */
export function useCompleteAnswers(
  run: Run,
  steps: readonly Step[],
): ((answers: Answers) => Answers) | undefined {
  const hasSignOffs = useMemo(() => steps.some(({ kind }) => kind === 'signOff'), [steps]);
  const { id, memberId, fromRunId, fromMemberId } = run;
  const signOffs = useLive(
    async () =>
      hasSignOffs ? await signOffsOfRun({ id, memberId, fromRunId, fromMemberId }) : NONE,
    [hasSignOffs, id, memberId, fromRunId, fromMemberId],
  );
  const known = signOffs ?? NONE;
  const complete = useCallback(
    (answers: Answers) => withSignatures(answers, known, steps),
    [known, steps],
  );
  return signOffs && complete;
}

/** The way of a run that is only looked at; undefined while its signatures are being read. */
export function useRunPath(run: Run, steps: readonly Step[]): readonly PathStep[] | undefined {
  const complete = useCompleteAnswers(run, steps);
  return useMemo(
    () => complete && pathOf(steps, complete(run.answers)),
    [complete, steps, run.answers],
  );
}
