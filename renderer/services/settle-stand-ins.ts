import { standInEdits } from '#shared/deliverables/stand-in-recurrence';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import type { Absence } from '#shared/plan/absence';
import { readPlan } from '../data/plan.ts';
import { recurrenceStates } from '../data/recurrences.ts';
import { useSession } from '../state/session.ts';
import { today } from './clock.ts';
import { saveAs } from './save.ts';

/**
 * Gives stand-ins the recurring work of whoever is away, and takes it back where the leave changed. Only a
 * manager's device reads everybody's, so only it writes. Answers how many rules it wrote about.
 */
export async function settleStandIns(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId, seat } = useSession.getState();
  if (!workspace || seat !== 'manager') return ok(0);
  const { absences } = await readPlan();
  if (absences.length === 0) return ok(0);
  const edits = await editsForStandIns(absences);
  if (edits.length === 0) return ok(0);
  const saved = await saveAs({ workspace, memberId }, edits);
  return saved.ok ? ok(edits.length) : saved;
}

/** What absences as given would have written about recurring work. */
export const editsForStandIns = async (absences: readonly Absence[]): Promise<readonly Edit[]> =>
  standInEdits(absences, await recurrenceStates(), today('UTC'));
