import type { Outage, OutageKind, OutageReason, OutageVerdict } from '#shared/outages/outage';
import { outageId } from '#shared/outages/outage';
import type { Edit, Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { t } from '../i18n/text.ts';
import { useSession } from '../state/session.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** What a member says of an outage of theirs. */
export interface OutageWords {
  readonly reason: OutageReason | null;
  readonly note: string;
}

export interface ToldOutage extends OutageWords {
  readonly kind: OutageKind;
  /** UTC ms. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** Says whether it was one. Only the member's own word counts. */
export async function answerOutage(outage: Outage, verdict: OutageVerdict): Undoable {
  const label = t(verdict === 'outage' ? 'outages.ask.saidYes' : 'outages.ask.saidNo');
  return await saveUndoable(label, [edit(outage, { verdict })]);
}

export async function explainOutage(
  outage: Outage,
  verdict: OutageVerdict | null,
  { reason, note }: OutageWords,
): Undoable {
  return await saveUndoable(t('outages.told.explained'), [
    edit(outage, { verdict, reason, note: note.trim() }),
  ]);
}

/** Writes down an outage of the session's member that the program could not see. */
export async function tellOutage({ kind, fromMs, toMs, reason, note }: ToldOutage): Undoable {
  const { memberId } = useSession.getState();
  const told = { kind, seenBy: 'told', fromMs, toMs, reason, note: note.trim() } as const;
  const id = outageId(kind, 'told', fromMs);
  // The same told again after it was taken back or dismissed stands again.
  const fields = { ...told, verdict: 'outage', deleted: false } as const;
  return await saveUndoable(t('outages.told.told'), [edit({ id, memberId }, fields)], {
    areNew: true,
  });
}

const edit = ({ id, memberId }: Pick<Outage, 'id' | 'memberId'>, fields: Fields): Edit => ({
  audience: memberAudience(memberId),
  type: 'outage',
  id,
  fields,
});
