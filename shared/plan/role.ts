import { choiceOf, textsOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Intent } from './intent.ts';
import { intentFrom } from './intent.ts';
import type { RoleFamily } from './outcome.ts';
import { ROLE_FAMILIES } from './outcome.ts';

/** A set of outcomes that its holders answer for. Record type `role`, audience `team`. */
export interface Role extends Intent {
  readonly family: RoleFamily;
  /** The members who hold it. */
  readonly memberIds: readonly string[];
}

export const roleFrom = (state: RecordState): Role => ({
  ...intentFrom(state),
  family: choiceOf(state.fields, 'family', ROLE_FAMILIES, 'operations'),
  memberIds: textsOf(state.fields, 'memberIds'),
});
