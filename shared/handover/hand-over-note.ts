import { flagOf, instantOf, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * What whoever goes wants the next one to know of an outcome, or of all of it. Record type `handOverNote`,
 * audience `m-<member>`, id = the outcome's or `GENERAL_NOTE`; the member writes it, and managers.
 */
export interface HandOverNote {
  readonly memberId: string;
  /** `GENERAL_NOTE` where it is about no single outcome. */
  readonly outcomeId: string;
  readonly text: string;
  readonly byId: string;
  readonly atMs: number;
}

export const HAND_OVER_NOTE_TYPE = 'handOverNote';
export const GENERAL_NOTE = 'general';
export const MAX_NOTE_CHARACTERS = 8_000;

/** Null where it was taken back or says nothing. */
export function handOverNoteFrom({ id, audience, fields }: RecordState): HandOverNote | null {
  const text = textOf(fields, 'text');
  if (flagOf(fields, 'deleted') || text === '') return null;
  return {
    memberId: audienceMember(audience) ?? '',
    outcomeId: id,
    text,
    byId: textOf(fields, 'byId'),
    atMs: instantOf(fields, 'atMs') ?? 0,
  };
}
