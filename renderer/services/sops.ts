import { newId } from '#shared/ids';
import { newStep, orderAtEnd } from '#shared/sops/draft';
import type { DraftPatch, Outline, SopHead } from '#shared/sops/draft-patch';
import { NO_PATCH } from '#shared/sops/draft-patch';
import { copiedOutline } from '#shared/sops/outline';
import { sectionFields } from '#shared/sops/section';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import type { IpcFailure } from '#shared/ipc';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Saved, Undoable } from './plan.ts';
import { save, saveUndoable } from './save.ts';

/** What an SOP begins with: what it says of itself and, where it is not to be empty, its steps. */
export type NewSop = Pick<SopHead, 'title' | 'outcomeId' | 'ownerId'> &
  Partial<SopHead> & { readonly outline?: Outline | undefined };

/** Begins an SOP, with one empty step where nothing is given; answers its id. */
export async function createSop(
  sop: NewSop,
): Promise<Result<{ readonly sopId: string }, IpcFailure>> {
  const created = await createSops(t('sops.undo.created', { title: sop.title }), [sop]);
  return created.ok ? ok({ sopId: created.value.sopIds[0] ?? '' }) : created;
}

/** Begins several SOPs, taken back together; `label` says what was done. Answers their ids, in order. */
export async function createSops(
  label: string,
  sops: readonly NewSop[],
): Promise<Result<{ readonly sopIds: readonly string[] }, IpcFailure>> {
  const begun = sops.map((sop) => ({ sopId: newId(randomBytes), sop }));
  const edits = begun.flatMap(({ sopId, sop: { outline, ...head } }) => {
    const { steps, sections } = outline ?? {
      steps: [newStep(newId(randomBytes), orderAtEnd([]))],
      sections: [],
    };
    return draftEdits(sopId, {
      head,
      steps: new Map(steps.map((step) => [step.id, step])),
      sections: new Map(sections.map((section) => [section.id, section])),
    });
  });
  const saved = await saveUndoable(label, edits);
  return saved.ok ? ok({ sopIds: begun.map(({ sopId }) => sopId) }) : saved;
}

/**
 * Begins an SOP as a copy of another, of its draft or of a published version, with steps of its own:
 * what is written in one is never written in the other. Answers its id.
 */
export async function duplicateSop(
  sop: Sop,
  from: Pick<SopVersion, 'title' | 'purpose' | 'steps' | 'sections'>,
  title: string,
): ReturnType<typeof createSop> {
  const { outcomeId, roleId, ownerId, reviewEveryDays } = sop;
  return await createSop({
    title,
    purpose: from.purpose,
    outcomeId,
    roleId,
    ownerId,
    reviewEveryDays,
    outline: copiedOutline(from, () => newId(randomBytes)),
  });
}

/** Saves what was written into the draft. */
export async function saveDraft(sopId: string, patch: DraftPatch): Saved {
  const edits = draftEdits(sopId, patch);
  return edits.length === 0 ? ok(null) : await save(edits);
}

/**
 * The same, part by part where the whole does not fit: one step that is too long keeps nothing else from
 * being saved. Answers what is left unsaved and why.
 */
export async function saveDraftParts(
  sopId: string,
  patch: DraftPatch,
): Promise<{ readonly left: DraftPatch; readonly failure: IpcFailure | null }> {
  const saved = await saveDraft(sopId, patch);
  if (saved.ok) return { left: NO_PATCH, failure: null };
  if (saved.error.code !== 'change-too-large') return { left: patch, failure: saved.error };
  const steps = new Map<string, Step | null>();
  const rest = await saveDraft(sopId, { ...patch, steps });
  for (const [id, step] of patch.steps) {
    const alone = await saveDraft(sopId, { ...NO_PATCH, steps: new Map([[id, step]]) });
    if (!alone.ok) steps.set(id, step);
  }
  return { left: { ...(rest.ok ? NO_PATCH : patch), steps }, failure: saved.error };
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
