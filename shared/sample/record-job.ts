import { dayIn, monthOf } from '../day.ts';
import type { DayKey } from '../day.ts';
import { deliverableId } from '../ids.ts';
import type { Json } from '../json.ts';
import type { Random } from '../random.ts';
import { CLIENTS, OUTCOMES } from './outcomes.ts';
import type { Desk, Done, Job } from './desk.ts';
import { writeRun } from './runs.ts';
import type { WorkDay } from './work-days.ts';

const MINUTE_MS = 60_000;

export interface JobTimes {
  readonly day: WorkDay;
  readonly startMs: number;
  readonly endMs: number;
  /** Which version of its procedure held that day. */
  readonly sopVersion: number;
  /** Whether the request is an edit of its own, so that work can be seen to wait in the queue. */
  readonly isRecent: boolean;
}

/** A job with its life: what was asked is written down when it is seen, then its start, then its end. */
export function recordJob(desk: Desk, job: Job, times: JobTimes, random: Random): Done {
  const { startMs, endMs, day } = times;
  const requestedAtMs =
    job.waitedMinutes === null ? null : requestTime(desk, startMs, job.waitedMinutes, random);
  const seenAtMs = requestedAtMs === null ? endMs : seenTime(desk, requestedAtMs, startMs);
  const bornOn = dayIn(desk.person.zone, times.isRecent ? seenAtMs : startMs);
  const id = deliverableId(monthOf(bornOn), desk.newId());
  const write = (atMs: number, fields: Record<string, Json>): void =>
    desk.write(atMs, 'deliverable', id, fields);
  const runId = job.sop
    ? writeRun(
        desk,
        job,
        id,
        { day: day.day, startMs, endMs: endMs - 20_000, version: times.sopVersion },
        random,
      )
    : null;
  const end = {
    completedAtMs: endMs,
    day: day.day,
    zone: desk.person.zone,
    quantity: job.quantity ?? 1,
    ...(job.errors !== undefined && { errors: job.errors }),
    ...(job.valueMinor !== undefined && { valueMinor: job.valueMinor }),
    ...(job.score !== undefined && { score: job.score }),
    ...(job.partCount !== undefined && { partCount: job.partCount }),
    ...(job.wholeCount !== undefined && { wholeCount: job.wholeCount }),
    ...clientDay(job, endMs, day.day),
    ...(job.note && { note: job.note }),
    ...(runId && { runId }),
  };
  const start = { startedAtMs: startMs, ...(isTicket(job) && { respondedAtMs: startMs }) };
  if (requestedAtMs === null) {
    write(endMs, { ...jobFields(desk, job), ...end });
  } else {
    const request = {
      ...jobFields(desk, job),
      requestedAtMs,
      ...dueField(desk, job, requestedAtMs),
    };
    if (times.isRecent) {
      write(seenAtMs, request);
      write(startMs, start);
    } else {
      write(startMs, { ...request, ...start });
    }
    write(endMs, end);
  }
  return { job, id, completedAtMs: endMs };
}

export const jobFields = (desk: Desk, job: Job): Record<string, Json> => ({
  outcomeId: desk.ids.outcome(job.outcome),
  title: job.title,
  ...(job.client && { client: CLIENTS[job.client].name }),
  ...(job.reference && { reference: job.reference }),
});

/** When the promise of a job's outcome runs out: working time of the one who does it. */
function dueField(desk: Desk, job: Job, requestedAtMs: number): { dueAtMs?: number } {
  const promises = OUTCOMES.find(({ key }) => key === job.outcome)?.promises ?? [];
  const completed = promises.find(({ to }) => to === 'completed');
  if (!completed) return {};
  return { dueAtMs: desk.clock.add(requestedAtMs, completed.minutes * MINUTE_MS) };
}

/** The client's own date, where it is another than the worker's. */
function clientDay(job: Job, atMs: number, day: DayKey): { clientDay?: DayKey } {
  if (!job.client) return {};
  const theirs = dayIn(CLIENTS[job.client].timeZone, atMs);
  return theirs === day ? {} : { clientDay: theirs };
}

/**
 * When it was asked for: so much working time earlier. Customers also write while the desk is closed,
 * so a request that falls on the start of a shift is moved into the hours before.
 */
function requestTime(desk: Desk, startMs: number, waitedMinutes: number, random: Random): number {
  const workedMs = desk.clock.add(startMs, -waitedMinutes * MINUTE_MS);
  const isEarly = !desk.clock.isOpen(workedMs - 20 * MINUTE_MS);
  return isEarly ? workedMs - random.whole(20, 420) * MINUTE_MS : workedMs;
}

/** A request that comes while the desk is closed is written down when it opens. */
function seenTime(desk: Desk, requestedAtMs: number, startMs: number): number {
  const opensMs = desk.clock.nextOpening(requestedAtMs) ?? startMs;
  return Math.min(Math.max(requestedAtMs, opensMs), startMs - 1_000);
}

const isTicket = (job: Job): boolean =>
  job.outcome === 'larkspurTickets' || job.outcome === 'quillhavenTickets';
