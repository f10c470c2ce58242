import { needFields } from '#shared/deliverables/assignment';
import { settledNeeds } from '#shared/deliverables/needs';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { needingEntries } from '../data/deliverables.ts';
import { neededWork } from '../data/needed-work.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import { saveAs } from './save.ts';

/** As many records as one append takes. */
const EDITS_AT_ONCE = 5_000;

/**
 * Tells open work what became of the work it needs: its member may not be able to read that. Only a
 * manager's device reads everybody's, so only it writes. Answers how many pieces of work it told; where
 * nothing has changed it writes nothing, whichever devices do the same.
 */
export async function settleNeeds(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId, seat } = useSession.getState();
  if (!workspace || seat !== 'manager') return ok(0);
  const needing = await needingEntries();
  if (needing.length === 0) return ok(0);
  const seen = await neededWork(needing.flatMap(({ needs }) => needs));
  const nowMs = now();
  const edits = needing.flatMap((work): Edit[] => {
    const changed = settledNeeds(work, seen, nowMs);
    const { audience, id } = work;
    return changed.length === 0
      ? []
      : [{ audience, type: 'deliverable', id, fields: needFields(changed) }];
  });
  for (let at = 0; at < edits.length; at += EDITS_AT_ONCE) {
    const saved = await saveAs({ workspace, memberId }, edits.slice(at, at + EDITS_AT_ONCE));
    if (!saved.ok) return saved;
  }
  return ok(edits.length);
}
