import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';

/** What the list of SOPs is limited to; empty is no limit. */
export interface SopLimits {
  readonly stage: string;
  readonly roleId: string;
  readonly outcomeId: string;
  readonly ownerId: string;
  readonly isOverdueOnly: boolean;
  readonly isArchivedShown: boolean;
}

/** The limits and what is looked for. Kept while an SOP is open, lost with the window. */
export interface SopListState extends SopLimits {
  readonly query: string;
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

/** Apart from the query: a letter typed into it changes none of them. */
export const useSopLimits = (): SopLimits =>
  useSopList(
    useShallow(({ stage, roleId, outcomeId, ownerId, isOverdueOnly, isArchivedShown }) => ({
      stage,
      roleId,
      outcomeId,
      ownerId,
      isOverdueOnly,
      isArchivedShown,
    })),
  );

export const limitSops = (change: Partial<SopListState>): void => useSopList.setState(change);
