import { monthOf } from '#shared/day';
import type { AssignmentDraft } from '#shared/deliverables/assignment';
import { assignmentFields, needFields } from '#shared/deliverables/assignment';
import type { Deliverable, Need } from '#shared/deliverables/deliverable';
import { moveEdits } from '#shared/deliverables/move';
import { needGraph, wouldCycle } from '#shared/deliverables/needs';
import { deliverableId, newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import type { Member } from '#shared/plan/member';
import type { Failure, Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { openEntries } from '../data/deliverables.ts';
import { deliverableStates } from '../data/imported.ts';
import { readPlan } from '../data/plan.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes, today } from './clock.ts';
import type { Saving } from './deliverables.ts';
import { saveUndoable } from './save.ts';

/** Why work was not given out; nothing was saved then. */
export type AssignRefusal =
  | 'member-left'
  | 'member-unknown'
  | 'nothing-to-move'
  | 'needs-circle'
  | 'too-many';
export type AssignFailure = IpcFailure | Failure<AssignRefusal>;

type Saved = Extract<Awaited<Saving>, { readonly ok: true }>['value'];
/** What was given out, and how to take it back. */
export type Assigning = Promise<Result<Saved & { readonly ids: readonly string[] }, AssignFailure>>;

/** So many at once: with what a move marks they fill one append, which is saved whole or not at all. */
export const MOST_AT_ONCE = 2_000;

/** Gives work to a member; all of it or, where anything stands against it, none. */
export async function assignWork(
  to: { readonly memberId: string },
  drafts: readonly AssignmentDraft[],
): Assigning {
  return await assignEach(drafts.map((draft) => ({ memberId: to.memberId, draft })));
}

/** The same for several members at once, in one append. */
export async function assignEach(
  work: readonly { readonly memberId: string; readonly draft: AssignmentDraft }[],
): Assigning {
  if (work.length > MOST_AT_ONCE) return fail('too-many', 'after-fix', { limit: MOST_AT_ONCE });
  const members = await membersOrRefusal(work.map(({ memberId }) => memberId));
  if (!members.ok) return members;
  const given = { byId: useSession.getState().memberId, atMs: now() };
  const edits = work.flatMap(({ memberId, draft }): Edit[] => {
    const zone = members.value.get(memberId)?.timeZone ?? 'UTC';
    const id = deliverableId(monthOf(today(zone)), newId(randomBytes));
    const fields = assignmentFields(draft, { ...given, zone });
    return [{ audience: memberAudience(memberId), type: 'deliverable', id, fields }];
  });
  const name = [...members.value.values()].map((member) => member.name).join(', ');
  const label = t('assign.undo.assigned', { count: edits.length, name });
  const saved = await saveUndoable(label, edits, { areNew: true });
  return saved.ok ? ok({ ...saved.value, ids: edits.map(({ id }) => id) }) : saved;
}

/**
 * Moves open work to another member. What is done, deleted, moved already or theirs stays where it is;
 * `nothing-to-move` where that is all of it.
 */
export async function reassignWork(entries: readonly Deliverable[], toMemberId: string): Assigning {
  const members = await membersOrRefusal([toMemberId]);
  if (!members.ok) return members;
  const to = memberAudience(toMemberId);
  const { name = '', timeZone: zone = 'UTC' } = members.value.get(toMemberId) ?? {};
  const moving = { byId: useSession.getState().memberId, atMs: now(), zone };
  const movable = entries.filter((entry) => isMovable(entry, toMemberId));
  if (movable.length > MOST_AT_ONCE) return fail('too-many', 'after-fix', { limit: MOST_AT_ONCE });
  const there = await deliverableStates(
    to,
    movable.map(({ id }) => id),
  );
  const edits: Edit[] = [];
  for (const memberId of new Set(movable.map((entry) => entry.memberId))) {
    const work = movable.filter((entry) => entry.memberId === memberId);
    const held = await deliverableStates(
      memberAudience(memberId),
      work.map(({ id }) => id),
    );
    for (const { id } of work) {
      const state = held.get(id);
      if (state) edits.push(...moveEdits(state, there.get(id), to, moving));
    }
  }
  if (edits.length === 0) return fail('nothing-to-move', 'after-fix');
  const label = t('assign.undo.reassigned', { count: edits.length / 2, name });
  const saved = await saveUndoable(label, edits);
  return saved.ok ? ok({ ...saved.value, ids: movable.map(({ id }) => id) }) : saved;
}

/** Whether work can be given to this member: it is open, and not theirs already. */
export const isMovable = (entry: Deliverable, toMemberId: string): boolean =>
  entry.completedAtMs === null &&
  !entry.isDeleted &&
  !entry.isMoved &&
  entry.memberId !== toMemberId;

/** Whoever asked has an answer; the work itself is not begun. */
export async function respondTo(work: Deliverable): Saving {
  return await change(work, t('assign.undo.responded'), { respondedAtMs: now() });
}

/** Says what must be done before a piece of work; needs that are left out are none any more. */
export async function setNeeds(
  work: Deliverable,
  needs: readonly Need[],
): Promise<Result<Saved, AssignFailure>> {
  const circle = await circleOf(work, needs);
  if (circle) return fail('needs-circle', 'after-fix', { path: circle });
  const kept = new Set(needs.map(({ id }) => id));
  const gone = work.needs.filter(({ id }) => !kept.has(id));
  const held = new Set(work.needs.map(({ id }) => id));
  return await change(work, t('assign.undo.needs'), {
    ...needFields(needs.filter(({ id }) => !held.has(id))),
    ...Object.fromEntries(gone.map(({ id }) => [`need.${id}`, { deleted: true }])),
  });
}

/** The titles along the circle that the needs would close, or null. */
async function circleOf(work: Deliverable, needs: readonly Need[]): Promise<string | null> {
  const open = await openEntries();
  const graph = needGraph(open);
  const titles = new Map([...needs, ...open, work].map(({ id, title }) => [id, title]));
  for (const need of needs) {
    const path = wouldCycle(graph, work.id, need.id);
    if (path) return path.map((id) => titles.get(id) || id).join(' → ');
  }
  return null;
}

async function membersOrRefusal(
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Member>, Failure<AssignRefusal>>> {
  const { memberById } = await readPlan();
  const members = new Map<string, Member>();
  for (const id of new Set(ids)) {
    const member = memberById.get(id);
    if (!member) return fail('member-unknown', 'after-fix');
    if (member.isGone) return fail('member-left', 'after-fix', { name: member.name });
    members.set(id, member);
  }
  return ok(members);
}

const change = async (
  { memberId, id }: Deliverable,
  label: string,
  fields: Readonly<Record<string, Json>>,
): Saving =>
  Object.keys(fields).length === 0
    ? ok({ undo: async () => ok(null) })
    : await saveUndoable(label, [
        { audience: memberAudience(memberId), type: 'deliverable', id, fields },
      ]);
