import { create } from 'zustand';
import type { HintName } from './seen-names.ts';

/** The hints whose places are on screen, first come first. */
const useWaiting = create<{ readonly waiting: readonly HintName[] }>(() => ({ waiting: [] }));

/** Whether a hint is the one whose turn it is: never are there two on screen. */
export const useIsTurnOf = (name: HintName): boolean =>
  useWaiting(({ waiting }) => waiting[0] === name);

/** Takes a hint's place in the row; the answer gives it up. */
export function waitForTurn(name: HintName): () => void {
  useWaiting.setState(({ waiting }) => ({ waiting: [...waiting, name] }));
  return () =>
    useWaiting.setState(({ waiting }) => ({
      waiting: waiting.toSpliced(waiting.indexOf(name), 1),
    }));
}
