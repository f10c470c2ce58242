import type { IpcFailure } from '#shared/ipc';
import type { Recurrence } from '#shared/deliverables/recurrence';
import { addDays } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Result } from '#shared/result';
import { ok } from '#shared/result';
import type { Turn } from '#shared/sops/due-runs';
import { memberAudience } from '#shared/stream/change';
import type { Edit } from '#shared/stream/change';
import { openDatabase } from '../data/current.ts';
import { InTurn } from '../data/in-turn.ts';
import type { Plan } from '../data/plan.ts';
import { readPlan } from '../data/plan.ts';
import { openRecurrences } from '../data/recurrences.ts';
import { heldRuns } from '../data/runs.ts';
import { useSession } from '../state/session.ts';
import { now } from './clock.ts';
import { saveAs } from './save.ts';
import { atWork, isOwnTurn, lastMadeMs } from './stand-in-turns.ts';
import { memberClock, memberDays } from './work-clocks.ts';

/** So far back turns are told as missed after a time away; what is older was nobody's to do any more. */
const TURNS_BACK_DAYS = 92;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Makes the runs of the session's member whose scheduled time has come, and says of those that nobody
 * began what became of them. Only a member's own device does so. Answers how many runs it wrote about.
 */
export async function makeDueRuns(): Promise<Result<number, IpcFailure>> {
  return await making.run(makeOnce);
}

/** Two at once would both find the same run missing. */
const making = new InTurn();

async function makeOnce(): Promise<Result<number, IpcFailure>> {
  const { workspace, memberId } = useSession.getState();
  if (!workspace || !openDatabase()) return ok(0);
  const schedules = (await openRecurrences(memberId)).filter(({ sopId }) => sopId !== '');
  if (schedules.length === 0) return ok(0);
  const plan = await readPlan();
  const member = plan.memberById.get(memberId);
  if (!member || member.isGone) return ok(0);
  const edits: Edit[] = [];
  for (const schedule of schedules) edits.push(...(await scheduleEdits(schedule, member, plan)));
  if (edits.length === 0) return ok(0);
  const saved = await saveAs({ workspace, memberId }, edits);
  return saved.ok ? ok(edits.length) : saved;
}

/** The rules' library is fetched only where there is a schedule. */
async function scheduleEdits(
  schedule: Recurrence,
  member: Member,
  plan: Plan,
): Promise<readonly Edit[]> {
  const sop = plan.sopById.get(schedule.sopId);
  if (!sop || sop.isArchived || sop.publishedVersion === 0) return [];
  const { turnEdits } = await import('#shared/sops/due-runs');
  const nowMs = now();
  const turns = await turnsOf(schedule, member, plan, nowMs);
  const made = ({ occurrence, untilMs }: Turn) => ({
    sopId: schedule.sopId,
    outcomeId: schedule.outcomeId || sop.outcomeId,
    day: occurrence.day,
    scheduleId: schedule.id,
    occurrence: occurrence.localTime,
    scheduledAtMs: occurrence.atMs,
    dueAtMs: untilMs,
    ...(schedule.standInForId !== '' && { standInForId: schedule.standInForId }),
  });
  return turnEdits(turns, schedule.catchUp, made, nowMs).map(({ id, fields }) => ({
    audience: memberAudience(member.id),
    type: 'run',
    id,
    fields,
  }));
}

/** The turns that have come, with what is known of their runs. */
async function turnsOf(
  schedule: Recurrence,
  member: Member,
  plan: Plan,
  nowMs: number,
): Promise<readonly Turn[]> {
  const { occurrenceId, occurrencesIn } = await import('#shared/deliverables/occurrences');
  const { daysFor } = await import('./recurrence-days.ts');
  const fromMs = Math.max(schedule.sinceMs, nowMs - TURNS_BACK_DAYS * DAY_MS);
  const toMs = lastMadeMs(schedule, nowMs);
  const ruleDays = daysFor(schedule, atWork(member), plan);
  const isOwn = isOwnTurn(schedule, plan.absences);
  const occurrences = occurrencesIn(schedule, ruleDays, fromMs, toMs).filter(isOwn);
  const ids = occurrences.map(({ day }) => occurrenceId(schedule.id, day));
  const held = await heldRuns(member.id, ids);
  const days = memberDays(member, plan.calendarById);
  const clock = memberClock(member, plan.calendarById);
  return occurrences.map((occurrence, at) => {
    const id = ids[at] ?? '';
    const { atMs } = occurrence;
    const { dueMinutes } = schedule;
    const untilMs =
      dueMinutes === null
        ? days.startOf(addDays(days.dayAt(atMs), 1)) - 1
        : clock.add(atMs, dueMinutes * MINUTE_MS);
    // A calendar without hours never gets there: then it can be begun at any time.
    const isFinite = Number.isFinite(untilMs);
    return {
      id,
      occurrence,
      untilMs: isFinite ? untilMs : Number.MAX_SAFE_INTEGER,
      held: held.get(id),
    };
  });
}
