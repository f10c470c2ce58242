import { deliverableFrom } from '#shared/deliverables/deliverable';
import { moveEdits } from '#shared/deliverables/move';
import { recurrenceFrom } from '#shared/deliverables/recurrence';
import type { HandedKind } from '#shared/handover/hand-over-pack';
import { HAND_OVER_PACK_TYPE, itemFields } from '#shared/handover/hand-over-pack';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import { HAND_OVER_TYPE, handOverId, handOverOfRun, wholeTrail } from '#shared/sops/hand-over';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { fieldPieces } from '#shared/stream/field-pieces';
import { readHandOver } from '../data/asked.ts';
import { deliverableStates } from '../data/imported.ts';
import type { Plan } from '../data/plan.ts';
import { readPlan } from '../data/plan.ts';
import { recurrenceStates } from '../data/recurrences.ts';
import { readRun } from '../data/runs.ts';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import { answerFields } from './hand-overs.ts';
import type { Undoable } from './plan.ts';
import { planEdit } from './plan.ts';
import { saveUndoable } from './save.ts';
import { offerShown } from './shown-evidence.ts';

/** One thing of a member's, and who gets it. */
export interface Handing {
  readonly kind: HandedKind | 'run';
  readonly id: string;
  readonly title: string;
  readonly toId: string;
}

interface Giving {
  readonly from: Member;
  readonly plan: Plan;
  readonly byId: string;
  readonly atMs: number;
}

/**
 * Gives things of a member's to others, all in one append that one undo takes back. Work moves, recurring
 * work goes on in the receiver's log, outcomes change their owner, runs are offered at their exact step; each
 * receiver is asked to confirm. Failures beside those of saving: `answered-already` where nothing of it is
 * theirs any more.
 */
export async function handOverAll(
  from: Member,
  handings: readonly Handing[],
  note: string,
): Undoable {
  const { memberId: byId } = useSession.getState();
  const giving: Giving = { from, plan: await readPlan(), byId, atMs: now() };
  const edits: Edit[] = [];
  const given: Handing[] = [];
  for (const handing of handings) {
    const made = await editsFor(giving, handing, edits, note);
    if (!made.ok) return made;
    if (made.value.length === 0) continue;
    edits.push(...made.value);
    given.push(handing);
  }
  if (edits.length === 0) return fail('answered-already', 'after-fix');
  edits.push(...packEdits(giving, given, note));
  return await saveUndoable(t('handover.undo.given', { name: from.name }), edits);
}

type Made = Promise<Result<readonly Edit[], IpcFailure>>;

async function editsFor(
  giving: Giving,
  handing: Handing,
  before: readonly Edit[],
  note: string,
): Made {
  switch (handing.kind) {
    case 'outcome':
      return ok(outcomeEdits(giving, handing));
    case 'work':
      return ok(await workEdits(giving, handing));
    case 'recurring':
      return ok(await recurringEdits(giving, handing, before));
    case 'run':
      return await runEdits(giving, handing, note);
  }
}

/** The receiver works on it from now on; the leaver no longer does, and no longer answers for it. */
function outcomeEdits({ from, plan }: Giving, { id, toId }: Handing): readonly Edit[] {
  const outcome = plan.outcomeById.get(id);
  if (!outcome || !isOn(outcome, from.id)) return [];
  const memberIds = [...new Set([...outcome.memberIds.filter((each) => each !== from.id), toId])];
  const fields: Fields = {
    memberIds,
    ...(outcome.ownerId === from.id && { ownerId: toId }),
    ...([from.id, toId].includes(outcome.standInId) && { standInId: '' }),
  };
  return [planEdit('outcome', id, fields)];
}

const isOn = ({ ownerId, memberIds, standInId }: Outcome, memberId: string): boolean =>
  ownerId === memberId || memberIds.includes(memberId) || standInId === memberId;

async function workEdits(
  { from, plan, byId, atMs }: Giving,
  { id, toId }: Handing,
): Promise<readonly Edit[]> {
  const to = memberAudience(toId);
  const [held, there] = await Promise.all([
    deliverableStates(memberAudience(from.id), [id]),
    deliverableStates(to, [id]),
  ]);
  const state = held.get(id);
  const work = state && deliverableFrom(state);
  if (!work || work.isMoved || work.isDeleted || work.completedAtMs !== null) return [];
  const zone = plan.memberById.get(toId)?.timeZone ?? 'UTC';
  return moveEdits(state, there.get(id), to, { byId, atMs, zone });
}

/** A rule of the same id in the receiver's log goes on from now; in the leaver's it has ended. */
async function recurringEdits(
  { from, byId, atMs }: Giving,
  { id, toId }: Handing,
  before: readonly Edit[],
): Promise<readonly Edit[]> {
  const [own, to] = [memberAudience(from.id), memberAudience(toId)];
  const state = (await recurrenceStates()).find((each) => each.audience === own && each.id === id);
  const isGiven = before.some((edit) => edit.audience === to && edit.id === id);
  if (!state || isGiven || recurrenceFrom(state).isDeleted) return [];
  const { type, fields } = state;
  return [
    {
      audience: to,
      type,
      id,
      fields: { ...fields, sinceMs: atMs, assignedById: byId, deleted: false },
    },
    { audience: own, type, id, fields: { deleted: true } },
  ];
}

/** Offered in the member's name: only they write in their run, and their device lets it stand still. */
async function runEdits({ from, byId, atMs }: Giving, { id, toId }: Handing, note: string): Made {
  const run = await readRun(memberAudience(from.id), id);
  if (!run || !isRunOpen(run) || run.handedAtMs !== null) return ok([]);
  const shown = await offerShown(run.answers);
  if (!shown.ok) return shown;
  const offerId = handOverId(from.id, id, newId(randomBytes));
  const head = { ...(await offerHead(run)), toId, byId, atMs, note: note.trim() };
  const pieces = [...fieldPieces(answerFields(run.answers, run.memberId)), head];
  return ok(
    pieces.map((fields) => ({
      audience: 'team',
      type: HAND_OVER_TYPE,
      id: offerId,
      fields,
    })),
  );
}

async function offerHead(run: Run): Promise<Fields> {
  const before = handOverOfRun(run);
  const earlier = before === null ? undefined : await readHandOver(before);
  const work = (await deliverableStates(memberAudience(run.memberId), [run.deliverableId])).get(
    run.deliverableId,
  );
  const title = work?.fields['title'];
  return {
    runId: run.id,
    sopId: run.sopId,
    versionId: run.versionId,
    outcomeId: run.outcomeId,
    atStepId: run.atStepId,
    ...(run.deliverableId !== '' && {
      deliverableId: run.deliverableId,
      deliverableTitle: typeof title === 'string' ? title : '',
    }),
    ...(run.dueAtMs !== null && { dueAtMs: run.dueAtMs }),
    ...(earlier && { trail: wholeTrail(earlier).map((each) => ({ ...each })) }),
  };
}

/** One pack a receiver; what is in it first, so that nobody confirms half of it. */
function packEdits(
  { from, byId, atMs }: Giving,
  handings: readonly Handing[],
  note: string,
): readonly Edit[] {
  return [...new Set(handings.map(({ toId }) => toId))].flatMap((toId) => {
    const items = handings.flatMap(({ kind, id, title, toId: receiver }) =>
      kind !== 'run' && receiver === toId ? [{ kind, id, title }] : [],
    );
    if (items.length === 0) return [];
    const packId = newId(randomBytes);
    const head = { fromId: from.id, byId, atMs, note: note.trim() };
    return [...fieldPieces(itemFields(items)), head].map((fields) => ({
      audience: memberAudience(toId),
      type: HAND_OVER_PACK_TYPE,
      id: packId,
      fields,
    }));
  });
}
