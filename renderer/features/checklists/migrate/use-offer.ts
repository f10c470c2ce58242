import type { Complete } from '#shared/sops/migrate';
import { offeredVersion } from '#shared/sops/migrate';
import type { Run } from '#shared/sops/run';
import { withSignatures } from '#shared/sops/sign-off';
import type { SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { signOffsOfRun } from '../../../data/asked.ts';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { versionsOf } from '../../../data/sops.ts';
import { memberDays } from '../../../services/work-clocks.ts';
import { useNow } from '../../../state/use-now.ts';

export interface Offer {
  readonly to: SopVersion;
  /** Puts the run's signatures to its answers, where they hold. */
  readonly complete: Complete;
}

/** A newer version that is in force on the member's day, and that they have not been asked about; else null. */
export function useOffer(plan: Plan, run: Run, version: SopVersion): Offer | null {
  const nowMs = useNow();
  const member = plan.memberById.get(run.memberId);
  const day = member ? memberDays(member, plan.calendarById).dayAt(nowMs) : '';
  const { id, memberId, fromRunId, fromMemberId, sopId } = run;
  const known = useLive(async () => {
    const [versions, signOffs] = await Promise.all([
      versionsOf(sopId),
      signOffsOfRun({ id, memberId, fromRunId, fromMemberId }),
    ]);
    const complete: Complete = (answers, steps) => withSignatures(answers, signOffs, steps);
    return { versions, complete };
  }, [id, memberId, fromRunId, fromMemberId, sopId]);
  const to = known && offeredVersion(run, version, versionInForce(known.versions, day));
  return to ? { to, complete: known.complete } : null;
}
