import type { Deliverable } from '#shared/deliverables/deliverable';
import { fail } from '#shared/result';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { InTurn } from '../data/in-turn.ts';
import { readRun } from '../data/runs.ts';
import { t } from '../i18n/text.ts';
import { now } from './clock.ts';
import type { Completion, NewEntry, Saving } from './deliverables.ts';
import { completionEdit, newEntryEdit } from './deliverables.ts';
import { endedHolds, runEdit } from './run-edits.ts';
import { saveUndoable } from './save.ts';
import type { Worker } from './worker.ts';

/** What came of a run: nothing to log, output of its own, or the piece of work that it was made for. */
export type RunOutput =
  | { readonly kind: 'none' }
  | { readonly kind: 'logged'; readonly entry: NewEntry }
  | {
      readonly kind: 'completed';
      readonly work: Deliverable;
      readonly completion: Completion;
    };

/**
 * Ends a run for good, with what came of it and with the answer of the step that it was made for: all in
 * one append, taken back as one. Refused with `run-ended` where it has ended since the screen was drawn.
 */
export async function finishRun(worker: Worker, run: Run, output: RunOutput): Saving {
  return await finishing.run(async () => await finishOnce(worker, run, output));
}

/** Two at once would both find the run open, and log its output twice. */
const finishing = new InTurn();

async function finishOnce(worker: Worker, run: Run, output: RunOutput): Saving {
  const held = await readRun(memberAudience(run.memberId), run.id);
  if (!isRunOpen(run) || (held && !isRunOpen(held))) return fail('run-ended', 'never');
  const atMs = now();
  const made = outputOf(worker, run, output);
  const finished = runEdit(run, {
    ...endedHolds(run, atMs),
    finishedAtMs: atMs,
    ...(made && { deliverableId: made.id }),
  });
  const edits = [finished, ...(made ? [made] : []), ...(await answerOfParent(run, atMs))];
  return await saveUndoable(t('checklists.undo.finished'), edits);
}

function outputOf(worker: Worker, run: Run, output: RunOutput): Edit | null {
  switch (output.kind) {
    case 'none':
      return null;
    case 'logged':
      return newEntryEdit(worker, {
        startedAtMs: run.startedAtMs,
        completedAtMs: now(),
        ...output.entry,
        runId: run.id,
      });
    case 'completed':
      return completionEdit(worker, output.work, { ...output.completion, runId: run.id });
  }
}

/** A step of another run that this one was made for is done with it, where that one still goes on. */
async function answerOfParent(run: Run, atMs: number): Promise<readonly Edit[]> {
  if (run.parentRunId === '' || run.parentStepId === '') return [];
  const parent = await readRun(memberAudience(run.memberId), run.parentRunId);
  if (!parent || !isRunOpen(parent)) return [];
  return [runEdit(parent, { [`answer.${run.parentStepId}`]: { value: run.id, atMs } })];
}
