import { HAND_OVER_NOTE_TYPE } from '#shared/handover/hand-over-note';
import type { HandOverPack, PackReply } from '#shared/handover/hand-over-pack';
import { HAND_OVER_PACK_TYPE, replyFields } from '#shared/handover/hand-over-pack';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import type { Undoable } from './plan.ts';
import { save, saveUndoable } from './save.ts';

/** Says what the next one has to know of an outcome, or of all of it (`GENERAL_NOTE`). */
export async function saveHandOverNote(
  memberId: string,
  outcomeId: string,
  text: string,
): Undoable {
  const fields = { text: text.trim(), byId: useSession.getState().memberId, atMs: now() };
  return await saveUndoable(t('handover.undo.note'), [
    { audience: memberAudience(memberId), type: HAND_OVER_NOTE_TYPE, id: outcomeId, fields },
  ]);
}

/** Confirms or declines things of a pack; whoever gave them acts on it, so it is not taken back. */
export async function answerPack(
  pack: HandOverPack,
  keys: readonly string[],
  verdict: PackReply['verdict'],
  reason: string,
) {
  const reply = { verdict, reason: reason.trim(), atMs: now() };
  return await save([
    {
      audience: memberAudience(pack.toId),
      type: HAND_OVER_PACK_TYPE,
      id: pack.id,
      fields: replyFields(keys, reply),
    },
  ]);
}
