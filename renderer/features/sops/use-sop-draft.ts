import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { IpcFailure } from '#shared/ipc';
import type { DraftAct } from '#shared/sops/draft-history';
import type { Outline, SopHead } from '#shared/sops/draft-patch';
import type { Section } from '#shared/sops/section';
import type { Sop } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import { useLeaving } from '../../ui/use-leaving.ts';
import type { DraftSession } from './draft-session.ts';

/** An SOP being written: everything that changes it goes through here, is saved by itself and can be taken back. */
export interface SopDraft {
  /** The SOP as it stands in the editor: what is saved, and over it what was written since. */
  readonly sop: Sop;
  readonly isSaved: boolean;
  readonly failure: IpcFailure | null;
  readonly changeHead: (change: Partial<SopHead>) => void;
  /** Each step as it becomes; those not named stay. */
  readonly changeSteps: (steps: readonly Step[]) => void;
  readonly changeSections: (sections: readonly Section[]) => void;
  /** Adds an empty step after an item (step or section), at the end for null; answers its id. */
  readonly addStep: (afterId: string | null) => string;
  readonly addSection: (afterId: string | null) => string;
  /** Adds a copy after the step; answers its id. */
  readonly duplicateStep: (stepId: string) => string | null;
  readonly removeStep: (stepId: string) => void;
  /** Takes the heading away; its steps stay, in the section before. */
  readonly removeSection: (sectionId: string) => void;
  /** Moves a step, or a section with its steps, before what is at `toIndex` of the outline without them. */
  readonly move: (itemId: string, toIndex: number) => void;
  /** Makes the outline (and the title and purpose, where given) what is passed: what is not in it goes. */
  readonly replaceOutline: (outline: Outline & Partial<Pick<SopHead, 'title' | 'purpose'>>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo would take back and redo do again; null where there is nothing. */
  readonly undoAct: DraftAct | null;
  readonly redoAct: DraftAct | null;
  /** Takes up what could not be saved when the editor was left last; answers whether there was anything. */
  readonly putBack: () => boolean;
  /** Saves what is written now. Answers whether nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

/** The editing of one SOP, for as long as the editor is open; `stored` is the record as it is to be followed. */
export function useSopDraft(session: DraftSession, stored: Sop): SopDraft {
  const shown = useSyncExternalStore(session.subscribe, session.shown);
  useEffect(() => session.follow(stored), [session, stored]);
  useLeaving(session.leave);
  return useMemo(
    () => ({
      ...shown,
      canUndo: shown.undoAct !== null,
      canRedo: shown.redoAct !== null,
      changeHead: session.changeHead,
      changeSteps: session.changeSteps,
      changeSections: session.changeSections,
      addStep: session.addStep,
      addSection: session.addSection,
      duplicateStep: session.duplicateStep,
      removeStep: session.removeStep,
      removeSection: session.removeSection,
      move: session.move,
      replaceOutline: session.replaceOutline,
      undo: session.undo,
      redo: session.redo,
      flush: session.flush,
      putBack: session.putBack,
    }),
    [session, shown],
  );
}
