import type { Deliverable } from '#shared/deliverables/deliverable';
import { isOpen } from '#shared/deliverables/deliverable';
import { newId } from '#shared/ids';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Hold, Run } from '#shared/sops/run';
import { isRunOpen } from '#shared/sops/run';
import type { Edit } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { now, randomBytes } from './clock.ts';
import { blockEdit } from './deliverables.ts';
import { endedHolds, holdField, runEdit } from './run-edits.ts';
import { saveUndoable } from './save.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/** Stops a run for a while: the time until it goes on is not counted as work. */
export async function pauseRun(run: Run): Saved {
  const pause = { kind: 'paused', on: 'self', whoId: '', reason: '', wanted: '' } as const;
  return await holdRun(run, t('checklists.undo.paused'), pause, null);
}

/** On whom a run waits, for what, and what would end it. */
export type RunWait = Pick<Hold, 'on' | 'whoId' | 'reason' | 'wanted'>;

/** Says that a run cannot go on. `work` is its piece of work where that is to be blocked with it. */
export async function blockRun(run: Run, wait: RunWait, work: Deliverable | null): Saved {
  return await holdRun(run, t('checklists.undo.blocked'), { ...wait, kind: 'blocked' }, work);
}

async function holdRun(
  run: Run,
  label: string,
  hold: Omit<Hold, 'id' | 'fromMs' | 'toMs'>,
  work: Deliverable | null,
): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const held: Hold = { ...hold, id: newId(randomBytes), fromMs: now(), toMs: null };
  const edits = [runEdit(run, holdField(held)), ...(work ? [blockEdit(work, held)] : [])];
  const saved = await saveUndoable(label, edits);
  return saved.ok ? ok(null) : saved;
}

/** Goes on with a run that stood still. Its piece of work goes on too where the same wait blocked it. */
export async function goOnWithRun(run: Run, work: Deliverable | null): Saved {
  if (!isRunOpen(run)) return fail('run-ended', 'never');
  const atMs = now();
  const edits = [runEdit(run, endedHolds(run, atMs)), ...unblocked(run, work, atMs)];
  const saved = await saveUndoable(t('checklists.undo.wentOn'), edits);
  return saved.ok ? ok(null) : saved;
}

/** A block that came with a hold has its id. */
function unblocked(run: Run, work: Deliverable | null, toMs: number): Edit[] {
  if (!work || !isOpen(work)) return [];
  const open = new Set(run.holds.filter((hold) => hold.toMs === null).map(({ id }) => id));
  return work.blocks
    .filter((block) => block.toMs === null && open.has(block.id))
    .map((block) => blockEdit(work, { ...block, toMs }));
}
