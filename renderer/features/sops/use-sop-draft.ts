import { useCallback, useRef, useState } from 'react';
import type { IpcFailure } from '#shared/ipc';
import type { Sop } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { saveDraft } from '../../services/sops.ts';
import type { SopHead } from '../../services/sops.ts';
import { useLeaving } from '../../ui/use-leaving.ts';

/** How long after the last keystroke the draft is saved. */
const PAUSE_MS = 400;

interface Overlay {
  readonly head: Partial<SopHead>;
  readonly steps: ReadonlyMap<string, Step>;
}

const NOTHING: Overlay = { head: {}, steps: new Map() };
const isNothing = ({ head, steps }: Overlay): boolean =>
  steps.size === 0 && Object.keys(head).length === 0;

export interface SopDraft {
  /** The SOP as it stands in the editor: what is saved, and over it what was typed since. */
  readonly sop: Sop;
  readonly isSaved: boolean;
  readonly failure: IpcFailure | null;
  readonly changeHead: (change: Partial<SopHead>) => void;
  readonly changeSteps: (steps: readonly Step[]) => void;
  /** Saves what is typed now. Answers whether nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

/**
 * Saves the draft as it is typed: shortly after the last keystroke, and when the editor or the program is left. What is
 * typed wins over what is stored until the stored record has caught up, so that text never jumps back.
 */
export function useSopDraft(stored: Sop): SopDraft {
  const dirty = useRef<Overlay>(NOTHING);
  const [typed, setTyped] = useState<Overlay>(NOTHING);
  const [settling, setSettling] = useState<Overlay>(NOTHING);
  const [failure, setFailure] = useState<IpcFailure | null>(null);
  const [seen, setSeen] = useState(stored);
  if (seen !== stored) {
    setSeen(stored);
    setSettling(NOTHING);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sopId = stored.id;

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const sent = dirty.current;
    if (isNothing(sent)) return true;
    const saved = await saveDraft(sopId, sent.head, [...sent.steps.values()]);
    setFailure(saved.ok ? null : saved.error);
    if (!saved.ok) return false;
    dirty.current = without(dirty.current, sent);
    setTyped(dirty.current);
    setSettling((held) => merged(held, sent));
    return isNothing(dirty.current);
  }, [sopId]);

  const put = useCallback(
    (change: Overlay) => {
      dirty.current = merged(dirty.current, change);
      setTyped(dirty.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  useLeaving(useCallback(() => void flush(), [flush]));

  return {
    sop: shown(stored, merged(settling, typed)),
    isSaved: isNothing(typed),
    failure,
    changeHead: (head) => put({ ...NOTHING, head }),
    changeSteps: (steps) =>
      put({ ...NOTHING, steps: new Map(steps.map((step) => [step.id, step])) }),
    flush,
  };
}

const merged = (under: Overlay, over: Overlay): Overlay => ({
  head: { ...under.head, ...over.head },
  steps: new Map([...under.steps, ...over.steps]),
});

/** What was typed while `sent` was on its way. */
function without(now: Overlay, sent: Overlay): Overlay {
  const head = Object.entries(now.head).filter(
    ([name, value]) => value !== Object.entries(sent.head).find(([key]) => key === name)?.[1],
  );
  const steps = [...now.steps].filter(([id, step]) => sent.steps.get(id) !== step);
  return { head: Object.fromEntries(head), steps: new Map(steps) };
}

function shown(stored: Sop, { head, steps }: Overlay): Sop {
  const draftSteps = stored.draftSteps
    .map((step) => steps.get(step.id) ?? step)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return { ...stored, ...head, draftSteps };
}
