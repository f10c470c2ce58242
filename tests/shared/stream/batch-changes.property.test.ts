import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { readChanges, VerifiedChanges } from '#shared/stream/batch-changes';
import { chainedHash, changeLine } from '#shared/stream/chain';
import { type Change, type Fields, GENESIS_HASH } from '#shared/stream/change';
import { hashText } from '../../../electron/sync/batch-tools.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const HEADER = { first: 1, prevChain: GENESIS_HASH };

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('","h":"', '\\', '\u2028', 'é', '😀', '\u007f', '\t', '"}'),
);
const values: fc.Arbitrary<Json> = fc.oneof(
  texts,
  fc.integer(),
  fc.maxSafeInteger(),
  // JSON writes −0 as 0.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 2 }),
);
const names = fc.constantFrom('title', 'note', 'quantity', 'day', 'a_b', 'é');
const manyFields = fc.array(fc.dictionary(names, values, { minKeys: 1, maxKeys: 4 }), {
  minLength: 1,
  maxLength: 12,
});

/** A chain of changes as a device writes it. */
function chained(all: readonly Fields[]): Change[] {
  let previousH = GENESIS_HASH;
  return all.map((fields, at) => {
    const change = {
      seq: at + 1,
      hlc: '01a206419bbb0014',
      type: 'deliverable',
      id: `x${at}`,
      fields,
    };
    previousH = chainedHash(hashText, previousH, change);
    return { ...change, h: previousH };
  });
}

function read(lines: readonly string[]): VerifiedChanges {
  const changes = readChanges(lines, HEADER, hashText);
  if (typeof changes === 'string') throw new Error(changes);
  return changes;
}

describe('changes of which most are alike', () => {
  test('are read as what was written, whatever they say', () => {
    fc.assert(
      fc.property(manyFields, (all) => {
        // Twice: what was learnt of the first is used for the second.
        const written = chained([...all, ...all]);
        const changes = read(written.map(changeLine));
        expect(changes.all()).toEqual(written);
        expect(changes.heads).toMatchObject(
          written.map(({ seq, hlc, type, id, h }) => ({ seq, hlc, type, id, h })),
        );
        expect(changes.at(-1)).toEqual(written.at(-1));
      }),
      { numRuns: 500 },
    );
  });

  test('a letter changed anywhere is a break in the chain', () => {
    const written = chained(
      Array.from({ length: 4 }, (_, at) => ({ title: `entry ${at}`, n: at })),
    );
    const lines = written.map(changeLine);
    const last = lines.at(-1) ?? '';
    expect(read(lines).all()).toHaveLength(4);
    fc.assert(
      fc.property(
        fc.nat({ max: last.length - 1 }),
        fc.constantFrom('0', 'x', '"', ' ', ''),
        (at, by) => {
          const changed = last.slice(0, at) + by + last.slice(at + 1);
          fc.pre(changed !== last);
          expect(readChanges([...lines.slice(0, -1), changed], HEADER, hashText)).toBe(
            'batch-damaged',
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('another spelling of the same is held to what the chain says of the one', () => {
    const written = chained([
      { n: 1, title: 'a' },
      { n: 1, title: 'b' },
    ]);
    const [first = '', second = ''] = written.map(changeLine);
    for (const [from, to] of [
      ['{"n":1,"title":"b"}', '{"title":"b","n":1}'],
      ['{"n":1,"title":"b"}', '{ "n":1,"title":"b"}'],
      ['"title":"b"', String.raw`"title":"\u0062"`],
      ['"n":1', '"n":1.0'],
    ] as const) {
      const spelled = second.replace(from, to);
      expect(spelled).not.toBe(second);
      expect(read([first, spelled]).all()).toEqual(written);
    }
  });

  test.each([
    ['a zero with a sign', '"n":1', '"n":-0'],
    ['a zero before a number', '"n":1', '"n":01'],
    ['a name twice', '"n":1', '"n":1,"n":1'],
    ['a control character', '"title":"b"', '"title":"b\u0001"'],
  ])('%s is never what was hashed', (_name, from, to) => {
    const written = chained([
      { n: 1, title: 'a' },
      { n: 1, title: 'b' },
    ]);
    const [first = '', second = ''] = written.map(changeLine);
    // Its hash is made of just these letters, as somebody who forges it would.
    const bare = second.replace(/"h":"[0-9a-f]{64}",/, '').replace(from, to);
    const h = hashText((written[0]?.h ?? '') + bare);
    const forged = bare.replace(',"hlc":', `,"h":"${h}","hlc":`);
    expect(readChanges([first, forged], HEADER, hashText)).toBe('batch-damaged');
  });
});

describe('lines written to be slow', () => {
  const fieldsOf = (names: number, last = 'z'): Fields =>
    Object.fromEntries([
      ...Array.from({ length: names }, (_, at) => [nameOf(at), at]),
      [`zz${last}`, 0],
    ]) as Fields;
  const nameOf = (at: number): string =>
    [676, 26, 1].map((by) => String.fromCodePoint(97 + (Math.floor(at / by) % 26))).join('');
  const msOf = (lines: readonly string[]): number =>
    Math.min(...[1, 2, 3].map(() => cpuMsOf(() => read(lines))));

  test('thousands of names are read as any others', () => {
    const written = chained([fieldsOf(3_500), fieldsOf(3_500)]);
    expect(read(written.map(changeLine)).all()).toEqual(written);
  });

  test.each([
    [
      'of a shape like many, and yet of none',
      (at: number) => fieldsOf(60, at < 16 ? nameOf(at) : 'a_'),
    ],
    ['of many shapes in turn', (at: number) => fieldsOf(60, nameOf(at % 16))],
  ])('%s: at most twice as long as lines that nobody could know', (_name, fieldsAt) => {
    const count = 1_500;
    const lines = (at: (place: number) => Fields): string[] =>
      chained(Array.from({ length: count }, (_, place) => at(place))).map(changeLine);
    // Of a name with a line below it no shape is learnt.
    const unknown = msOf(lines(() => fieldsOf(60, 'a_')));
    expect(msOf(lines(fieldsAt))).toBeLessThan(2 * unknown);
  });
});
