import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';
import { parseLogLines } from '#shared/deliverables/log-line-several';

const vocabulary: LogVocabulary = {
  outcomes: [
    { id: 'uploads', name: 'Product uploads', unit: 'listings' },
    { id: 'replies', name: 'Customer replies', unit: 'tickets' },
    { id: 'books', name: 'Bank matching', unit: 'transactions' },
  ],
  clients: ['Acme Ltd'],
  people: [],
  currency: 'USD',
};
const read = (text: string) =>
  parseLogLines(text, vocabulary).map(({ line: { outcomeId, quantity, errors, note } }) => ({
    outcomeId,
    quantity,
    errors,
    note,
  }));
const plain = { errors: null, note: '' };

describe('a line of several outputs', () => {
  it.each([
    '12 listings and 4 tickets',
    '12 listings & 4 tickets',
    '12 listings, 4 tickets',
    '12 listings, and 4 tickets',
    '12 listings and 4 replies',
    '12 listings for Product uploads and 4 tickets',
  ])('is each of them in "%s"', (text) => {
    expect(read(text)).toEqual([
      { ...plain, outcomeId: 'uploads', quantity: 12 },
      { ...plain, outcomeId: 'replies', quantity: 4 },
    ]);
  });

  it('keeps the details with the output that they follow', () => {
    expect(
      read('12 listings, 1 error, late photos, 4 tickets, no errors and 9 transactions'),
    ).toEqual([
      { outcomeId: 'uploads', quantity: 12, errors: 1, note: 'late photos' },
      { outcomeId: 'replies', quantity: 4, errors: 0, note: '' },
      { ...plain, outcomeId: 'books', quantity: 9 },
    ]);
  });

  it('was all made yesterday where it says so once', () => {
    const lines = parseLogLines('12 listings and 4 tickets, yesterday', vocabulary);
    expect(lines.map(({ line }) => line.dayOffset)).toEqual([-1, -1]);
  });

  it('says which of them something is wrong with', () => {
    const text = '12 listings and 0 tickets';
    const [first, second] = parseLogLines(text, vocabulary);
    expect(first?.line.problems).toEqual([]);
    expect(second?.line.problems).toMatchObject([{ code: 'quantity-zero' }]);
    expect(second).toMatchObject({ start: 16, text: '0 tickets' });
  });

  it.each([
    '12 listings',
    '12 listings, 3 listings with video',
    '12 listings, 2 errors',
    '12 listings, called about order 4512',
    '12 listings, note: and 4 tickets',
    'started 12 listings and 4 tickets',
    '12 listings and lunch',
    '',
  ])('is one line in "%s"', (text) => {
    expect(parseLogLines(text, vocabulary)).toEqual([
      { start: 0, text, line: parseLogLine(text, vocabulary) },
    ]);
  });

  it('takes its stretches from the text in order, to its end, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'12 4 listings tickets and , & note: no errors late'.split(' '),
    );
    const typed = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(typed, (text) => {
        let at = 0;
        for (const output of parseLogLines(text, vocabulary)) {
          expect(output.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(output.start, output.start + output.text.length)).toBe(output.text);
          at = output.start + output.text.length;
        }
        expect(at).toBe(text.length);
      }),
    );
  });
});
