import type { Appended, IpcFailure, WorkspaceEntry } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { bridge } from '../bridge.ts';
import { applyOwn } from '../data/apply.ts';
import { currentProjection, openDatabase } from '../data/current.ts';
import { InTurn } from '../data/in-turn.ts';
import { bearsOnTerms } from '../data/marks.ts';
import { useSession } from '../state/session.ts';
import { catchUp } from './catch-up.ts';
import { now } from './clock.ts';
import { retuneQuietly } from './retune.ts';
import type { UndoStep } from './undo-edits.ts';
import { deletion, inverseOf } from './undo-edits.ts';
import { rememberUndo } from './undo.ts';

type Saved = Promise<Result<null, IpcFailure>>;

/**
 * Writes edits as the session's member. Ok means journalled and flushed: nothing can lose them any
 * more. The window's database shows them when this returns, or when the rebuild under way is through.
 */
export async function save(edits: readonly Edit[]): Saved {
  return await saveAs(currentWriter(), edits);
}

/** Who writes, and where: fixed before anything is awaited, since the person may change seats meanwhile. */
export interface Writer {
  readonly workspace: WorkspaceEntry | null;
  readonly memberId: string;
}

function currentWriter(): Writer {
  const { workspace, memberId } = useSession.getState();
  return { workspace, memberId };
}

const isSeated = ({ workspace, memberId }: Writer): boolean => {
  const session = useSession.getState();
  return session.workspace?.id === workspace?.id && session.memberId === memberId;
};

interface Between {
  /** Called when the journal has the edits, before the window's database shows them. */
  readonly onSaved?: (() => void) | undefined;
  /** Awaited before the merge: what reads the database as it was can run beside the flush. */
  readonly beforeMerge?: Promise<unknown>;
}

/** The same for a writer whose session may have ended since. */
export async function saveAs(
  { workspace, memberId }: Writer,
  edits: readonly Edit[],
  { onSaved, beforeMerge }: Between = {},
): Saved {
  if (!workspace) return fail('no-workspace', 'after-fix');
  if (edits.length === 0) return ok(null);
  const appended = await bridge.append({ workspace: workspace.id, memberId, edits: [...edits] });
  if (!appended.ok) return appended;
  onSaved?.();
  // The main window hears of it, and two that merge the same would only be in each other's way.
  if (useSession.getState().isReader) return ok(null);
  await beforeMerge;
  await mergeAppended(workspace, memberId, appended.value);
  if (edits.some(bearsOnTerms)) void retuneQuietly(openDatabase(), workspace.founderKey);
  return ok(null);
}

interface Undoing {
  /** The edits make their records: nothing is looked up that cannot be there. */
  readonly areNew?: boolean;
  /** How to take it back, where that is known without looking it up. */
  readonly inverse?: readonly UndoStep[] | undefined;
  readonly onSaved?: Between['onSaved'];
}

/** Saves, and remembers how to take it back. `label` says what was done, for the undo menu and toasts. */
export async function saveUndoable(
  label: string,
  edits: readonly Edit[],
  { areNew = false, inverse: known, onSaved }: Undoing = {},
): Promise<Result<{ undo: () => Saved }, IpcFailure>> {
  const writer = currentWriter();
  const held = known ?? (areNew ? edits.map(deletion) : null);
  const reading = held ? Promise.resolve(held) : inverseOrNull(edits);
  const saved = await saveAs(writer, edits, { onSaved, beforeMerge: reading });
  if (!saved.ok) return saved;
  const inverse = await reading;
  // Another seat's Ctrl+Z must not take back what this one did.
  if (inverse === null || !isSeated(writer)) return ok({ undo: refuseUndo });
  return ok({
    undo: rememberUndo(label, inverse, async (undoing) => await saveAs(writer, undoing)),
  });
}

const refuseUndo = async (): Saved => fail('unexpected', 'never');

/** Null where the database cannot say: what is typed is saved all the same, since the journal takes it. */
async function inverseOrNull(edits: readonly Edit[]): Promise<UndoStep[] | null> {
  try {
    return await inverseOf(edits);
  } catch {
    return null;
  }
}

/** A stream's changes reach the database in the order of the journal. */
const merging = new InTurn();

async function mergeAppended(
  workspace: WorkspaceEntry,
  memberId: string,
  appended: Appended,
): Promise<void> {
  try {
    await merging.run(async () => await mergeOwn(workspace, memberId, appended));
  } catch {
    // The journal has it; the database follows from there. Nobody waits for a long rebuild to log work.
    const isLong = useSession.getState().merge.phase !== 'idle';
    const caughtUp = catchUp();
    if (!isLong) await caughtUp;
  }
}

async function mergeOwn(
  workspace: WorkspaceEntry,
  memberId: string,
  { appended }: Appended,
): Promise<void> {
  if (useSession.getState().workspace?.id !== workspace.id) return;
  const keyId = workspace.seats.find((seat) => seat.memberId === memberId)?.keyId ?? '';
  const written = appended.map(({ stream, epoch, audience, changes }) => ({
    source: { stream, epoch, audience, memberId, keyId, isOwn: true },
    changes,
  }));
  for (const { outcome } of await applyOwn(currentProjection(), written, now())) {
    if (outcome === 'gap') throw new Error('The database is behind its own journal');
  }
}
