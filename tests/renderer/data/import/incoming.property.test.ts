import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { changeLine } from '#shared/stream/chain';
import type { MergedChange } from '../../../../renderer/data/change-source.ts';
import { changeOf, parsedLine, readLines } from '../../../../renderer/data/import/incoming.ts';

const SEQ = 7;
const TAIL = `,"h":"${'0a'.repeat(32)}","hlc":"01a206419bbb0014","id":"a","seq":${SEQ},"type":"deliverable"}`;

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('","h":"', '{"fields":', '\\u2028', '"}', '__proto__', '\t\n'),
);
const values: fc.Arbitrary<Json> = fc.oneof(
  texts,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(texts, { maxLength: 3 }),
  fc.dictionary(texts, texts, { maxKeys: 2 }),
);

/** The line of a change numbered `SEQ`, as whoever keeps to the format writes it. */
const lines = fc
  .record({
    fields: fc.dictionary(texts, values, { maxKeys: 4 }),
    h: fc.constant('0a'.repeat(32)),
    hlc: fc.constant('01a206419bbb0014'),
    id: fc.constantFrom('202611-1jv7c7drzab4cvnz', 'a.b_c-d', ''),
    seq: fc.constantFrom(SEQ, SEQ, SEQ, SEQ + 1),
    type: fc.constantFrom('deliverable', 'somethingNewer', 'no type'),
  })
  .map(changeLine);

function readOne(line: string): MergedChange | null | undefined {
  const [read] = readLines(new TextEncoder().encode(line), SEQ);
  return read?.change;
}

function withoutText(change: MergedChange | null | undefined): unknown {
  if (!change) return change;
  const { fieldsText: _, ...rest } = change;
  return rest;
}

test('a line in canonical form says what it says as JSON, and keeps its fields as they are written', () => {
  fc.assert(
    fc.property(lines, (line) => {
      const change = readOne(line);
      expect(withoutText(change)).toEqual(changeOf(parsedLine(line), SEQ));
      if (!change) return;
      if (change.fieldsText === undefined) return;
      expect(line).toContain(`{"fields":${change.fieldsText},"h":`);
      expect(parsedLine(change.fieldsText)).toEqual(change.fields);
    }),
    { numRuns: 2_000 },
  );
});

test('what is escaped is not kept as it is written', () => {
  const read = (title: string) => readOne(`{"fields":{"title":"${title}"}${TAIL}`);
  expect(read('plain é')?.fieldsText).toBe('{"title":"plain é"}');
  expect(read(String.raw`\u0070lain`)).toMatchObject({ fields: { title: 'plain' } });
  expect(read(String.raw`\u0070lain`)?.fieldsText).toBeUndefined();
});

test('whatever happens to a line, it is never read as something else than its JSON', () => {
  const cuts = fc.nat({ max: 400 });
  fc.assert(
    fc.property(lines, lines, cuts, cuts, texts, (line, other, from, to, between) => {
      // A newline ends a line: what would come of two is not asked here. Nor can bytes hold half a pair.
      const cut = line.slice(0, from) + between + other.slice(to);
      const mixed = new TextDecoder().decode(new TextEncoder().encode(cut)).replaceAll('\n', ' ');
      if (mixed === '') return;
      expect(withoutText(readOne(mixed))).toEqual(changeOf(parsedLine(mixed), SEQ));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['fields twice', `{"fields":{"a":1},"fields":{"b":2}${TAIL}`, { b: 2 }],
  ['white space', `{"fields": {"a" : 1}${TAIL}`, { a: 1 }],
])('%s: the fields are what JSON says', (_name, line, fields) => {
  expect(readOne(line)?.fields).toEqual(fields);
});

test.each([
  ['a key that reaches the prototype', `{"fields":{"__proto__":{"a":1}}${TAIL}`],
  ['a part of an object', `{"fields":{"a":1},"x":{}${TAIL.replace('"type"', '"typo"')}`],
  ['no fields', `{"fields":{}${TAIL}`],
  ['a number that JSON does not have', `{"fields":{"a":1}${TAIL.replace('"seq":', '"seq":0')}`],
  ['nothing in their place', `{"fields":${TAIL}`],
])('%s is no change', (_name, line) => {
  expect(readOne(line)).toBeNull();
});
