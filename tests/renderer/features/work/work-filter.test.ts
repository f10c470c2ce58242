import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInViews } from '../../../../renderer/features/work/built-in-views.ts';
import type { WorkFilter } from '../../../../renderer/features/work/work-filter.ts';
import {
  FACETS,
  isSameFilter,
  matcherOf,
  partsOf,
  withValue,
  withoutValue,
} from '../../../../renderer/features/work/work-filter.ts';
import { paramsOf, queryOf } from '../../../../renderer/features/work/work-params.ts';
import { parseRoute, routeText } from '../../../../renderer/state/route.ts';
import { REQUESTED, STARTED, blockedOn, itemOf, overdue } from './items.ts';

/** Thursday in Manila, already Thursday there while it is Wednesday in London. */
const DAYS = { zone: 'Asia/Manila', today: '2026-11-19' };

const items = [
  itemOf('lamps', { ...REQUESTED, client: 'Acme, Ltd' }, { pressure: overdue }),
  itemOf('boots', blockedOn('manager'), { memberId: 'ben', memberName: 'Ben Cruz' }),
  itemOf('waits', {
    ...STARTED,
    outcomeId: 'replies',
    assignedById: 'mara',
    note: 'Crème brûlée set',
    'need.x': { memberId: 'ben', title: 'boots', doneAtMs: null },
  }),
  itemOf('tonight', REQUESTED, {
    pressure: {
      risk: 'soon',
      promise: 'due',
      dueAtMs: Date.parse('2026-11-18T17:00:00Z'),
      leftWorkMs: 60_000,
    },
    isUnowned: true,
  }),
];
const found = (filter: WorkFilter) =>
  items.filter(matcherOf(filter, DAYS)).map(({ entry }) => entry.id);

describe('picking work out', () => {
  test.each([
    [{ member: ['ben'] }, ['boots']],
    [{ client: ['Acme, Ltd'] }, ['lamps']],
    [{ outcome: ['replies'] }, ['waits']],
    [{ stage: ['blocked', 'started'] }, ['boots', 'waits']],
    [{ waiting: ['manager'] }, ['boots']],
    [{ waiting: ['work'] }, ['waits']],
    [{ by: ['mara'] }, ['waits']],
    [{ owner: ['none'] }, ['tonight']],
    [{ due: ['overdue'] }, ['lamps']],
    [{ due: ['none'] }, ['boots', 'waits']],
    [{ text: ['creme brulee'] }, ['waits']],
    [{ text: ['cruz'] }, ['boots']],
    [{ text: ['creme', 'lamps'] }, []],
  ] as const)('by one facet: %o', (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });

  test('“today” is the reader’s own day, not UTC’s', () => {
    expect(found({ due: ['today'] })).toEqual(['tonight']);
    expect(found({ due: ['week'] })).toEqual(['tonight']);
  });

  test('values of one facet widen, several facets narrow', () => {
    expect(found({ due: ['overdue', 'today'] })).toEqual(['lamps', 'tonight']);
    expect(found({ due: ['overdue', 'today'], owner: ['none'] })).toEqual(['tonight']);
  });
});

const anyFilter = fc
  .array(fc.tuple(fc.constantFrom(...FACETS), fc.string({ minLength: 1, maxLength: 12 })))
  .map((parts) =>
    parts.reduce<WorkFilter>((filter, [facet, value]) => withValue(filter, facet, value), {}),
  );

describe('a filter as chips and in the route', () => {
  test('comes back from a kept route as it was, whatever its values hold', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const params = paramsOf({ filter, layout: 'list', lanes: null });
        const kept = parseRoute(routeText({ view: 'work', params }));
        expect(queryOf(kept?.params ?? {})).toEqual({ filter, layout: 'list', lanes: null });
      }),
    );
  });

  test('is empty again when each chip was taken away', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const left = partsOf(filter).reduce(
          (rest, { facet, value }) => withoutValue(rest, facet, value),
          filter,
        );
        expect(left).toEqual({});
      }),
    );
  });

  test('is the same whatever order its values were added in', () => {
    expect(
      isSameFilter({ due: ['today', 'overdue'], member: [] }, { due: ['overdue', 'today'] }),
    ).toBe(true);
    expect(isSameFilter({ due: ['today'] }, { due: ['overdue'] })).toBe(false);
  });

  test('every built-in view is one that the route can name', () => {
    for (const seat of ['manager', 'assistant'] as const) {
      for (const { filter } of builtInViews(seat)) {
        expect(queryOf(paramsOf({ filter, layout: null, lanes: null })).filter).toEqual(filter);
      }
    }
  });
});
