import type { Json } from '../json.ts';
import type { Random } from '../random.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { Desk, Done } from './desk.ts';
import { shiftDay } from './work-days.ts';

const MINUTE_MS = 60_000;

export interface ManagersDesk {
  readonly clock: WorkClock;
  /** Writes an edit of the manager's in a member's audience. */
  readonly write: (atMs: number, desk: Desk, id: string, fields: Record<string, Json>) => void;
}

/** The manager reads what came in during the next morning: some work is accepted, a little goes back. */
export function writeVerdict(manager: ManagersDesk, desk: Desk, done: Done, random: Random): void {
  const { job, id, completedAtMs } = done;
  if (!job.sentBack && !job.isAccepted) return;
  const opensMs = manager.clock.nextOpening(completedAtMs + 15 * MINUTE_MS) ?? completedAtMs;
  const readAtMs = manager.clock.add(opensMs, random.whole(5, 90) * MINUTE_MS);
  if (!job.sentBack) {
    manager.write(readAtMs, desk, id, { acceptedAtMs: readAtMs });
    return;
  }
  manager.write(readAtMs, desk, id, {
    returnedAtMs: readAtMs,
    returnReason: job.sentBack,
    completedAtMs: null,
    reopenedCount: 1,
  });
  const againMs = desk.clock.nextOpening(readAtMs + 5 * MINUTE_MS) ?? readAtMs;
  const redoneAtMs = desk.clock.add(againMs, random.whole(20, 150) * MINUTE_MS);
  desk.write(redoneAtMs, 'deliverable', id, {
    completedAtMs: redoneAtMs,
    day: shiftDay(desk.days, desk.person.zone, redoneAtMs),
  });
}
