import { lateFields } from '#shared/deliverables/move';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Audience, Edit } from '#shared/stream/change';
import { isAudience } from '#shared/stream/change';
import { openEntries } from '../data/deliverables.ts';
import { deliverableStates } from '../data/imported.ts';
import { useSession } from '../state/session.ts';
import { saveAs } from './save.ts';

/**
 * Carries what somebody did with work, before they knew that it had been given to another, to where it
 * is now. Only a manager's device reads both. Answers to how many pieces of work.
 */
export async function settleMoves(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId, seat } = useSession.getState();
  if (!workspace || seat !== 'manager') return ok(0);
  const moved = new Map<
    string,
    { readonly from: Audience; readonly to: Audience; ids: string[] }
  >();
  for (const { id, audience, movedFrom } of await openEntries()) {
    if (!isAudience(movedFrom) || movedFrom === audience) continue;
    const key = `${movedFrom} ${audience}`;
    const held = moved.get(key) ?? { from: movedFrom, to: audience, ids: [] };
    held.ids.push(id);
    moved.set(key, held);
  }
  const edits: Edit[] = [];
  for (const { from, to, ids } of moved.values()) {
    const [before, now] = await Promise.all([
      deliverableStates(from, ids),
      deliverableStates(to, ids),
    ]);
    for (const id of ids) edits.push(...lateEdits(before.get(id), now.get(id)));
  }
  const saved = await saveAs({ workspace, memberId }, edits);
  return saved.ok ? ok(edits.length) : saved;
}

type State = Parameters<typeof lateFields>[0] | undefined;

function lateEdits(before: State, now: State): readonly Edit[] {
  if (!before || !now) return [];
  const fields = lateFields(before, now);
  const { audience, type, id } = now;
  return Object.keys(fields).length === 0 ? [] : [{ audience, type, id, fields }];
}
