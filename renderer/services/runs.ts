import type { IpcFailure } from '#shared/ipc';
import { newId } from '#shared/ids';
import type { Json } from '#shared/json';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Run } from '#shared/sops/run';
import type { SopVersion } from '#shared/sops/sop';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { now, randomBytes } from './clock.ts';
import { save, saveUndoable } from './save.ts';
import type { Worker } from './worker.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** Begins a run of a published version; it stays with that version. Answers the run's id. */
export async function startRun(
  worker: Worker,
  version: SopVersion,
  outcomeId: string,
): Promise<Result<{ readonly runId: string }, IpcFailure>> {
  const runId = newId(randomBytes);
  const startedAtMs = now();
  const saved = await save([
    edit(worker.memberId, runId, {
      sopId: version.sopId,
      versionId: version.id,
      outcomeId,
      day: worker.days.dayAt(startedAtMs),
      startedAtMs,
      atStepId: version.steps[0]?.id ?? '',
    }),
  ]);
  return saved.ok ? ok({ runId }) : saved;
}

/** Saves one step's answer and where the assistant goes next, in one change: a kill between them is none. */
export async function answerStep(
  run: Run,
  stepId: string,
  value: Json,
  atStepId = run.atStepId,
): Saved {
  return await saveAct(
    t('checklists.undo.answered'),
    edit(run.memberId, run.id, {
      [`answer.${stepId}`]: { value, atMs: now() },
      ...(atStepId !== run.atStepId && { atStepId }),
    }),
  );
}

export async function skipStep(run: Run, stepId: string, atStepId: string): Saved {
  return await saveAct(
    t('checklists.undo.answered'),
    edit(run.memberId, run.id, {
      [`answer.${stepId}`]: { value: null, atMs: now(), skipped: true },
      atStepId,
    }),
  );
}

/** Every act of a run can be taken back; where it stands is none. */
async function saveAct(label: string, act: Edit): Saved {
  const saved = await saveUndoable(label, [act]);
  return saved.ok ? ok(null) : saved;
}

export async function goToStep(run: Run, atStepId: string): Saved {
  return await save([edit(run.memberId, run.id, { atStepId })]);
}

export async function finishRun(run: Run): Saved {
  return await saveAct(
    t('checklists.undo.finished'),
    edit(run.memberId, run.id, { finishedAtMs: now() }),
  );
}

export async function abandonRun(run: Run, reason: string): Saved {
  return await saveAct(
    t('checklists.undo.abandoned'),
    edit(run.memberId, run.id, { abandonedAtMs: now(), abandonReason: reason.trim() }),
  );
}

/** Takes up a finished or abandoned run again. */
export async function resumeRun(run: Run): Saved {
  return await save([
    edit(run.memberId, run.id, { finishedAtMs: null, abandonedAtMs: null, abandonReason: '' }),
  ]);
}

/** Ties a run to the output that it made. */
export async function linkRun(run: Run, deliverableId: string): Saved {
  return await save([edit(run.memberId, run.id, { deliverableId })]);
}

const edit = (memberId: string, id: string, fields: Edit['fields']): Edit => ({
  audience: memberAudience(memberId),
  type: 'run',
  id,
  fields,
});
