import type { HandOverNote } from '#shared/handover/hand-over-note';
import { handOverNoteFrom } from '#shared/handover/hand-over-note';
import type { HandOverPack } from '#shared/handover/hand-over-pack';
import { handOverPackFrom, isPackOpen } from '#shared/handover/hand-over-pack';
import { currentProjection } from './current.ts';

/** What was given to a member and waits for their word; longest waiting first. */
export async function openPacksTo(memberId: string): Promise<HandOverPack[]> {
  const rows = await currentProjection().handOverPacks.where('memberId').equals(memberId).toArray();
  return rows
    .map(handOverPackFrom)
    .filter(isPackOpen)
    .toSorted((a, b) => a.atMs - b.atMs);
}

/** What of a member's was given to others, the latest first; what was taken back is left out. */
export async function packsFrom(memberId: string): Promise<HandOverPack[]> {
  const rows = await currentProjection().handOverPacks.where('fromId').equals(memberId).toArray();
  return rows
    .map(handOverPackFrom)
    .filter(({ atMs, isDeleted }) => atMs > 0 && !isDeleted)
    .toSorted((a, b) => b.atMs - a.atMs);
}

/** What a member leaves to say, by outcome. */
export async function handOverNotesOf(
  memberId: string,
): Promise<ReadonlyMap<string, HandOverNote>> {
  const rows = await currentProjection().handOverNotes.where('memberId').equals(memberId).toArray();
  return new Map(
    rows.flatMap((row) => {
      const note = handOverNoteFrom(row);
      return note ? [[note.outcomeId, note] as const] : [];
    }),
  );
}
