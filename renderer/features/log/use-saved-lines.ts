import { useState } from 'react';
import { takeBack } from '../../services/announce.ts';
import type { Saving } from '../../services/deliverables.ts';

export type Undo = Extract<Awaited<Saving>, { ok: true }>['value']['undo'];

export interface SavedLine {
  readonly key: number;
  readonly words: string;
  readonly isUndone: boolean;
}

export interface SavedLinesState {
  /** Latest first. */
  readonly lines: readonly SavedLine[];
  readonly add: (words: string, undo: Undo) => void;
  readonly undo: (key: number) => Promise<void>;
  readonly undoLast: () => Promise<void>;
}

const SHOWN = 3;

/** The lines saved since the bar was opened, each of which can be taken back. */
export function useSavedLines(): SavedLinesState {
  const [lines, setLines] = useState<readonly (SavedLine & { readonly takeBack: Undo })[]>([]);
  const undo = async (key: number): Promise<void> => {
    const line = lines.find((each) => each.key === key);
    if (!line || line.isUndone) return;
    if (!(await takeBack(line.takeBack))) return;
    setLines((all) => all.map((each) => (each.key === key ? { ...each, isUndone: true } : each)));
  };
  return {
    lines,
    add: (words, takeBack) =>
      setLines((all) =>
        [{ key: (all[0]?.key ?? 0) + 1, words, isUndone: false, takeBack }, ...all].slice(0, SHOWN),
      ),
    undo,
    undoLast: async () => {
      const last = lines.find((each) => !each.isUndone);
      if (last) await undo(last.key);
    },
  };
}
