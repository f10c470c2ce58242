import fc from 'fast-check';
import { BLOCKED_ON, deliverableFrom } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { termsBook } from '#shared/metrics/terms';
import type { TermsBook, TermsSource } from '#shared/metrics/terms';
import type { Fields } from '#shared/stream/change';

const MINUTE_MS = 60_000;
const FROM_MS = Date.parse('2026-03-23T00:00:00Z');

/** Ana works nights in Manila for Rome, Ben by day in Bogotá. */
export const SOURCE: TermsSource = {
  members: {
    ana: { zone: 'Asia/Manila', calendarId: 'nights' },
    ben: { zone: 'America/Bogota', calendarId: '' },
  },
  outcomes: {
    tickets: {
      calendarId: 'rome',
      slas: [
        { to: 'responded', minutes: 60, fromDay: '0001-01-01' },
        { to: 'started', minutes: 480, fromDay: '0001-01-01' },
        { to: 'completed', minutes: 4_800, fromDay: '0001-01-01' },
        { to: 'completed', minutes: 2_400, fromDay: '2026-03-30' },
      ],
    },
    books: { calendarId: '', slas: [{ to: 'completed', minutes: 960, fromDay: '0001-01-01' }] },
  },
  calendars: {
    nights: [
      {
        fromDay: '0001-01-01',
        timeZone: 'Asia/Manila',
        shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 1_260, toMinute: 1_800 })),
        holidays: [],
      },
    ],
    rome: [
      {
        fromDay: '0001-01-01',
        timeZone: 'Europe/Rome',
        shifts: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_080 })),
        holidays: ['2026-04-06'],
      },
    ],
  },
};

export const TERMS: TermsBook = termsBook(SOURCE);

export const work = (memberId: string, fields: Fields, id = '202603-a'): Deliverable =>
  deliverableFrom({ audience: `m-${memberId}`, type: 'deliverable', id, fields, stamp: '' });

const minute = fc.integer({ min: 0, max: 20 * 1_440 });
const atMs = minute.map((each) => FROM_MS + each * MINUTE_MS);
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });
const micros = fc.integer({ min: 0, max: 9_000_000 }).map((each) => each / 1e6);

/** Deliverables in every state, with times in any order: what faulty programs and people write. */
export const anyWork: fc.Arbitrary<Deliverable> = fc
  .record({
    memberId: fc.constantFrom('ana', 'ben'),
    id: fc.uuid(),
    fields: fc.record({
      outcomeId: fc.constantFrom('tickets', 'books', 'nobody knows'),
      requestedAtMs: maybe(atMs),
      respondedAtMs: maybe(atMs),
      startedAtMs: maybe(atMs),
      completedAtMs: maybe(atMs),
      returnedAtMs: maybe(atMs),
      acceptedAtMs: maybe(atMs),
      quantity: micros,
      errors: maybe(micros),
      valueMinor: maybe(fc.integer({ min: -1e6, max: 1e6 })),
      costMinor: maybe(fc.nat({ max: 1e6 })),
      score: maybe(micros),
      partCount: maybe(fc.nat({ max: 9 })),
      wholeCount: maybe(fc.nat({ max: 9 })),
      reopenedCount: fc.nat({ max: 2 }),
      deleted: fc.boolean(),
      day: fc.constantFrom('2026-03-23', '2026-03-24', '2026-04-01'),
      clientDay: maybe(fc.constantFrom('2026-03-23', '2026-03-24')),
    }),
    blocks: fc.array(
      fc.record({ fromMs: atMs, toMs: maybe(atMs), on: fc.constantFrom(...BLOCKED_ON) }),
      { maxLength: 3 },
    ),
  })
  .map(({ memberId, id, fields, blocks }) =>
    work(
      memberId,
      { ...fields, ...Object.fromEntries(blocks.map((block, at) => [`block.${at}`, block])) },
      id,
    ),
  );
