import { create } from 'zustand';
import type { Entry } from '../data/entry.ts';
import type { RecurrenceEntry } from '../data/recurrences.ts';

/** What is known already of the work that is to be given out. */
export interface AssignStart {
  readonly memberId?: string;
  readonly outcomeId?: string;
  /** The procedure whose runs are to be scheduled. */
  readonly sopId?: string;
  /** What is to be changed. */
  readonly recurrence?: RecurrenceEntry;
}

/** Which dialog about giving work out is open. */
export type AssignDialog =
  | { readonly kind: 'one'; readonly start: AssignStart }
  | { readonly kind: 'many'; readonly start: AssignStart }
  | { readonly kind: 'recurring'; readonly start: AssignStart }
  | { readonly kind: 'reassign'; readonly entries: readonly Entry[] }
  | { readonly kind: 'return'; readonly entry: Entry }
  | { readonly kind: 'needs'; readonly entry: Entry };

export const useAssignDialog = create<{ readonly dialog: AssignDialog | null }>(() => ({
  dialog: null,
}));

const show = (dialog: AssignDialog | null): void => useAssignDialog.setState({ dialog });

/** Giving out one piece of work; from there many at once and recurring work are a press away. */
export const openAssign = (start: AssignStart = {}): void => show({ kind: 'one', start });

/** Giving out the rows of a pasted table. */
export const openAssignMany = (start: AssignStart = {}): void => show({ kind: 'many', start });

/** The recurring work of a member. */
export const openRecurring = (start: AssignStart = {}): void => show({ kind: 'recurring', start });

/** Giving open work to another member. */
export const openReassign = (entries: readonly Entry[]): void =>
  show({ kind: 'reassign', entries });

/** Returning completed work, with what is to be done better. */
export const openReturn = (entry: Entry): void => show({ kind: 'return', entry });

/** What must be done before a piece of work. */
export const openNeeds = (entry: Entry): void => show({ kind: 'needs', entry });

export const closeAssignDialog = (): void => show(null);
