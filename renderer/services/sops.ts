import type { DayKey } from '#shared/day';
import { newId } from '#shared/ids';
import { movedSteps, newStep, orderAtEnd, versionPieces } from '#shared/sops/draft';
import type { Sop, SopVersion } from '#shared/sops/sop';
import { stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
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

/** What an SOP says about itself, beside its steps. */
export interface SopHead {
  readonly title: string;
  readonly purpose: string;
  readonly outcomeId: string;
  readonly ownerId: string;
  readonly reviewOn: DayKey;
}

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

/** Saves what was typed into the draft: head and steps in one go. */
export async function saveDraft(
  sopId: string,
  head: Partial<SopHead>,
  steps: readonly Step[],
): Saved {
  const edits = draftEdits(sopId, head, steps);
  return edits.length === 0 ? ok(null) : await save(edits);
}

/** A change of its own for each step: a long draft stays below what one change may carry. */
const draftEdits = (
  sopId: string,
  head: Partial<SopHead>,
  steps: readonly Step[],
): readonly Edit[] => [
  ...(Object.keys(head).length > 0 ? [planEdit('sop', sopId, { ...head })] : []),
  ...steps.map((step) => planEdit('sop', sopId, stepFields([step]))),
];

/** Adds an empty step at the end of the draft; answers its id. */
export async function addStep(sop: Sop): Promise<Result<{ readonly stepId: string }, IpcFailure>> {
  const stepId = newId(randomBytes);
  const step = newStep(stepId, orderAtEnd(sop.draftSteps));
  const saved = await saveUndoable(t('sops.undo.stepAdded'), [
    planEdit('sop', sop.id, stepFields([step])),
  ]);
  return saved.ok ? ok({ stepId }) : saved;
}

export async function removeStep(sop: Sop, step: Step): Undoable {
  return await saveUndoable(t('sops.undo.stepRemoved', { title: step.title }), [
    planEdit('sop', sop.id, { [`step.${step.id}`]: null }),
  ]);
}

/** Moves a step to another place; null where it is there already. */
export async function moveStep(
  sop: Sop,
  from: number,
  to: number,
): Promise<Awaited<Undoable> | null> {
  const moved = movedSteps(sop.draftSteps, from, to);
  if (moved.length === 0) return null;
  return await saveUndoable(t('sops.undo.stepMoved'), [planEdit('sop', sop.id, stepFields(moved))]);
}

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
