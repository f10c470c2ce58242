import { describe, expect, test } from 'vitest';
import { homeOf, isViewOf, viewOfDigit, viewsOf } from '../../../renderer/app/navigation.ts';

describe('the views of a seat', () => {
  test('begin at Today for an assistant and at Overview for a manager', () => {
    expect(homeOf('assistant')).toBe('today');
    expect(homeOf('manager')).toBe('overview');
  });

  test('an assistant has none of the manager’s own', () => {
    const own = ['overview', 'insights', 'quality', 'outcomes', 'sops', 'team'] as const;
    for (const view of own) {
      expect(isViewOf('assistant', view)).toBe(false);
      expect(isViewOf('manager', view)).toBe(true);
    }
  });

  test('both have check-ins and reviews', () => {
    for (const view of ['check-in', 'reviews'] as const) {
      expect(isViewOf('assistant', view)).toBe(true);
      expect(isViewOf('manager', view)).toBe(true);
    }
  });

  test('digits follow the navigation, Sync after the last', () => {
    expect(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => viewOfDigit('assistant', true, digit)),
    ).toEqual([
      'today',
      'check-in',
      'work',
      'entries',
      'checklists',
      'wrap-up',
      'reviews',
      'sync',
      undefined,
    ]);
    expect([1, 2, 3, 4, 9].map((digit) => viewOfDigit('manager', false, digit))).toEqual([
      'overview',
      'insights',
      'check-in',
      'reviews',
      'quality',
    ]);
  });

  test('0 is Today for a manager who works too, and nobody else’s', () => {
    expect(viewOfDigit('manager', true, 0)).toBe('today');
    expect(viewOfDigit('manager', false, 0)).toBeUndefined();
    expect(viewOfDigit('assistant', true, 0)).toBeUndefined();
  });

  test('every view of a seat is one that it has', () => {
    for (const seat of ['assistant', 'manager'] as const) {
      expect(viewsOf(seat).every((view) => isViewOf(seat, view))).toBe(true);
    }
  });
});
