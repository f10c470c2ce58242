import { newId } from '#shared/ids';
import { tidyClient } from '#shared/plan/client-draft';
import type { ClientDraft } from '#shared/plan/client-draft';
import type { Outcome } from '#shared/plan/outcome';
import { clientNamed } from '#shared/plan/workspace';
import type { Client } from '#shared/plan/workspace';
import { t } from '../i18n/text.ts';
import { randomBytes } from './clock.ts';
import { planEdit } from './plan.ts';
import type { Undoable } from './plan.ts';
import { saveUndoable } from './save.ts';

/** Adds a client. The draft must be without problems. */
export async function addClient(draft: ClientDraft): Undoable {
  const { name, timeZone, aliases } = tidyClient(draft);
  return await saveUndoable(t('calendars.clients.undo.added', { name }), [
    planEdit('client', newId(randomBytes), { name, timeZone, aliases: [...aliases] }),
  ]);
}

/**
 * Saves a client. Outcomes that named them are told a new name; what was logged says the old one, which
 * stays theirs where the draft keeps it as an alias.
 */
export async function editClient(
  client: Client,
  draft: ClientDraft,
  outcomes: readonly Outcome[],
): Undoable {
  const { name, timeZone, aliases } = tidyClient(draft);
  const renamed = outcomesFor(client, outcomes).filter((outcome) => outcome.client !== name);
  return await saveUndoable(t('calendars.clients.undo.edited', { name }), [
    planEdit('client', client.id, { name, timeZone, aliases: [...aliases] }),
    ...renamed.map((outcome) => planEdit('outcome', outcome.id, { client: name })),
  ]);
}

/** Takes a client out of the list. What names them still does, as text. */
export async function removeClient(client: Client): Undoable {
  return await saveUndoable(t('calendars.clients.undo.removed', { name: client.name }), [
    planEdit('client', client.id, { deleted: true }),
  ]);
}

/** The outcomes that name a client, by any of their names. */
export const outcomesFor = (client: Client, outcomes: readonly Outcome[]): readonly Outcome[] =>
  outcomes.filter((outcome) => clientNamed([client], outcome.client) !== null);
