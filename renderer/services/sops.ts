import { newId } from '#shared/ids';
import { newStep, orderAtEnd } from '#shared/sops/draft';
import type { DraftPatch, SopHead } from '#shared/sops/draft-patch';
import { sectionFields } from '#shared/sops/section';
import type { Sop } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import type { IpcFailure } from '#shared/ipc';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Saved, Undoable } from './plan.ts';
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

export async function setSopArchived(sop: Sop, isArchived: boolean): Undoable {
  const label = isArchived
    ? t('sops.undo.archived', { title: sop.title })
    : t('sops.undo.unarchived', { title: sop.title });
  return await saveUndoable(label, [planEdit('sop', sop.id, { archived: isArchived })]);
}
