import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  VIEWS,
  currentRoute,
  go,
  goBack,
  parseRoute,
  resetRoute,
  routeText,
} from '../../../renderer/state/route.ts';

beforeEach(() => resetRoute({ view: 'today', params: {} }));

describe('moving', () => {
  test('goes to a view with its filters and back again', () => {
    go('overview');
    go('entries', { memberId: 'ana', from: '2026-11-02' });
    expect(currentRoute()).toEqual({
      view: 'entries',
      params: { memberId: 'ana', from: '2026-11-02' },
    });
    goBack();
    expect(currentRoute().view).toBe('overview');
    goBack();
    goBack();
    expect(currentRoute().view).toBe('today');
  });

  test('going where one is leaves no step behind', () => {
    go('today');
    go('today', {});
    goBack();
    expect(currentRoute().view).toBe('today');
  });

  test('another seat has another past', () => {
    go('team');
    resetRoute({ view: 'today', params: {} });
    goBack();
    expect(currentRoute().view).toBe('today');
  });
});

describe('a kept route', () => {
  test('reads back as it was, whatever the filters hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VIEWS),
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
          fc.string(),
        ),
        (view, params) => {
          expect(parseRoute(routeText({ view, params }))).toEqual({ view, params: { ...params } });
        },
      ),
    );
  });

  test.each(['', 'nowhere', 'nowhere?x=1', '?view=today'])(
    '%j is no view of this version',
    (text) => {
      expect(parseRoute(text)).toBeNull();
    },
  );
});
