import { addDays, dayIn } from '../day.ts';
import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';

/** Ids of the sample's cadences, by which its check-ins and reviews are found. */
export const SAMPLE_CADENCES = {
  checkIn: 'sample-check-in',
  weekly: 'sample-weekly',
  monthly: 'sample-monthly',
} as const;

/** When check-ins are asked for, by each member's own clock. */
export const CHECK_IN_MINUTE = 9 * 60;

/** So long ago the team began to meet regularly. */
const SINCE_DAYS = 29;

export const cadenceStart = (zone: string, nowMs: number): DayKey =>
  addDays(dayIn(zone, nowMs), -SINCE_DAYS);

interface CadenceSource {
  readonly managerId: string;
  readonly managerZone: string;
  readonly nowMs: number;
  /** Writes as the manager to the team. */
  readonly write: (atMs: number, type: string, id: string, fields: Record<string, Json>) => void;
}

/** The daily check-in, the weekly review on Mondays and the monthly one, since four weeks. */
export function writeCadences({ managerId, managerZone, nowMs, write }: CadenceSource): void {
  const fromDay = cadenceStart(managerZone, nowMs);
  const atMs = Date.parse(`${addDays(fromDay, -2)}T12:00:00Z`);
  const shared = { ownerId: managerId, timeZone: managerZone, memberIds: [], fromDay };
  write(atMs, 'cadence', SAMPLE_CADENCES.checkIn, {
    ...shared,
    kind: 'checkIn',
    name: 'Daily check-in',
    minuteOfDay: CHECK_IN_MINUTE,
  });
  write(atMs, 'cadence', SAMPLE_CADENCES.weekly, {
    ...shared,
    kind: 'weekly',
    name: 'Output and priorities',
    minuteOfDay: 10 * 60,
    weekday: 1,
  });
  write(atMs, 'cadence', SAMPLE_CADENCES.monthly, {
    ...shared,
    kind: 'monthly',
    name: 'Performance and improvement',
    minuteOfDay: 15 * 60,
    dayOfMonth: 3,
  });
}
