import { describe, expect, test } from 'vitest';
import {
  bucketIn,
  bucketsOffered,
  choiceFrom,
  keptParams,
  paramsFrom,
} from '../../../../renderer/features/insights/insights-params.ts';
import { previousDays } from '../../../../renderer/features/insights/previous-days.ts';

const TODAY = '2026-11-18';
const WEEK = { fromDay: '2026-11-16', toDay: '2026-11-22' };

describe('what is shown', () => {
  test('stands in the route and comes back as it was', () => {
    const params = {
      tab: 'quality',
      period: 'month',
      by: 'client',
      in: 'week',
      members: 'ana,ben',
    };
    const choice = choiceFrom(params, TODAY);
    expect(choiceFrom(paramsFrom(choice), TODAY)).toEqual(choice);
    expect(choice).toMatchObject({ tab: 'quality', by: 'client', memberIds: ['ana', 'ben'] });
  });

  test('a kept view names days only where they are not those of today', () => {
    expect(keptParams(choiceFrom({ period: 'week' }, TODAY), TODAY)).toEqual({ period: 'week' });
    const past = choiceFrom({ period: 'week', from: '2026-11-02' }, TODAY);
    expect(keptParams(past, TODAY)).toMatchObject({ from: '2026-11-02', to: '2026-11-08' });
  });

  test('years are not cut into days', () => {
    const years = { fromDay: '2024-01-01', toDay: '2026-12-31' };
    expect(bucketsOffered(years)).toEqual(['month', 'quarter']);
    expect(bucketIn(years, 'day')).toBe('month');
    expect(bucketIn(WEEK, null)).toBe('day');
  });
});

describe('the days before', () => {
  test('of a running week are as many as have begun', () => {
    const before = { fromDay: '2026-11-09', toDay: '2026-11-11' };
    expect(previousDays('week', WEEK, 'before', TODAY)).toEqual(before);
  });

  test('a year before has the same days of the week', () => {
    const before = { fromDay: '2025-11-17', toDay: '2025-11-23' };
    expect(previousDays('week', WEEK, 'yearBefore', '2026-12-01')).toEqual(before);
  });

  test('a longer month is held against a whole shorter one', () => {
    const march = { fromDay: '2026-03-01', toDay: '2026-03-31' };
    const before = { fromDay: '2026-02-01', toDay: '2026-02-28' };
    expect(previousDays('month', march, 'before', '2026-03-30')).toEqual(before);
  });

  test('there are none before the whole history', () => {
    expect(previousDays('all', WEEK, 'before', TODAY)).toBeNull();
  });
});
