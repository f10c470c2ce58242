import { describe, expect, it } from 'vitest';
import { termsBook, termsKey, termsOfMember, termsSource } from '#shared/metrics/terms';
import type { TermsSource } from '#shared/metrics/terms';
import { calendarFrom } from '#shared/plan/calendar';
import type { Fields } from '#shared/stream/change';
import { member, outcome } from './overview-support.ts';
import { SOURCE } from './timed-work.ts';

const HOUR_MS = 3_600_000;
const book = termsBook(SOURCE);
const at = (text: string): number => Date.parse(text);

describe('terms', () => {
  it("take the outcome's calendar, else the member's, else office hours in the member's zone", () => {
    const [from, to] = [at('2026-03-25T00:00:00Z'), at('2026-03-26T00:00:00Z')];
    expect(book.of('ana', 'tickets').clock.between(from, to)).toBe(9 * HOUR_MS);
    // Nights from 13:00 to 22:00 UTC, office hours in Bogotá from 14:00 with a break.
    expect(book.of('ana', 'books').clock.isOpen(at('2026-03-25T21:30:00Z'))).toBe(true);
    expect(book.of('ben', 'books').clock.isOpen(at('2026-03-25T13:30:00Z'))).toBe(false);
    expect(book.of('ben', 'books').clock.isOpen(at('2026-03-25T14:30:00Z'))).toBe(true);
    expect(book.of('ben', 'unknown').clock.between(from, to)).toBe(8 * HOUR_MS);
  });

  it("keep the member's own work days whatever the outcome's calendar", () => {
    const late = at('2026-03-25T20:00:00Z');
    expect(book.of('ana', 'tickets').days.dayAt(late)).toBe('2026-03-25');
    expect(book.of('ben', 'tickets').days.dayAt(at('2026-03-26T04:00:00Z'))).toBe('2026-03-25');
  });

  it("change a promise at midnight in the member's zone", () => {
    const { slasAt } = book.of('ana', 'tickets');
    const allowed = (text: string) =>
      slasAt(at(text)).find(({ to }) => to === 'completed')?.minutes;
    expect(allowed('2026-03-29T15:59:59Z')).toBe(4_800);
    expect(allowed('2026-03-29T16:00:00Z')).toBe(2_400);
    expect(slasAt(0).map(({ to }) => to)).toEqual(['responded', 'started', 'completed']);
  });

  it('are made once, and know no name that every object has', () => {
    expect(book.of('ana', 'tickets')).toBe(book.of('ana', 'tickets'));
    const strange = book.of('constructor', '__proto__');
    expect([strange.zone, strange.slas]).toEqual(['UTC', []]);
  });

  it('come out of a plan, and out of storage, the same', () => {
    const rome = calendarFrom({
      audience: 'team',
      type: 'calendar',
      id: 'rome',
      fields: { name: 'Rome', versions: SOURCE.calendars['rome'] as unknown as Fields[] },
      stamp: '',
    });
    const source = termsSource({
      members: [member('ana', { calendarId: 'nights' })],
      outcomes: [
        outcome('tickets', ['ana'], 0, {
          calendarId: 'rome',
          sla: SOURCE.outcomes['tickets']?.slas as unknown as Fields[],
        }),
        outcome('plain', ['ana'], 0),
      ],
      calendars: [rome],
    });
    expect(Object.keys(source.outcomes)).toEqual(['tickets']);
    const stored = JSON.parse(JSON.stringify(source));
    expect(termsKey(stored, 'ana', 'tickets')).toBe(termsKey(source, 'ana', 'tickets'));
    expect(termsBook(stored).of('ana', 'tickets').slas).toEqual(SOURCE.outcomes['tickets']?.slas);
  });
});

describe('the key of terms', () => {
  const key = (source: TermsSource, outcomeId = 'tickets') => termsKey(source, 'ana', outcomeId);
  const [nights, rome] = [SOURCE.calendars['nights'] ?? [], SOURCE.calendars['rome'] ?? []];

  it('stays while nothing changes that counts', () => {
    const renamed: TermsSource = {
      ...SOURCE,
      members: { ...SOURCE.members, carl: { zone: 'UTC', calendarId: 'rome' } },
      calendars: { ...SOURCE.calendars, other: rome },
    };
    expect(key(renamed)).toBe(key(SOURCE));
    const itsOwn = { calendarId: 'nights', slas: SOURCE.outcomes['books']?.slas ?? [] };
    const named = { ...SOURCE, outcomes: { ...SOURCE.outcomes, books: itsOwn } };
    expect(key(named, 'books')).toBe(key(SOURCE, 'books'));
    const part = termsOfMember(renamed, 'ana');
    expect(Object.keys(part.calendars).toSorted()).toEqual(['nights', 'rome']);
    expect([key(part), key(part, 'books')]).toEqual([key(SOURCE), key(SOURCE, 'books')]);
  });

  it("changes with the zone, either calendar, the promises, and which calendar is the outcome's", () => {
    const tickets = { calendarId: 'rome', slas: SOURCE.outcomes['tickets']?.slas ?? [] };
    const changed: readonly TermsSource[] = [
      { ...SOURCE, members: { ana: { zone: 'Asia/Tokyo', calendarId: 'nights' } } },
      {
        ...SOURCE,
        members: {
          ana: {
            zone: 'Asia/Manila',
            calendarId: 'nights',
            calendarsBefore: [{ calendarId: 'rome', untilDay: '2026-03-01' }],
          },
        },
      },
      {
        ...SOURCE,
        calendars: { rome, nights: nights.map((v) => ({ ...v, holidays: ['2026-04-09'] })) },
      },
      { ...SOURCE, calendars: { nights, rome: rome.map((v) => ({ ...v, holidays: [] })) } },
      { ...SOURCE, outcomes: { tickets: { ...tickets, slas: [] } } },
      { ...SOURCE, outcomes: { tickets: { ...tickets, calendarId: '' } } },
    ];
    expect(new Set([SOURCE, ...changed].map((source) => key(source))).size).toBe(7);
  });
});
