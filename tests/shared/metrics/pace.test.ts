import { describe, expect, test } from 'vitest';
import { paceOf } from '#shared/metrics/pace';

describe('the pace', () => {
  test.each([
    { value: 60, target: 60, expected: 40, pace: 'done' },
    { value: 36, target: 60, expected: 40, pace: 'on' },
    { value: 35, target: 60, expected: 40, pace: 'behind' },
    { value: 0, target: 60, expected: 0, pace: 'on' },
    { value: 5, target: 60, expected: undefined, pace: 'on' },
    { value: 3, target: 0, expected: 0, pace: 'on' },
  ] as const)(
    '$value of $target with $expected expected is $pace',
    ({ value, target, expected, pace }) => {
      expect(paceOf(value, target, expected)).toBe(pace);
    },
  );
});
