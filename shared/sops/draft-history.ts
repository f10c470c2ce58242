import type { DraftPatch } from './draft-patch.ts';
import { mergedPatch } from './draft-patch.ts';

export const DRAFT_ACTS = [
  'headWritten',
  'stepWritten',
  'sectionWritten',
  'stepAdded',
  'sectionAdded',
  'stepDuplicated',
  'stepRemoved',
  'sectionRemoved',
  'stepMoved',
  'sectionMoved',
  'outlineReplaced',
  'putBack',
] as const;
export type DraftActKind = (typeof DRAFT_ACTS)[number];

/** What somebody did to a draft. */
export interface DraftAct {
  readonly kind: DraftActKind;
  /** What it was done to, as it was called. */
  readonly name: string;
  /** Acts of the same group that follow each other closely are taken back as one; null for an act of its own. */
  readonly group: string | null;
  readonly back: DraftPatch;
  readonly forth: DraftPatch;
}

/** What can be taken back and done again, the nearest last. */
export interface DraftHistory {
  readonly done: readonly DraftAct[];
  readonly undone: readonly DraftAct[];
  /** When the last act was done, UTC ms; null where nothing joins it any more. */
  readonly openSinceMs: number | null;
}

export const NO_HISTORY: DraftHistory = { done: [], undone: [], openSinceMs: null };

/** A longer pause in typing begins what is taken back apart. */
const PAUSE_MS = 1_500;
const MOST_ACTS = 500;

/** The history after an act; what had been taken back cannot be done again. */
export function actedHistory(history: DraftHistory, act: DraftAct, atMs: number): DraftHistory {
  const last = history.done.at(-1);
  const joins =
    last !== undefined &&
    act.group !== null &&
    act.group === last.group &&
    history.openSinceMs !== null &&
    atMs - history.openSinceMs <= PAUSE_MS;
  const done = joins
    ? [...history.done.slice(0, -1), joined(last, act)]
    : [...history.done, act].slice(-MOST_ACTS);
  return { done, undone: [], openSinceMs: atMs };
}

/** The last act among those to be done again; as it is where there is none. What is written next is an act of its own. */
export function undoneHistory({ done, undone }: DraftHistory): DraftHistory {
  const last = done.at(-1);
  if (!last) return { done, undone, openSinceMs: null };
  return { done: done.slice(0, -1), undone: [...undone, last], openSinceMs: null };
}

/** The act undone last among those done; as it is where there is none. */
export function redoneHistory({ done, undone }: DraftHistory): DraftHistory {
  const next = undone.at(-1);
  if (!next) return { done, undone, openSinceMs: null };
  return { done: [...done, next], undone: undone.slice(0, -1), openSinceMs: null };
}

const joined = (first: DraftAct, then: DraftAct): DraftAct => ({
  ...first,
  back: mergedPatch(then.back, first.back),
  forth: mergedPatch(first.forth, then.forth),
});
