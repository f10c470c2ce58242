import type { Instruction } from '#shared/cadence/instruction';
import { instructionFrom } from '#shared/cadence/instruction';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import type { InstructionRow } from './stored.ts';

export interface InstructionEntry extends Instruction, Delivery {}

/** What was asked of a member, the oldest first; withdrawn ones too. */
export async function instructionsTo(memberId: string): Promise<InstructionEntry[]> {
  const rows = currentProjection().instructions.where('memberId').equals(memberId);
  return entriesIn(await rows.toArray());
}

/** What was asked of anybody whose log this device reads, the oldest first; withdrawn ones too. */
export async function allInstructions(): Promise<InstructionEntry[]> {
  return entriesIn(await currentProjection().instructions.toArray());
}

/** What was said back can arrive before what was asked: it shows when both are here. */
const entriesIn = (rows: readonly InstructionRow[]): InstructionEntry[] =>
  rows
    .map(instructionEntry)
    .filter(({ text }) => text !== '')
    .toSorted(byTime);

const instructionEntry = (row: InstructionRow): InstructionEntry => ({
  ...instructionFrom(row),
  ...deliveryOf(row),
});

const byTime = (a: Instruction, b: Instruction): number =>
  a.givenAtMs - b.givenAtMs || (a.id < b.id ? -1 : 1);
