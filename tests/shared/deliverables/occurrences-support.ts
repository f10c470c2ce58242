import type { OccurrenceDays } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';

export const ms = (text: string): number => Date.parse(text);
export const NEVER_OFF: OccurrenceDays = { isDayOff: () => false, shiftStart: () => null };

/** A price check every day at nine in Rome, but for what is said otherwise. */
export const recurrence = (part: Partial<Recurrence>): Recurrence => ({
  id: 'r1',
  memberId: 'ana',
  outcomeId: 'uploads',
  title: 'Price check',
  client: '',
  quantity: 1,
  reference: '',
  note: '',
  rule: 'FREQ=DAILY',
  startsOn: '2026-01-01',
  atMinute: 9 * 60,
  zone: 'Europe/Rome',
  dayOff: 'keep',
  calendarId: '',
  endsOn: '',
  endsAfterCount: null,
  dueMinutes: null,
  sinceMs: 0,
  pausedAtMs: null,
  untilMs: null,
  standInForId: '',
  assignedById: '',
  sopId: '',
  catchUp: 'once',
  isDeleted: false,
  ...part,
});
