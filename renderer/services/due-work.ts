import type { Occurrence } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import type { IpcFailure } from '#shared/ipc';
import type { Json } from '#shared/json';
import type { Member } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { openDatabase } from '../data/current.ts';
import { InTurn } from '../data/in-turn.ts';
import { deliverableStates } from '../data/imported.ts';
import type { Plan } from '../data/plan.ts';
import { readPlan } from '../data/plan.ts';
import type { Projection } from '../data/projection.ts';
import { openRecurrences } from '../data/recurrences.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import { saveAs } from './save.ts';
import { atWork, isOwnTurn, lastMadeMs } from './stand-in-turns.ts';
import { memberClock } from './work-clocks.ts';

/**
 * So many days of recurring work are made up for after a time away. What is older is left out for good:
 * nobody can still do the check of three weeks ago.
 */
export const CATCH_UP_DAYS = 14;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** As many records as one append takes. */
const EDITS_AT_ONCE = 5_000;

/**
 * Makes the recurring work of the session's member whose time has come and that is not there yet. Only a
 * member's own device makes it, and what was done with it since, edited, deleted or moved, stands.
 * Answers how much it made. The database must hold all that the streams say.
 */
export async function makeDueWork(): Promise<Result<number, IpcFailure>> {
  return await making.run(makeOnce);
}

/** Two at once would both find the same work missing. */
const making = new InTurn();

async function makeOnce(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId } = useSession.getState();
  const db = openDatabase();
  if (!workspace || !db) return ok(0);
  const recurrences = (await openRecurrences(memberId)).filter(({ sopId }) => sopId === '');
  if (recurrences.length === 0) return ok(0);
  const plan = await readPlan();
  const member = plan.memberById.get(memberId);
  if (!member || member.isGone) return ok(0);
  const missing = await missingEdits(db, await dueEdits(recurrences, member, plan), memberId);
  for (let at = 0; at < missing.length; at += EDITS_AT_ONCE) {
    const saved = await saveAs({ workspace, memberId }, missing.slice(at, at + EDITS_AT_ONCE));
    if (!saved.ok) return saved;
  }
  return ok(missing.length);
}

/** The rules' library is fetched only where there is a rule. */
async function dueEdits(
  recurrences: readonly Recurrence[],
  member: Member,
  plan: Plan,
): Promise<readonly Edit[]> {
  const { occurrenceId, occurrencesIn } = await import('#shared/deliverables/occurrences');
  const { daysFor } = await import('./recurrence-days.ts');
  const nowMs = now();
  return recurrences.flatMap((recurrence) => {
    const outcome = plan.outcomeById.get(recurrence.outcomeId);
    if (!outcome || outcome.isArchived) return [];
    const fromMs = Math.max(recurrence.sinceMs, nowMs - CATCH_UP_DAYS * DAY_MS);
    const toMs = lastMadeMs(recurrence, nowMs);
    const days = daysFor(recurrence, atWork(member), plan);
    const isOwn = isOwnTurn(recurrence, plan.absences);
    const occurrences = occurrencesIn(recurrence, days, fromMs, toMs).filter(isOwn);
    return occurrences.map((occurrence) => ({
      audience: memberAudience(member.id),
      type: 'deliverable',
      id: occurrenceId(recurrence.id, occurrence.day),
      fields: madeFields(recurrence, occurrence, member, plan),
    }));
  });
}

function madeFields(
  recurrence: Recurrence,
  { atMs, localTime }: Occurrence,
  member: Member,
  plan: Plan,
): Record<string, Json> {
  const { id, outcomeId, title, client, quantity, reference, note, dueMinutes } = recurrence;
  const dueAtMs =
    dueMinutes === null
      ? null
      : memberClock(member, plan.calendarById).add(atMs, dueMinutes * MINUTE_MS);
  return {
    outcomeId,
    title,
    quantity,
    ...(client && { client }),
    ...(reference && { reference }),
    ...(note && { note }),
    ...(dueAtMs !== null && Number.isFinite(dueAtMs) && { dueAtMs }),
    requestedAtMs: atMs,
    zone: member.timeZone,
    assignedById: recurrence.assignedById,
    assignedAtMs: atMs,
    recurrenceId: id,
    ...(recurrence.standInForId !== '' && { standInForId: recurrence.standInForId }),
    occurrence: localTime,
  };
}

/** What was found in a database once is not looked for again. */
const knownIds = new WeakMap<Projection, Set<string>>();

async function missingEdits(
  db: Projection,
  edits: readonly Edit[],
  memberId: string,
): Promise<readonly Edit[]> {
  const known = knownIds.get(db) ?? new Set<string>();
  knownIds.set(db, known);
  const unsure = edits.filter(({ id }) => !known.has(id));
  if (unsure.length === 0) return [];
  const ids = unsure.map(({ id }) => id);
  const held = await deliverableStates(memberAudience(memberId), ids);
  for (const id of held.keys()) known.add(id);
  return unsure.filter(({ id }) => !held.has(id));
}
