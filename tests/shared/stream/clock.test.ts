import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOCK_ZERO, type Clock, formatHlc, parseHlc, receive, tick } from '#shared/stream/clock';

const clock = (): fc.Arbitrary<Clock> =>
  fc.record({ ms: fc.nat({ max: 2 ** 47 }), counter: fc.nat({ max: 0xffff }) });
const wall = (): fc.Arbitrary<number> => fc.oneof(fc.nat({ max: 2 ** 47 }), fc.double());

describe('the hybrid logical clock', () => {
  test('a tick is later than what was, whatever the wall clock says', () => {
    fc.assert(
      fc.property(clock(), wall(), (before, nowMs) => {
        fc.pre(!Number.isNaN(nowMs));
        expect(formatHlc(tick(before, nowMs)) > formatHlc(before)).toBe(true);
      }),
    );
  });

  test('a tick follows a wall clock that runs ahead', () => {
    expect(tick({ ms: 5, counter: 7 }, 9)).toEqual({ ms: 9, counter: 0 });
  });

  test('a full counter moves on to the next millisecond', () => {
    expect(tick({ ms: 5, counter: 0xffff }, 0)).toEqual({ ms: 6, counter: 0 });
  });

  test('receiving is commutative, associative, idempotent, and never goes back', () => {
    fc.assert(
      fc.property(clock(), clock(), clock(), (a, b, c) => {
        expect(receive(a, b)).toEqual(receive(b, a));
        expect(receive(receive(a, b), c)).toEqual(receive(a, receive(b, c)));
        expect(receive(a, a)).toEqual(a);
        expect(formatHlc(receive(a, b)) >= formatHlc(a)).toBe(true);
      }),
    );
  });

  test('what is written after reading is later than what was read', () => {
    fc.assert(
      fc.property(clock(), clock(), fc.nat(), (own, seen, nowMs) => {
        expect(formatHlc(tick(receive(own, seen), nowMs)) > formatHlc(seen)).toBe(true);
      }),
    );
  });

  test('text order is time order, and the text reads back', () => {
    fc.assert(
      fc.property(clock(), clock(), (a, b) => {
        const inOrder = a.ms - b.ms || a.counter - b.counter;
        expect(Math.sign(inOrder)).toBe(
          formatHlc(a) < formatHlc(b) ? -1 : formatHlc(a) > formatHlc(b) ? 1 : 0,
        );
        expect(parseHlc(formatHlc(a))).toEqual(a);
      }),
    );
  });

  test.each(['', '0123', 'g'.repeat(16), '0'.repeat(17), 'ABCDEF0123456789'])(
    '%j is no time',
    (text) => {
      expect(parseHlc(text)).toBeNull();
    },
  );

  test('a clock before 1970 or broken reads as zero', () => {
    expect(tick(CLOCK_ZERO, -1e15)).toEqual({ ms: 0, counter: 1 });
  });
});
