import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  groupedJoinCode,
  joinCodeText,
  LOCATOR_PATTERN,
  newJoinCode,
  parseJoinCode,
} from '#shared/join-code';

const codes = fc
  .uint8Array({ minLength: 12, maxLength: 12 })
  .map((bytes) => newJoinCode(() => bytes));

test('a code that is read aloud and typed in any case and spacing is the same code', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('-', ' ', '', ' – '), fc.boolean(), (code, gap, isLower) => {
      const text = joinCodeText(code).replaceAll('-', gap);
      expect(parseJoinCode(isLower ? text.toLowerCase() : ` ${text} `)).toEqual(code);
    }),
  );
});

test('what looks alike is read as what it was', () => {
  expect(parseJoinCode('oO0i-IlL1-2345')).toEqual({ locator: '0001', secret: '11112345' });
});

test('the locator is fit for a name on disk and in an address', () => {
  fc.assert(
    fc.property(codes, ({ locator, secret }) => {
      expect(locator).toMatch(LOCATOR_PATTERN);
      expect(secret).toHaveLength(8);
    }),
  );
});

test.each(['', 'K7P2', 'K7P2-9MXR-4TC', 'K7P2-9MXR-4TCB-0', 'K7P2-9MXR-4TC!', 'U7P2-9MXR-4TCB'])(
  '“%s” is no code',
  (typed) => expect(parseJoinCode(typed)).toBeNull(),
);

test('what is typed is grouped as it comes', () => {
  expect(groupedJoinCode('k7p29')).toBe('K7P2-9');
  expect(groupedJoinCode('k7p2-9mxr4tcb')).toBe('K7P2-9MXR-4TCB');
  expect(groupedJoinCode('outlog://join')).toBeNull();
  expect(groupedJoinCode('k7p2-9mxr-4tcb-1')).toBeNull();
});
