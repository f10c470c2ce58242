import { textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Intent } from './intent.ts';
import { intentFrom } from './intent.ts';

/** What a team sets out to reach for a priority (the O of its OKR). Record type `objective`, audience `team`. */
export interface Objective extends Intent {
  readonly priorityId: string;
  /** The team, in the manager's words: "Support desk". */
  readonly team: string;
}

export const objectiveFrom = (state: RecordState): Objective => ({
  ...intentFrom(state),
  priorityId: textOf(state.fields, 'priorityId'),
  team: textOf(state.fields, 'team'),
});
