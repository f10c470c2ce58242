import { Temporal } from 'temporal-polyfill';
import type { DayKey } from '../../../shared/day.ts';
import type { Calendar } from '../../../shared/plan/calendar.ts';
import { shiftSpans } from './slow-clock.ts';

const HOUR_MS = 3_600_000;

/**
 * The obvious reading that the real work days are held against: from one instant alone, find the last
 * shift that has begun and ask whether it ran past midnight and whether the halfway is still ahead.
 */
export function slowDayAt(calendar: Calendar, zone: string, atMs: number): DayKey {
  const zoned = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  const shifts = shiftSpans(calendar, atMs - 60 * HOUR_MS, atMs + 60 * HOUR_MS);
  const last = wholeShifts(shifts).findLast((shift) => shift.fromMs <= atMs);
  if (!last) return zoned.toPlainDate().toString();
  const dateOf = (ms: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  const began = dateOf(last.fromMs);
  const ended = dateOf(last.toMs - 1);
  if (Temporal.PlainDate.compare(began, ended) === 0) return zoned.toPlainDate().toString();
  if (atMs < last.toMs) return began.toString();
  const midnightMs = ended.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const nextMs = shifts.map(({ fromMs }) => fromMs).filter((fromMs) => fromMs >= last.toMs);
  const halfwayMs = (last.toMs + Math.min(midnightMs, ...nextMs)) / 2;
  return (atMs < halfwayMs ? began : zoned.toPlainDate()).toString();
}

/** Hours of one date of the calendar no more than four hours apart are one shift with a break. */
function wholeShifts(shifts: ReturnType<typeof shiftSpans>): ReturnType<typeof shiftSpans> {
  const sorted = shifts.toSorted((a, b) => a.fromMs - b.fromMs);
  const whole: (typeof sorted)[number][] = [];
  for (const shift of sorted) {
    const at = whole.findIndex(
      (held) => held.date === shift.date && shift.fromMs - held.toMs <= 4 * HOUR_MS,
    );
    const held = whole[at];
    if (held) whole[at] = { ...held, toMs: shift.toMs };
    else whole.push(shift);
  }
  return whole;
}
