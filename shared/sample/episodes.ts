import { deliverableId } from '../ids.ts';
import { monthOf } from '../day.ts';
import type { Desk, Done, Job } from './desk.ts';
import { jobFields } from './record-job.ts';
import type { Story } from './story.ts';

const MINUTE_MS = 60_000;

/** The storm: one sheet is cut off in the morning, stands for two days, and is finished after it. */
export function writeOutage(desk: Desk, story: Story): void {
  const day = desk.days.find((each) => each.day === story.outageDay);
  const back = desk.days.find((each) => each.day > story.darkDay);
  if (!day || !back) return;
  const cutMs = desk.clock.add(day.startMs, 95 * MINUTE_MS);
  writeWait(desk, {
    job: uploads('Wool throws and blankets, sheet 2', 'larkspur', 'LH-SHEET-331', 11),
    startedAtMs: desk.clock.add(day.startMs, 60 * MINUTE_MS),
    blockedFromMs: cutMs,
    blockedToMs: back.startMs,
    on: 'system',
    reason: 'Storm: no power since this morning, mobile network down as well.',
    completedAtMs: desk.clock.add(back.startMs, 55 * MINUTE_MS),
    completedOn: back.day,
    note: 'Finished after two days without power.',
  });
}

/** Quillhaven's covers: three sheets wait for photographs, and are finished one after the other. */
export function writeMissingPhotos(desk: Desk, story: Story): void {
  const from = desk.days.findIndex(({ day }) => day >= story.photosMissingFrom);
  const to = desk.days.findIndex(({ day }) => day >= story.photosArriveOn);
  const sheets = [
    uploads('Dotted journals, new covers, sheet 1', 'quillhaven', 'QP-SHEET-441', 14),
    uploads('Dotted journals, new covers, sheet 2', 'quillhaven', 'QP-SHEET-442', 16),
    uploads('Planner year set, sheet 1', 'quillhaven', 'QP-SHEET-445', 12),
  ];
  for (const [index, job] of sheets.entries()) {
    const begun = desk.days[from + index];
    const finished = desk.days[to + Math.ceil(index / 2)];
    if (!begun || !finished) continue;
    const startedAtMs = desk.clock.add(begun.startMs, (30 + index * 45) * MINUTE_MS);
    writeWait(desk, {
      job,
      startedAtMs,
      blockedFromMs: desk.clock.add(startedAtMs, 25 * MINUTE_MS),
      blockedToMs: desk.clock.add(finished.startMs, (15 + index * 10) * MINUTE_MS),
      on: 'client',
      reason: 'Quillhaven has not sent the photographs of the new covers.',
      completedAtMs: desk.clock.add(finished.startMs, (110 + index * 75) * MINUTE_MS),
      completedOn: finished.day,
      note: 'Photographs came in one parcel for all three sheets.',
    });
  }
}

const uploads = (
  title: string,
  client: 'larkspur' | 'quillhaven',
  reference: string,
  quantity: number,
): Job => ({
  outcome: 'uploads',
  title,
  client,
  reference,
  quantity,
  errors: 0,
  minutes: 0,
  waitedMinutes: 180,
});

interface Wait {
  readonly job: Job;
  readonly startedAtMs: number;
  readonly blockedFromMs: number;
  readonly blockedToMs: number;
  readonly on: 'system' | 'client';
  readonly reason: string;
  readonly completedAtMs: number;
  readonly completedOn: string;
  readonly note: string;
}

function writeWait(desk: Desk, wait: Wait): Done {
  const { job, startedAtMs, on, reason } = wait;
  const requestedAtMs = desk.clock.add(startedAtMs, -(job.waitedMinutes ?? 0) * MINUTE_MS);
  const id = deliverableId(monthOf(wait.completedOn), desk.newId());
  const block = `block.${desk.newId()}`;
  const fromMs = wait.blockedFromMs;
  desk.write(startedAtMs, 'deliverable', id, {
    ...jobFields(desk, job),
    requestedAtMs,
    startedAtMs,
  });
  desk.write(fromMs, 'deliverable', id, { [block]: { fromMs, toMs: null, on, reason } });
  desk.write(wait.blockedToMs, 'deliverable', id, {
    [block]: { fromMs, toMs: wait.blockedToMs, on, reason },
  });
  desk.write(wait.completedAtMs, 'deliverable', id, {
    completedAtMs: wait.completedAtMs,
    day: wait.completedOn,
    zone: desk.person.zone,
    quantity: job.quantity ?? 1,
    errors: 0,
    note: wait.note,
  });
  return { job, id, completedAtMs: wait.completedAtMs };
}
