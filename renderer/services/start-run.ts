import type { Deliverable } from '#shared/deliverables/deliverable';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Run } from '#shared/sops/run';
import { isMissed, isRunOpen } from '#shared/sops/run';
import type { Sop } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import type { Edit } from '#shared/stream/change';
import { openRuns } from '../data/runs.ts';
import { versionsOf } from '../data/sops.ts';
import { t } from '../i18n/text.ts';
import { now, randomBytes } from './clock.ts';
import { startEdit } from './deliverables.ts';
import { runEdit } from './run-edits.ts';
import { saveUndoable } from './save.ts';
import type { Worker } from './worker.ts';

type Started = Promise<Result<{ readonly runId: string }, IpcFailure>>;

/**
 * Begins a run of the version that is in force on the worker's day; it stays with that version. A piece of
 * work that it is made for begins with it.
 */
export async function startSop(
  worker: Worker,
  sop: Pick<Sop, 'id' | 'outcomeId'>,
  work: Deliverable | null = null,
): Started {
  const runId = newId(randomBytes);
  const begun = await begunFields(worker, sop.id);
  if (!begun.ok) return begun;
  const fields = {
    ...begun.value,
    sopId: sop.id,
    outcomeId: work?.outcomeId ?? sop.outcomeId,
    ...(work && { deliverableId: work.id }),
  };
  return await saveStart(runId, [
    runEdit({ memberId: worker.memberId, id: runId }, fields),
    ...(work ? [startEdit(work, runId)] : []),
  ]);
}

/** Begins a run that a schedule asked for, in its time or after it was missed. */
export async function beginDueRun(worker: Worker, run: Run): Started {
  if (!isRunOpen(run) && !isMissed(run)) return fail('run-ended', 'never');
  if (run.startedAtMs > 0) return ok({ runId: run.id });
  const begun = await begunFields(worker, run.sopId);
  if (!begun.ok) return begun;
  // Why it was to be left out says nothing of a run that was begun all the same.
  const fields = run.abandonReason === '' ? begun.value : { ...begun.value, abandonReason: '' };
  return await saveStart(run.id, [runEdit(run, fields)]);
}

/** The run of an SOP for a piece of work that can be gone on with, where there is one. */
export async function openRunOf(
  { memberId, id }: Deliverable,
  sopId: string,
): Promise<Run | undefined> {
  return (await openRuns(memberId)).find(
    (run) => run.deliverableId === id && run.sopId === sopId && run.parentRunId === '',
  );
}

/** The fields with which a run begins now, by the version in force; `no-version` where none is. */
export async function begunFields(
  worker: Worker,
  sopId: string,
): Promise<Result<Edit['fields'], IpcFailure>> {
  const startedAtMs = now();
  const day = worker.days.dayAt(startedAtMs);
  const version = versionInForce(await versionsOf(sopId), day);
  if (!version) return fail('no-version', 'later');
  return ok({ versionId: version.id, day, startedAtMs, atStepId: version.steps[0]?.id ?? '' });
}

async function saveStart(runId: string, edits: readonly Edit[]): Started {
  const saved = await saveUndoable(t('checklists.undo.started'), edits);
  return saved.ok ? ok({ runId }) : saved;
}
