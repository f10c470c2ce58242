import type { DayKey } from '#shared/day';
import { newId } from '#shared/ids';
import { newStep, orderAtEnd, versionPieces } from '#shared/sops/draft';
import type { DraftPatch, SopHead } from '#shared/sops/draft-patch';
import { sectionFields } from '#shared/sops/section';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import type { IpcFailure } from '#shared/ipc';
import { t } from '../i18n/text.ts';
import { now, randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Saved, Undoable } from './plan.ts';
import { useSession } from '../state/session.ts';
import { save, saveUndoable } from './save.ts';

/** Begins an SOP with one empty step; answers its id. */
export async function createSop(
  head: Pick<SopHead, 'title' | 'outcomeId' | 'ownerId'>,
): Promise<Result<{ readonly sopId: string }, IpcFailure>> {
  const sopId = newId(randomBytes);
  const steps = stepFields([newStep(newId(randomBytes), orderAtEnd([]))]);
  const saved = await saveUndoable(t('sops.undo.created', { title: head.title }), [
    planEdit('sop', sopId, { ...head, ...steps }),
  ]);
  return saved.ok ? ok({ sopId }) : saved;
}

/** Saves what was written into the draft. */
export async function saveDraft(sopId: string, patch: DraftPatch): Saved {
  const edits = draftEdits(sopId, patch);
  return edits.length === 0 ? ok(null) : await save(edits);
}

/** A change of its own for each step: a long draft stays below what one change may carry. */
const draftEdits = (sopId: string, { head, steps, sections }: DraftPatch): readonly Edit[] => [
  ...(Object.keys(head).length > 0 ? [planEdit('sop', sopId, { ...head })] : []),
  ...[...sections].map(([id, section]) =>
    planEdit('sop', sopId, section ? sectionFields([section]) : { [`section.${id}`]: null }),
  ),
  ...[...steps].map(([id, step]) =>
    planEdit('sop', sopId, step ? stepFields([step]) : { [`step.${id}`]: null }),
  ),
];

/**
 * Publishes the draft as the next numbered version, which nobody changes again. The version comes
 * before the number that points to it: no reader ever follows the number into nothing.
 */
export async function publishSop(
  sop: Sop,
  input: { readonly changeNote: string; readonly reviewOn: DayKey },
): Saved {
  const { id, number, pieces } = versionPieces(sop, {
    changeNote: input.changeNote.trim(),
    changeReason: '',
    publishedById: useSession.getState().memberId,
    publishedAtMs: now(),
    effectiveOn: '',
    credits: [],
  });
  return await save([
    ...pieces.map((fields) => planEdit('sopVersion', id, fields)),
    planEdit('sop', sop.id, { publishedVersion: number, reviewOn: input.reviewOn }),
  ]);
}

/** Puts the draft back to what a published version says. */
export async function restoreVersion(sop: Sop, version: SopVersion): Undoable {
  const kept = new Set(version.steps.map((step) => step.id));
  const gone = sop.draftSteps.filter((step) => !kept.has(step.id));
  return await saveUndoable(t('sops.undo.restored', { number: version.number }), [
    planEdit('sop', sop.id, {
      title: version.title,
      purpose: version.purpose,
      ...Object.fromEntries(gone.map((step) => [`step.${step.id}`, null])),
    }),
    ...version.steps.map((step) => planEdit('sop', sop.id, stepFields([step]))),
  ]);
}

export async function setSopArchived(sop: Sop, isArchived: boolean): Undoable {
  const label = isArchived
    ? t('sops.undo.archived', { title: sop.title })
    : t('sops.undo.unarchived', { title: sop.title });
  return await saveUndoable(label, [planEdit('sop', sop.id, { archived: isArchived })]);
}
