import type { HeadEntry } from '#shared/ipc';
import type { Change } from '#shared/stream/change';

/** The stream that changes come from and who writes it. */
export type ChangeSource = Omit<HeadEntry, 'seq' | 'h'>;

/** A change as it takes part in merging. */
export type MergedChange = Pick<Change, 'seq' | 'hlc' | 'type' | 'id' | 'fields'> & {
  /** The fields as they stand in the line that they were read from: JSON without an escape, and nothing but them. */
  readonly fieldsText?: string;
};
