import { create } from 'zustand';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import type { UndoStep } from './undo-edits.ts';
import { undoEdits } from './undo-edits.ts';

type Save = (edits: readonly Edit[]) => Promise<Result<null, IpcFailure>>;

/** Something done in this session that can be taken back. */
export interface Undoable {
  readonly label: string;
  readonly undo: () => Promise<Result<null, IpcFailure>>;
}

const STACK_LIMIT = 50;

/** What can be taken back, latest last. Gone with the session: what was done stays done. */
export const useUndoStack = create<{ readonly stack: readonly Undoable[] }>()(() => ({
  stack: [],
}));

/** Puts something done on the stack and answers how to take it back; a second time does nothing. */
export function rememberUndo(
  label: string,
  steps: readonly UndoStep[],
  save: Save,
): Undoable['undo'] {
  const entry: Undoable = {
    label,
    undo: async () => {
      if (!useUndoStack.getState().stack.includes(entry)) return ok(null);
      forget(entry);
      const edits = await undoEdits(steps);
      const undone = edits.ok ? await save(edits.value) : edits;
      // What can never be taken back would stand before all that can.
      if (!undone.ok && undone.error.retry !== 'never') remember(entry);
      return undone;
    },
  };
  remember(entry);
  return entry.undo;
}

/** Takes back the latest; answers its label, or null where there was nothing. */
export async function undoLast(): Promise<Result<{ readonly label: string } | null, IpcFailure>> {
  const last = useUndoStack.getState().stack.at(-1);
  if (!last) return ok(null);
  const undone = await last.undo();
  return undone.ok ? ok({ label: last.label }) : undone;
}

export const clearUndo = (): void => useUndoStack.setState({ stack: [] });

const remember = (entry: Undoable): void =>
  useUndoStack.setState(({ stack }) => ({ stack: [...stack, entry].slice(-STACK_LIMIT) }));

const forget = (entry: Undoable): void =>
  useUndoStack.setState(({ stack }) => ({ stack: stack.filter((each) => each !== entry) }));
