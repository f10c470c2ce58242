import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDecimal, readNumber } from '#shared/imports/read-number';
import { readWaits } from '#shared/imports/read-waits';
import { sha256Hex } from '#shared/imports/sha256';
import { createHash } from 'node:crypto';

describe('numbers as people write them', () => {
  it.each([
    ['12', '.', 12],
    ['1,204', '.', 1204],
    ['1,204.5', '.', 1204.5],
    ['1.204,5', ',', 1204.5],
    ["1'204.50", '.', 1204.5],
    ['1 204,50', ',', 1204.5],
    ['12,34,567', '.', 1234567],
    ['$12.50', '.', 12.5],
    ['-$12.50', '.', -12.5],
    ['(12.50)', '.', -12.5],
    ['€ 12,50', ',', 12.5],
    ['12.50 €', '.', 12.5],
    ['USD 3', '.', 3],
    ['R$ 1.234,56', ',', 1234.56],
    ['\u22125', '.', -5],
    ['.5', '.', 0.5],
  ] as const)('%s', (text, decimal, value) => {
    expect(readNumber(text, decimal)).toBe(value);
  });

  it.each([
    '',
    'x',
    '12 %',
    '1,2',
    '1.2.3',
    '12a',
    '--5',
    '1e5',
    'Infinity',
    '0x10',
    '5-',
    '1,,000',
  ])('%s is none', (text) => {
    expect(readNumber(text, '.')).toBeNull();
  });

  it('finds the decimal mark of a column', () => {
    expect(detectDecimal(['1,5', '12'])).toBe(',');
    expect(detectDecimal(['1.234,56'])).toBe(',');
    expect(detectDecimal(['1,234', '5,678'])).toBe('.');
    expect(detectDecimal(['1,234.56'])).toBe('.');
    expect(detectDecimal([])).toBe('.');
  });

  it('reads back what was written in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        const value = cents / 100;
        expect(readNumber(value.toLocaleString('en-US'), '.')).toBeCloseTo(value, 6);
        expect(readNumber(value.toLocaleString('de-DE'), ',')).toBeCloseTo(value, 6);
      }),
    );
  });
});

describe('waits', () => {
  const read = (text: string) =>
    readWaits(text, (each) => {
      const ms = Date.parse(each);
      return Number.isNaN(ms) ? null : ms;
    });
  const ms = Date.parse;

  it('reads stretches with their ends, the last of which may be open', () => {
    expect(read('2024-05-01T10:00Z/2024-05-01T11:00Z; 2024-05-02T10:00Z/')).toEqual([
      { fromMs: ms('2024-05-01T10:00Z'), toMs: ms('2024-05-01T11:00Z') },
      { fromMs: ms('2024-05-02T10:00Z'), toMs: null },
    ]);
    expect(read('')).toEqual([]);
    expect(read('2024-05-01T10:00Z → 2024-05-01T11:00Z')).toHaveLength(1);
    expect(read('2024-05-01T10:00Z to 2024-05-01T11:00Z\n2024-05-03T10:00Z to')).toBeNull();
  });

  it('is none where an end is before its start or a part is unreadable', () => {
    expect(read('2024-05-02T10:00Z/2024-05-01T10:00Z')).toBeNull();
    expect(read('2024-05-02T10:00Z/soon')).toBeNull();
    expect(read('5 days')).toBeNull();
  });

  it('keeps the longer of two stretches from one moment', () => {
    expect(read('2024-05-01T10:00Z/2024-05-01T11:00Z;2024-05-01T10:00Z/2024-05-01T12:00Z')).toEqual(
      [{ fromMs: ms('2024-05-01T10:00Z'), toMs: ms('2024-05-01T12:00Z') }],
    );
  });
});

it('hashes as SHA-256 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
    { numRuns: 500 },
  );
  for (const length of [0, 55, 56, 63, 64, 65, 1_000_000]) {
    const text = 'a'.repeat(length);
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'));
  }
});
