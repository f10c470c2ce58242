import { instantOf, numberOf, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * "I have read what is new in this version." Record type `acknowledgement`, audience `m-<member>`, id = the
 * version's id.
 */
export interface Acknowledgement {
  readonly versionId: string;
  readonly memberId: string;
  readonly sopId: string;
  readonly number: number;
  readonly atMs: number;
}

export const ACKNOWLEDGEMENT_TYPE = 'acknowledgement';

export const acknowledgementFrom = ({ id, audience, fields }: RecordState): Acknowledgement => ({
  versionId: id,
  memberId: audienceMember(audience) ?? '',
  sopId: textOf(fields, 'sopId'),
  number: numberOf(fields, 'number') ?? 0,
  atMs: instantOf(fields, 'atMs') ?? 0,
});
