import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDayKey } from '#shared/day';

test('a text is a day exactly where the calendar has it', () => {
  const part = (max: number, width: number) =>
    fc.nat({ max }).map((each) => String(each).padStart(width, '0'));
  fc.assert(
    fc.property(part(9_999, 4), part(14, 2), part(33, 2), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const date = new Date(`${text}T00:00:00Z`);
      const isOnCalendar = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(isDayKey(text)).toBe(isOnCalendar);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['', '2026-1-01', '2026-01-01T00', ' 2026-01-01', '２０２６-01-01', '2026-01-01\n'])(
  'is no day: %j',
  (text) => {
    expect(isDayKey(text)).toBe(false);
  },
);
