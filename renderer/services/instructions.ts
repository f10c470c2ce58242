import type { Confirmation, Instruction } from '#shared/cadence/instruction';
import { newId } from '#shared/ids';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now, randomBytes } from './clock.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** Asks something of a member, to be said back in their own words. */
export async function giveInstruction(memberId: string, text: string): Undoable {
  const { memberId: byId } = useSession.getState();
  const fields = { text: text.trim(), byId, givenAtMs: now() };
  const edit = instructionEdit({ id: newId(randomBytes), memberId }, fields);
  return await saveUndoable(t('checkIn.instruction.given'), [edit], { areNew: true });
}

/** What a member writes when they say an instruction back. */
export const confirmation = (instruction: Instruction, text: string): Edit =>
  instructionEdit(instruction, { confirmed: { text: text.trim(), atMs: now() } });

/** Both mean the same. */
export async function agreeTo(instruction: Instruction, confirmed: Confirmation): Undoable {
  return await judge(instruction, confirmed, 'agreed', '');
}

/** It was meant otherwise: the member reads how, and says it back again. */
export async function correctConfirmation(
  instruction: Instruction,
  confirmed: Confirmation,
  note: string,
): Undoable {
  return await judge(instruction, confirmed, 'corrected', note.trim());
}

/** It no longer holds. */
export async function withdrawInstruction(instruction: Instruction): Undoable {
  const edit = instructionEdit(instruction, { withdrawn: true });
  return await saveUndoable(t('checkIn.instruction.withdrawn'), [edit]);
}

async function judge(
  instruction: Instruction,
  { atMs: ofAtMs }: Confirmation,
  verdict: 'agreed' | 'corrected',
  note: string,
): Undoable {
  const { memberId: byId } = useSession.getState();
  const judged = { verdict, note, byId, atMs: now(), ofAtMs };
  const edit = instructionEdit(instruction, { judged });
  return await saveUndoable(t(`checkIn.instruction.${verdict}`), [edit]);
}

const instructionEdit = (
  { id, memberId }: Pick<Instruction, 'id' | 'memberId'>,
  fields: Fields,
): Edit => ({ audience: memberAudience(memberId), type: 'instruction', id, fields });
