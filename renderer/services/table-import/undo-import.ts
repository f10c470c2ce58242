import { IMPORT_TYPE } from '#shared/imports/import-record';
import { undoRecord } from '#shared/imports/undo-record';
import type { IpcFailure } from '#shared/ipc';
import { textOf } from '#shared/record-fields';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Audience, Edit } from '#shared/stream/change';
import { findEntries } from '../../data/deliverables.ts';
import { importedStates, planStates } from '../../data/imported.ts';
import type { Plan } from '../../data/plan.ts';
import { readPlan } from '../../data/plan.ts';
import { now } from '../clock.ts';
import type { ImportProgress } from './import-request.ts';
import { ROWS_AT_ONCE } from './import-request.ts';
import type { ImportSeat } from './import-seat.ts';

/**
 * Takes an import back: rows it made are deleted, rows it changed read as before, and members, outcomes
 * and SOPs it made go where nothing else needs them. Cut off, it can simply be run again.
 */
export async function undoImport(
  { id, audience }: { readonly id: string; readonly audience: Audience },
  seat: ImportSeat,
  onProgress: (progress: ImportProgress) => void,
): Promise<Result<null, IpcFailure>> {
  const edits = await undoEdits(id);
  for (let at = 0; at < edits.length; at += ROWS_AT_ONCE) {
    const saved = await seat.save(edits.slice(at, at + ROWS_AT_ONCE));
    if (!saved.ok) return saved;
    onProgress({ done: Math.min(edits.length, at + ROWS_AT_ONCE), total: edits.length });
  }
  const additions = seat.isManager ? await additionEdits(id) : [];
  const fields = { undoneAtMs: now() };
  const saved = await seat.save([...additions, { audience, type: IMPORT_TYPE, id, fields }]);
  return saved.ok ? ok(null) : saved;
}

async function undoEdits(importId: string): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  for await (const states of importedStates(importId)) {
    for (const state of states) {
      const edit = undoRecord(state, importId);
      if (edit) edits.push(edit);
    }
  }
  return edits;
}

/**
 * Members, outcomes and SOPs that the import made and that have no entries, no invite, no SOP and no
 * version now. What the import made goes together: an SOP of its own keeps no outcome here.
 */
async function additionEdits(importId: string): Promise<readonly Edit[]> {
  const plan = await readPlan();
  const states = await planStates([
    ...plan.members.map(({ id }) => ({ type: 'member', id })),
    ...plan.outcomes.map(({ id }) => ({ type: 'outcome', id })),
    ...plan.sops.map(({ id }) => ({ type: 'sop', id })),
  ]);
  const own = states.filter(({ fields }) => textOf(fields, 'importId') === importId);
  const going = new Set(
    own.filter(({ type, id }) => type === 'sop' && isUnpublished(id, plan)).map(({ id }) => id),
  );
  const edits: Edit[] = [];
  for (const state of own) {
    if (await isNeeded(state.type, state.id, plan, going)) continue;
    const edit = undoRecord(state, importId);
    if (edit) edits.push(edit);
  }
  return edits;
}

const isUnpublished = (sopId: string, { sopById }: Plan): boolean =>
  (sopById.get(sopId)?.publishedVersion ?? 0) === 0;

async function isNeeded(
  type: string,
  id: string,
  plan: Plan,
  going: ReadonlySet<string>,
): Promise<boolean> {
  if (type === 'sop') return !going.has(id);
  if (type === 'member') {
    const isInvited =
      plan.invites.some((invite) => invite.memberId === id) ||
      plan.devices.some((device) => device.memberId === id);
    return isInvited || (await findEntries({ memberIds: [id] }, 1)).total > 0;
  }
  const hasSop = plan.sops.some(
    (sop) => sop.outcomeId === id && !sop.isArchived && !going.has(sop.id),
  );
  if (hasSop) return true;
  return (await findEntries({ outcomeIds: [id] }, 1)).total > 0;
}
