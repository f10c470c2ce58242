import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Edit } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import type { OnSaved } from './deliverables.ts';
import { now } from './clock.ts';
import { runEdit } from './run-edits.ts';
import { save, saveUndoable } from './save.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** What is said at a step, and where the assistant goes next: one change, so that a kill between them is none. */
export interface StepAct {
  readonly stepId: string;
  readonly value: Json;
  readonly atStepId: string;
  /** When waiting began, at a `waitFor`. */
  readonly waitingSinceMs?: number | null;
  readonly isSkipped?: boolean;
  /** When it was said: the same instant that the screen shows before it is saved. */
  readonly atMs: number;
}

/** Saves one step's answer. `onSaved` is called as soon as nothing can lose it. */
export async function answerStep(run: Run, act: StepAct, onSaved?: OnSaved): Saved {
  const { stepId, value, atMs, waitingSinceMs = null, isSkipped = false, atStepId } = act;
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const field = `answer.${stepId}`;
  const answer = {
    value,
    atMs,
    ...(isSkipped && { skipped: true }),
    ...(waitingSinceMs !== null && { waitingSinceMs }),
  };
  const goesOn = atStepId !== run.atStepId;
  const edit = runEdit(run, { [field]: answer, ...(goesOn && { atStepId }) });
  // A run of hundreds of answers is not read again to find that there was none to this step.
  const isFirst = !run.answers.has(stepId) && !run.setAside.has(stepId);
  const before = { [field]: null, ...(goesOn && { atStepId: stepId }) };
  const inverse = isFirst ? [{ edit, before }] : undefined;
  const saved = await saveUndoable(t('checklists.undo.answered'), [edit], { inverse, onSaved });
  return saved.ok ? ok(null) : saved;
}

/** Where a run stands is no act of its own: it is not taken back. */
export async function goToStep(run: Run, atStepId: string): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  return await save([runEdit(run, { atStepId })]);
}

/** Leaves out a run that a schedule asks for, and says why. It can still be done afterwards. */
export async function skipDueRun(run: Run, reason: string): Saved {
  if (run.startedAtMs > 0) return fail('answered-already', 'after-fix');
  const fields = { missedAtMs: now(), missedReason: 'skipped', abandonReason: reason.trim() };
  return await saveAct(run, t('checklists.undo.skipped'), fields);
}

/** Takes up a run that was abandoned; a finished one stays as it is. */
export async function takeUpRun(run: Run): Saved {
  if (run.finishedAtMs !== null || run.abandonedAtMs === null) return fail('run-ended', 'never');
  const fields = { abandonedAtMs: null, abandonReason: '' };
  const saved = await saveUndoable(t('checklists.undo.takenUp'), [runEdit(run, fields)]);
  return saved.ok ? ok(null) : saved;
}

/** Every act of a run can be taken back; one that has ended takes none. */
async function saveAct(run: Run, label: string, fields: Edit['fields']): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const saved = await saveUndoable(label, [runEdit(run, fields)]);
  return saved.ok ? ok(null) : saved;
}
