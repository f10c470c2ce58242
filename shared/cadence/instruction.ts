import type { Json } from '../json.ts';
import { choiceOf, flagOf, instantOf, objectOf, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

const VERDICTS = ['agreed', 'corrected'] as const;

/** An instruction as the member understood it, in their own words. */
export interface Confirmation {
  readonly text: string;
  readonly atMs: number;
}

/** What the manager says of a confirmation. */
export interface ConfirmationVerdict {
  readonly verdict: (typeof VERDICTS)[number];
  /** What was meant, where it was understood otherwise. */
  readonly note: string;
  readonly byId: string;
  readonly atMs: number;
  /** The `atMs` of the confirmation that it speaks of: one given since is judged anew. */
  readonly ofAtMs: number;
}

/**
 * Something that a manager wants done, to be said back by whoever is to do it. Record type `instruction`,
 * audience `m-<member>`: managers write it, the member alone writes `confirmed`.
 */
export interface Instruction {
  readonly id: string;
  readonly memberId: string;
  readonly text: string;
  readonly byId: string;
  readonly givenAtMs: number;
  readonly confirmed: Confirmation | null;
  readonly judged: ConfirmationVerdict | null;
  readonly isWithdrawn: boolean;
}

/**
 * `asked`: the member has to say it back. `corrected`: they did, and it was meant otherwise.
 * `said`: the manager has to look. `agreed`: both mean the same.
 */
export type InstructionState = 'asked' | 'corrected' | 'said' | 'agreed' | 'withdrawn';

export const instructionFrom = ({ id, audience, fields }: RecordState): Instruction => ({
  id,
  memberId: audienceMember(audience) ?? '',
  text: textOf(fields, 'text'),
  byId: textOf(fields, 'byId'),
  givenAtMs: instantOf(fields, 'givenAtMs') ?? 0,
  confirmed: confirmationOf(fields['confirmed']),
  judged: verdictOf(fields['judged']),
  isWithdrawn: flagOf(fields, 'withdrawn') || flagOf(fields, 'deleted'),
});

export function instructionState({
  confirmed,
  judged,
  isWithdrawn,
}: Instruction): InstructionState {
  if (isWithdrawn) return 'withdrawn';
  if (confirmed === null) return 'asked';
  if (judged === null || judged.ofAtMs !== confirmed.atMs) return 'said';
  return judged.verdict;
}

/** Whether the member has to say it back. */
export const isToConfirm = (instruction: Instruction): boolean => {
  const state = instructionState(instruction);
  return state === 'asked' || state === 'corrected';
};

function confirmationOf(value: Json | undefined): Confirmation | null {
  const fields = objectOf(value);
  const atMs = fields && instantOf(fields, 'atMs');
  return fields && atMs !== null ? { text: textOf(fields, 'text'), atMs } : null;
}

function verdictOf(value: Json | undefined): ConfirmationVerdict | null {
  const fields = objectOf(value);
  if (!fields) return null;
  const atMs = instantOf(fields, 'atMs');
  const ofAtMs = instantOf(fields, 'ofAtMs');
  if (atMs === null || ofAtMs === null) return null;
  return {
    verdict: choiceOf(fields, 'verdict', VERDICTS, 'corrected'),
    note: textOf(fields, 'note'),
    byId: textOf(fields, 'byId'),
    atMs,
    ofAtMs,
  };
}
