import type { RecordState } from '../stream/merge.ts';
import type { Intent } from './intent.ts';
import { intentFrom } from './intent.ts';

/** A long-term goal. Record type `goal`, audience `team`. */
export type Goal = Intent;

export const goalFrom = (state: RecordState): Goal => intentFrom(state);
