import type { Answers } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import type { SignOff } from '#shared/sops/sign-off';
import { withSignatures } from '#shared/sops/sign-off';
import type { Step } from '#shared/sops/step';
import { signOffsOfRun } from '../../../data/asked.ts';
import { useLive } from '../../../data/live.ts';
import { sopVersion } from '../../../data/sops.ts';

/** What a step that is to be signed needs to know of its run. */
export interface SignedStep {
  readonly signOff: SignOff | undefined;
  /** Of the whole version, in order. */
  readonly steps: readonly Step[];
  /** As the run has them, signatures among them. */
  readonly answers: Answers;
}

/** A step and its signature as it arrives; undefined until they have been read. */
export function useSignedStep(run: Run, step: Step): SignedStep | undefined {
  const read = useLive(async () => {
    const [signOffs, version] = await Promise.all([signOffsOfRun(run), sopVersion(run.versionId)]);
    return { signOffs, steps: version?.steps ?? [] };
  }, [run.memberId, run.id, run.fromMemberId, run.fromRunId, run.versionId]);
  return (
    read && {
      signOff: read.signOffs.get(step.id),
      steps: read.steps,
      answers: withSignatures(run.answers, read.signOffs, read.steps),
    }
  );
}
