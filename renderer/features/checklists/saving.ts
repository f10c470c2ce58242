import type { StoreApi } from 'zustand';
import { createStore } from 'zustand';

interface Saving {
  /** How many answers are on their way to the disk. */
  readonly count: number;
  readonly hasSaved: boolean;
}

/** Whether what was said is saved. Apart from the rest of a run: "Saved" is drawn without drawing the run again. */
export type SavingStore = StoreApi<Saving>;

export const newSavingStore = (): SavingStore =>
  createStore<Saving>(() => ({ count: 0, hasSaved: false }));

export const beginSaving = (store: SavingStore): void =>
  store.setState(({ count }) => ({ count: count + 1 }));

export const endSaving = (store: SavingStore, isSaved: boolean): void =>
  store.setState(({ count, hasSaved }) => ({ count: count - 1, hasSaved: hasSaved || isSaved }));
