import { describe, expect, test } from 'vitest';
import { homeOf, isViewOf, viewOfDigit } from '../../../renderer/app/navigation.ts';

describe('the views of a seat', () => {
  test('begin at Today for an assistant and at Overview for a manager', () => {
    expect(homeOf('assistant')).toBe('today');
    expect(homeOf('manager')).toBe('overview');
  });

  test('an assistant has none of the manager’s own', () => {
    for (const view of ['overview', 'outcomes', 'sops', 'team'] as const) {
      expect(isViewOf('assistant', view)).toBe(false);
      expect(isViewOf('manager', view)).toBe(true);
    }
  });

  test('digits follow the navigation, Sync after the last', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((digit) => viewOfDigit('assistant', true, digit))).toEqual([
      'today',
      'work',
      'entries',
      'checklists',
      'wrap-up',
      'sync',
      undefined,
    ]);
  });

  test('a manager who works too reaches Today after the rest', () => {
    expect(viewOfDigit('manager', true, 9)).toBe('today');
    expect(viewOfDigit('manager', false, 9)).toBeUndefined();
  });
});
