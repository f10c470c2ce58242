import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import { handOverState } from '#shared/sops/hand-over';
import type { HandOver } from '#shared/sops/hand-over';
import type { Edit } from '#shared/stream/change';
import { isRunOpen } from '#shared/sops/run';
import { memberAudience } from '#shared/stream/change';
import { handOversFrom } from '../data/asked.ts';
import { readRun } from '../data/runs.ts';
import { useSession } from '../state/session.ts';
import { endedHolds, runEdit } from './run-edits.ts';
import { saveAs } from './save.ts';

/**
 * Lets runs of the session's member stand still that a manager offered to a colleague for them, and gives
 * back those that were taken back since: nobody else may write in a member's run. Answers how many.
 */
export async function settleHandedRuns(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId } = useSession.getState();
  if (!workspace) return ok(0);
  const latest = new Map<string, HandOver>();
  for (const offer of await handOversFrom(memberId)) {
    if (!latest.has(offer.runId)) latest.set(offer.runId, offer);
  }
  const edits: Edit[] = [];
  for (const offer of latest.values()) {
    // What the member offered themself is written with the offer.
    if (offer.byId === '' || offer.byId === memberId || offer.atMs === 0) continue;
    const run = await readRun(memberAudience(memberId), offer.runId);
    if (!run) continue;
    const isGivenAway = ['waiting', 'taken'].includes(handOverState(offer));
    if (isGivenAway && isRunOpen(run) && run.handedAtMs === null) {
      const handed = { handedToId: offer.toId, handedAtMs: offer.atMs };
      edits.push(runEdit(run, { ...endedHolds(run, offer.atMs), ...handed }));
    } else if (handOverState(offer) === 'takenBack' && run.handedAtMs === offer.atMs) {
      edits.push(runEdit(run, { handedToId: '', handedAtMs: null }));
    }
  }
  if (edits.length === 0) return ok(0);
  const saved = await saveAs({ workspace, memberId }, edits);
  return saved.ok ? ok(edits.length) : saved;
}
