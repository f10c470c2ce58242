import { create } from 'zustand';
import { readDraft, writeDraft } from './drafts.ts';

/** How the work view stands on screen: what is in focus and chosen. Keys are those of its items. */
interface WorkViewState {
  readonly activeKey: string | null;
  readonly selected: ReadonlySet<string>;
  /** The details of what is in focus are open beside it. */
  readonly isDetailOpen: boolean;
}

const NOTHING: WorkViewState = { activeKey: null, selected: new Set(), isDetailOpen: false };

export const useWorkView = create<WorkViewState>(() => NOTHING);

export const setWorkView = (change: Partial<WorkViewState>): void => useWorkView.setState(change);

/** What was chosen last on this computer; empty where nothing was. */
export const keptChoice = (name: 'layout' | 'lanes'): string => readDraft(`work/${name}`);

export const keepChoice = (name: 'layout' | 'lanes', value: string): void =>
  writeDraft(`work/${name}`, value);
