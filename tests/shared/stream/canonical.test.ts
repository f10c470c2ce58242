import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import {
  canonicalJson,
  jsonFault,
  jsonFaultInPlain,
  mayHoldSurrogates,
} from '#shared/stream/canonical';

const parse = (text: string): Json => JSON.parse(text) as Json;

function numberFromBits(hex: string): number {
  return new DataView(Uint8Array.from(Buffer.from(hex, 'hex')).buffer).getFloat64(0);
}

describe('RFC 8785', () => {
  test('the example of section 3.2.2', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('the sorting example of section 3.2.3: by UTF-16 code units', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const values = [...canonicalJson(parse(input)).matchAll(/:"([^"]*)"/g)].map(([, each]) => each);
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: %s is %s', (bits, text) => {
    expect(canonicalJson(numberFromBits(bits))).toBe(text);
  });

  test.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'appendix B: %s has no form',
    (bits) => {
      expect(jsonFault(numberFromBits(bits), 1)).toBe('not-finite');
    },
  );

  test('keys that look like indexes are sorted as text, though an engine keeps them by number', () => {
    expect(canonicalJson({ 10: 'a', 9: 'b', a: { 2: 0, 11: 0 } })).toBe(
      '{"10":"a","9":"b","a":{"11":0,"2":0}}',
    );
  });

  test('the form does not depend on the order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = parse(JSON.stringify(value));
        const text = canonicalJson(json);
        expect(parse(text)).toEqual(json);
        expect(canonicalJson(reversed(json))).toBe(text);
      }),
    );
  });
});

function reversed(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each: Json) => reversed(each));
  const entries = Object.entries(value as Record<string, Json>).toReversed();
  return Object.fromEntries(entries.map(([key, each]) => [key, reversed(each)]));
}

describe('faults', () => {
  test.each(['__proto__', 'constructor', 'prototype'])(
    'the key %s is refused at any depth',
    (key) => {
      expect(jsonFault(parse(`{"a":[{"${key}":1}]}`), 16)).toBe('forbidden-key');
    },
  );

  test('nesting is counted, not followed to its end', () => {
    const nested = (levels: number): Json => parse('['.repeat(levels) + ']'.repeat(levels));
    expect(jsonFault(nested(16), 16)).toBeNull();
    expect(jsonFault(nested(17), 16)).toBe('too-deep');
    expect(jsonFault(nested(100_000), 16)).toBe('too-deep');
  });

  test('half a surrogate pair has no UTF-8', () => {
    expect(jsonFault('\ud83d', 1)).toBe('lone-surrogate');
    expect(jsonFault({ '\udc00': 1 }, 1)).toBe('lone-surrogate');
    expect(jsonFault('\ud83d\ude00', 1)).toBeNull();
  });

  test('what JSON cannot carry is named', () => {
    expect(jsonFault({ a: undefined }, 2)).toBe('not-json');
    expect(jsonFault(1n, 1)).toBe('not-json');
  });
});

test('a text without surrogates needs no look at its strings: the fault is the same', () => {
  const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'prototype'));
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\udc00a', '😀'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.double(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map(Object.fromEntries),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      const written = JSON.stringify(given);
      const read = parse(written);
      const fault = jsonFault(read, 3);
      if (fault === 'lone-surrogate') expect(mayHoldSurrogates(written)).toBe(true);
      if (!mayHoldSurrogates(written)) expect(jsonFaultInPlain(read, 3)).toBe(fault);
    }),
  );
});
