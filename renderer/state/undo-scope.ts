/** What a screen takes back by itself, step by step, while it is open. */
export interface UndoScope {
  readonly undo: () => void;
  readonly redo: () => void;
}

let current: UndoScope | null = null;

/** The screen's own undo stands before that of the whole window until it is left. Answers how to leave. */
export function enterUndoScope(scope: UndoScope): () => void {
  current = scope;
  return () => {
    if (current === scope) current = null;
  };
}

export const undoScope = (): UndoScope | null => current;
