import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogVocabulary } from '#shared/deliverables/log-line';
import { parseLogLine } from '#shared/deliverables/log-line';
import { writeLogLine } from '#shared/deliverables/log-line-text';
import { cpuMsOf } from '../../cpu-time.ts';

const names = ['Product uploads', 'Customer replies', 'Bank matching', 'Weekly research'];
const units = ['listings', 'tickets', 'transactions', 'reports'];
const vocabulary: LogVocabulary = {
  outcomes: names.map((name, at) => ({ id: `o${at}`, name, unit: units[at] ?? 'items' })),
  clients: ['Acme Ltd', 'Birch'],
  people: [],
  currency: 'USD',
};

const piece = fc.oneof(
  fc.constantFrom(
    ...names,
    ...units,
    ...'for on , ; - note: 12 $4 #a @Acme no errors "'.split(' '),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const typedLine = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('any typed line', () => {
  it('is read without failing, and its tokens cover it in order', () => {
    fc.assert(
      fc.property(fc.oneof(typedLine, fc.string({ unit: 'binary', maxLength: 1500 })), (text) => {
        const { tokens, problems } = parseLogLine(text, vocabulary);
        let at = 0;
        for (const token of tokens) {
          expect(token.start).toBe(at);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(at).toBe(text.length);
        for (const { start, end } of problems) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word: each is taken for something or stays in the note', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('zorb', 'qux', 'flim'), { maxLength: 20 }), (words) => {
        const { note } = parseLogLine(`5 listings, ${words.join(' ')}`, vocabulary);
        expect(note).toBe(words.join(' '));
      }),
    );
  });
});

describe('a line written from an entry', () => {
  const entry = fc.record({
    outcomeId: fc.constantFrom('o0', 'o1', 'o2', 'o3'),
    quantity: fc.integer({ min: 1, max: 100_000 }),
    errors: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
    valueMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null }),
    reference: fc.constantFrom('', '#88', 'AB-12', 'https://shop.example/x'),
    client: fc.constantFrom('', 'Acme Ltd', 'Birch', 'Someone New'),
    note: fc
      .array(fc.constantFrom('2 errors', 'late,', 'for', 'Product', '@x', '$5', 'photos'), {
        maxLength: 6,
      })
      .map((words) => words.join(' ').replace(/,$/, '')),
  });

  it('reads back as the same entry', () => {
    fc.assert(
      fc.property(entry, (written) => {
        const line = parseLogLine(writeLogLine(written, vocabulary), vocabulary);
        const { outcomeId, quantity, errors, valueMinor, reference, client, note } = line;
        expect({ outcomeId, quantity, errors, valueMinor, reference, client, note }).toEqual(
          written,
        );
        expect(line.problems.filter(({ isBlocking }) => isBlocking)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('64 KiB of adversarial text', () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    id: `x${at}`,
    name: `Listing uploads of region ${at}`,
    unit: 'listings',
  }));
  const large = { ...vocabulary, outcomes: many };
  const size = 64 * 1024;
  const fill = (text: string): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);

  it.each(
    [
      'a',
      ' ',
      'l ',
      'listing ',
      'listings uploads ',
      ',',
      '1,',
      '1,111',
      '$1',
      '@',
      '@"',
      '#',
      ':',
      '"',
      '(',
      ')',
      '1 error ',
      'for ',
      'é',
      '👩‍👩‍👧',
      'https://',
      '-',
      '\n',
    ].map((text) => [JSON.stringify(text), fill(text)] as const),
  )('of %s is read in under 50 ms', (_, text) => {
    parseLogLine(text, large);
    // The best of five: a collection of garbage is nobody's reading.
    const times = Array.from({ length: 5 }, () => cpuMsOf(() => parseLogLine(text, large)));
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
