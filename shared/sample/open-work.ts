import { dayIn, monthOf } from '../day.ts';
import type { Json } from '../json.ts';
import type { BlockedOn } from '../deliverables/deliverable.ts';
import { deliverableId } from '../ids.ts';
import type { Desk, Job } from './desk.ts';
import { OPEN_WORK } from './open-work-text.ts';
import { jobFields } from './record-job.ts';
import { writeRun } from './runs.ts';
import { SOPS } from './sops/all-sops.ts';
import { shiftDay } from './work-days.ts';

const MINUTE_MS = 60_000;

/** Work that is under way at the moment the sample is made; ages are working minutes before now. */
export interface OpenJob extends Pick<Job, 'outcome' | 'title' | 'client' | 'reference' | 'sop'> {
  readonly requestedAgo: number;
  readonly startedAgo?: number;
  readonly blocked?: { readonly ago: number; readonly on: BlockedOn; readonly reason: string };
  /** An earlier wait that is over. */
  readonly wasBlocked?: {
    readonly ago: number;
    readonly minutes: number;
    readonly on: BlockedOn;
    readonly reason: string;
  };
  readonly due: 'today' | 'tomorrow' | 'overdue';
  /** Steps of the open run that are answered, and what was answered at some of them. */
  readonly answered?: number;
  readonly given?: Readonly<Record<string, Json>>;
}

/** Open work as it was written down. */
export interface OpenRecord {
  readonly desk: Desk;
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly requestedAtMs: number;
  /** The run that it is done with, and when its latest answer was given at the latest. */
  readonly run: { readonly id: string; readonly answeredByMs: number } | null;
}

export function writeOpenWork(desk: Desk, nowMs: number): readonly OpenRecord[] {
  const random = desk.random.fork('open');
  const written: OpenRecord[] = [];
  for (const job of OPEN_WORK[desk.person.key]) {
    const ago = (minutes: number): number => desk.clock.add(nowMs, -minutes * MINUTE_MS);
    const requestedAtMs = ago(job.requestedAgo);
    const id = deliverableId(monthOf(dayIn(desk.person.zone, requestedAtMs)), desk.newId());
    const plain: Job = { ...job, minutes: 0, waitedMinutes: 0 };
    desk.write(requestedAtMs, 'deliverable', id, {
      ...jobFields(desk, plain),
      requestedAtMs,
      dueAtMs: dueAt(desk, nowMs, job.due),
      zone: desk.person.zone,
    });
    const startedAtMs = job.startedAgo === undefined ? null : ago(job.startedAgo);
    if (startedAtMs !== null) desk.write(startedAtMs, 'deliverable', id, { startedAtMs });
    if (job.wasBlocked) {
      const { on, reason } = job.wasBlocked;
      const fromMs = ago(job.wasBlocked.ago);
      const toMs = ago(job.wasBlocked.ago - job.wasBlocked.minutes);
      const field = `block.${desk.newId()}`;
      desk.write(fromMs, 'deliverable', id, { [field]: { fromMs, toMs: null, on, reason } });
      desk.write(toMs, 'deliverable', id, { [field]: { fromMs, toMs, on, reason } });
    }
    if (job.blocked) {
      const { on, reason } = job.blocked;
      const fromMs = ago(job.blocked.ago);
      const block = { fromMs, toMs: null, on, reason };
      desk.write(fromMs, 'deliverable', id, { [`block.${desk.newId()}`]: block });
    }
    let run: OpenRecord['run'] = null;
    if (job.answered !== undefined && startedAtMs !== null) {
      const steps = SOPS.find(({ key }) => key === job.sop)?.versions.at(-1)?.steps.length ?? 1;
      const endMs = startedAtMs + ((nowMs - startedAtMs) * (steps + 1)) / (job.answered + 2);
      const times = {
        day: shiftDay(desk.days, desk.person.zone, startedAtMs),
        startMs: startedAtMs,
        endMs: Math.min(endMs, startedAtMs + steps * 6 * MINUTE_MS),
        version: SOPS.find(({ key }) => key === job.sop)?.versions.length ?? 1,
        answered: job.answered,
        ...(job.given && { given: job.given }),
      };
      const runId = writeRun(desk, plain, id, times, random);
      if (runId) {
        desk.write(startedAtMs + 1_000, 'deliverable', id, { runId });
        run = { id: runId, answeredByMs: Math.min(times.endMs, nowMs - MINUTE_MS) };
      }
    }
    const { title, reference = '' } = job;
    written.push({ desk, id, title, reference, requestedAtMs, run });
  }
  return written;
}

/** The end of the shift that runs now or comes next, of the one after, or an hour of work ago. */
function dueAt(desk: Desk, nowMs: number, due: OpenJob['due']): number {
  if (due === 'overdue') return desk.clock.add(nowMs, -60 * MINUTE_MS);
  const [current, next] = desk.days.filter(({ endMs }) => endMs > nowMs);
  return (due === 'today' ? current : next)?.endMs ?? desk.clock.add(nowMs, 240 * MINUTE_MS);
}
