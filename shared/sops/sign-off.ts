import { flagOf, instantOf, objectOf, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/** What the second person said. Stored as the field `signed`; only their own device may write it. */
export interface Signature {
  readonly byId: string;
  readonly atMs: number;
  readonly verdict: 'signed' | 'refused';
  /** Why it was refused, or a remark. */
  readonly note: string;
}

/**
 * A step of a run that a second person confirms. Record type `signOff`, audience `team`, id =
 * `signOffId(...)`: it begins with whoever asks, and nobody of that name may sign it.
 */
export interface SignOff {
  readonly id: string;
  readonly memberId: string;
  readonly runId: string;
  readonly stepId: string;
  readonly sopId: string;
  readonly versionId: string;
  /** Who is asked; empty is any colleague. */
  readonly askedOfId: string;
  readonly askedAtMs: number;
  /** What the asker says about it. */
  readonly note: string;
  readonly signature: Signature | null;
  readonly isDeleted: boolean;
}

export const SIGN_OFF_TYPE = 'signOff';

export const signOffId = (memberId: string, runId: string, stepId: string): string =>
  `${memberId}.${runId}.${stepId}`;

/** Who asks, from the id. */
export const signOffAsker = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')));

export const signOffFrom = ({ id, fields }: RecordState): SignOff => ({
  id,
  memberId: signOffAsker(id),
  runId: textOf(fields, 'runId'),
  stepId: textOf(fields, 'stepId'),
  sopId: textOf(fields, 'sopId'),
  versionId: textOf(fields, 'versionId'),
  askedOfId: textOf(fields, 'askedOfId'),
  askedAtMs: instantOf(fields, 'askedAtMs') ?? 0,
  note: textOf(fields, 'note'),
  signature: signatureOf(fields),
  isDeleted: flagOf(fields, 'deleted'),
});

function signatureOf(fields: Fields): Signature | null {
  const signed = objectOf(fields['signed']);
  const verdict = signed && (['signed', 'refused'] as const).find((v) => v === signed['verdict']);
  if (!signed || !verdict) return null;
  return {
    byId: textOf(signed, 'byId'),
    atMs: instantOf(signed, 'atMs') ?? 0,
    verdict,
    note: textOf(signed, 'note'),
  };
}
