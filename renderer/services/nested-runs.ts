import type { IpcFailure } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import { DEEPEST_RUN, nestedRunId } from '#shared/sops/nested-run';
import type { Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { childRunsOf, parentsOf } from '../data/nested-runs.ts';
import { openRuns } from '../data/runs.ts';
import { t } from '../i18n/text.ts';
import { now } from './clock.ts';
import { endedHolds, runEdit } from './run-edits.ts';
import { saveUndoable } from './save.ts';
import { begunFields } from './start-run.ts';
import type { Worker } from './worker.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/**
 * Begins the run that a step of another one asks for, or answers the one that goes on already. Two devices
 * that begin it at once begin the same. It serves the same outcome and the same piece of work.
 */
export async function startNested(
  worker: Worker,
  parent: Run,
  step: Step,
): Promise<Result<{ readonly runId: string }, IpcFailure>> {
  if (!isRunOpen(parent)) return fail('run-ended', 'never');
  const children = await childRunsOf(parent, step);
  const open = children.find(isRunOpen);
  if (open) return ok({ runId: open.id });
  if (await isCircular(parent, step)) return fail('nested-circle', 'after-fix');
  const begun = await begunFields(worker, step.sopId);
  if (!begun.ok) return begun;
  const child = {
    memberId: worker.memberId,
    id: nestedRunId(parent.id, step.id, children.length),
  };
  const saved = await saveUndoable(t('teamwork.undo.startedNested'), [
    runEdit(child, {
      ...begun.value,
      sopId: step.sopId,
      outcomeId: parent.outcomeId,
      parentRunId: parent.id,
      parentStepId: step.id,
      ...(parent.deliverableId !== '' && { deliverableId: parent.deliverableId }),
    }),
  ]);
  return saved.ok ? ok({ runId: child.id }) : saved;
}

/** A procedure that one of the runs above it follows already would begin itself for ever. */
async function isCircular(parent: Run, { sopId }: Step): Promise<boolean> {
  const above = [...(await parentsOf(parent)).map(({ run }) => run), parent];
  return above.length >= DEEPEST_RUN || above.some((run) => run.sopId === sopId);
}

/** The runs that go on for steps of a run, and those for steps of these, the nearest first. */
export async function openChildren(run: Run): Promise<readonly Run[]> {
  const open = await openRuns(run.memberId);
  const found: Run[] = [];
  const seen = new Set([run.id]);
  for (let parents = [run.id]; parents.length > 0;) {
    const next = open.filter(
      ({ id, parentRunId }) => !seen.has(id) && parents.includes(parentRunId),
    );
    for (const { id } of next) seen.add(id);
    found.push(...next);
    parents = next.map(({ id }) => id);
  }
  return found;
}

/** Ends a run before its end together with those that its steps have begun: all in one append. */
export async function abandonWithChildren(
  run: Run,
  children: readonly Run[],
  reason: string,
): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const atMs = now();
  const abandoned = { abandonedAtMs: atMs, abandonReason: reason.trim() };
  const saved = await saveUndoable(
    t('checklists.undo.abandoned'),
    [run, ...children.filter(isRunOpen)].map((each) =>
      runEdit(each, { ...endedHolds(each, atMs), ...abandoned }),
    ),
  );
  return saved.ok ? ok(null) : saved;
}
