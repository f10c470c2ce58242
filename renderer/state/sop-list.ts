import { create } from 'zustand';

/** What the list of SOPs is limited to; empty is no limit. Kept while an SOP is open, lost with the window. */
export interface SopListState {
  readonly query: string;
  readonly stage: string;
  readonly roleId: string;
  readonly outcomeId: string;
  readonly ownerId: string;
  readonly isOverdueOnly: boolean;
  readonly isArchivedShown: boolean;
}

export const NO_SOP_LIMITS: SopListState = {
  query: '',
  stage: '',
  roleId: '',
  outcomeId: '',
  ownerId: '',
  isOverdueOnly: false,
  isArchivedShown: false,
};

export const useSopList = create<SopListState>(() => NO_SOP_LIMITS);

export const limitSops = (change: Partial<SopListState>): void => useSopList.setState(change);
