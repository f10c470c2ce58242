import { flagOf, numberOf, textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';

/** Why work is returned, in the team's own words. Record type `returnReason`, audience `team`. */
export interface ReturnReason {
  readonly id: string;
  readonly name: string;
  /** Reasons stand in ascending order of it. */
  readonly position: number;
  /** No longer offered; what was returned for it keeps its name. */
  readonly isRetired: boolean;
}

export const returnReasonFrom = ({ id, fields }: RecordState): ReturnReason => ({
  id,
  name: textOf(fields, 'name'),
  position: numberOf(fields, 'position') ?? 0,
  isRetired: flagOf(fields, 'retired'),
});
