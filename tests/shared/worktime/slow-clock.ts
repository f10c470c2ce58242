import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../shared/plan/calendar.ts';

interface ShiftSpan {
  /** The calendar's own date that the shift is of. */
  readonly date: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The obvious implementation that the real clock is held against: every shift of every day as an
 * instant range by Temporal, and a look at each minute. Knows nothing of patterns or segments.
 */
export function slowBetween(calendar: Calendar, fromMs: number, toMs: number): number {
  const spans = shiftSpans(calendar, fromMs, toMs);
  let minutes = 0;
  for (let atMs = fromMs; atMs < toMs; atMs += 60_000) {
    if (spans.some((span) => span.fromMs <= atMs && atMs < span.toMs)) minutes++;
  }
  return minutes * 60_000;
}

/** Every shift of every date around the instants, holidays and other versions left out. */
export function shiftSpans(calendar: Calendar, fromMs: number, toMs: number): ShiftSpan[] {
  const spans: ShiftSpan[] = [];
  calendar.versions.forEach((version, index) => {
    const until = calendar.versions[index + 1]?.fromDay ?? '9999-12-31';
    let date = Temporal.Instant.fromEpochMilliseconds(fromMs)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .subtract({ days: 4 });
    const last = Temporal.Instant.fromEpochMilliseconds(toMs)
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days: 4 });
    for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      const day = date.toString();
      if (day < version.fromDay || day >= until || version.holidays.includes(day)) continue;
      for (const shift of version.shifts.filter((each) => each.weekday === date.dayOfWeek)) {
        const at = (minute: number): number =>
          date
            .toPlainDateTime({ hour: 0 })
            .add({ minutes: minute })
            .toZonedDateTime(version.timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
        spans.push({ date: day, fromMs: at(shift.fromMinute), toMs: at(shift.toMinute) });
      }
    }
  });
  return spans;
}
