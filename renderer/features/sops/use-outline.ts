import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { outlineRows } from './outline-rows.ts';
import type { OutlineRow } from './outline-rows.ts';
import type { OutlineActs } from './outline-acts.ts';
import { outlineActs } from './outline-acts.ts';
import type { SopDraft } from './use-sop-draft.ts';

export interface OutlineState {
  readonly collapsedIds: ReadonlySet<string>;
  /** The step whose details are open. */
  readonly openId: string | null;
  /** The line that the keyboard is to be on; `turn` rises with each wish, so that it can be asked twice. */
  readonly wanted: { readonly id: string | null; readonly turn: number };
  /** What happened, for who does not see it. */
  readonly told: string;
}

export interface OutlineView {
  readonly rows: readonly OutlineRow[];
  readonly state: OutlineState;
  readonly acts: OutlineActs;
}

/** What acts read when they are done: the outline as it is then. */
export type LatestOutline = () => {
  readonly draft: SopDraft;
  readonly rows: readonly OutlineRow[];
  readonly state: OutlineState;
};

/** What is open, collapsed and has the keyboard, and what the lines of the outline can do. */
export function useOutline(draft: SopDraft): OutlineView {
  const { draftSteps: steps, draftSections: sections } = draft.sop;
  const [state, setState] = useState<OutlineState>(() => {
    // A procedure that is just begun is written into; one that is there is looked over first.
    const begunId = steps.length === 1 && steps[0]?.title === '' ? steps[0].id : null;
    return { collapsedIds: new Set(), openId: begunId, wanted: { id: begunId, turn: 0 }, told: '' };
  });
  const rows = useMemo(
    () => outlineRows({ steps, sections }, state.collapsedIds),
    [steps, sections, state.collapsedIds],
  );
  const latest = useRef({ draft, rows, state });
  useLayoutEffect(() => {
    latest.current = { draft, rows, state };
  }, [draft, rows, state]);
  // oxlint-disable-next-line react/refs -- read when something is done, never while drawing
  const [acts] = useState(() => outlineActs(() => latest.current, setState));
  return { rows, state, acts };
}
