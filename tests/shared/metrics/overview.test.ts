import { describe, expect, test } from 'vitest';
import { attainmentOf } from '#shared/metrics/attainment';
import { overviewLines } from '#shared/metrics/overview';
import type { OverviewInput } from '#shared/metrics/overview';
import { figuresOf, groupLines, orderGroups } from '#shared/metrics/overview-groups';
import {
  deliverable,
  member,
  officeClocks,
  officeDays,
  outcome,
  rowsOf,
} from './overview-support.ts';

/** Wednesday 18 November 2026, 18:30 in Manila: that day's work is over. */
const NOW_MS = Date.parse('2026-11-18T10:30:00Z');
const WEEK = { fromDay: '2026-11-16', toDay: '2026-11-22' };

const base: OverviewInput = {
  members: [member('ana'), member('ben')],
  outcomes: [outcome('listings', ['ana', 'ben'], 10)],
  clockOf: officeClocks(),
  joinedAtMs: new Map(),
  daysOf: officeDays(),
  range: WEEK,
  rows: [],
  open: [],
  nowMs: NOW_MS,
};

const done = (memberId: string, id: string, fields: Record<string, string | number> = {}) =>
  deliverable(memberId, id, {
    outcomeId: 'listings',
    day: '2026-11-17',
    completedAtMs: Date.parse('2026-11-17T08:00:00Z'),
    ...fields,
  });

describe('targets', () => {
  test('a daily target is asked for on worked days only, and so far only up to now', () => {
    const [ana] = overviewLines(base);
    expect(ana?.target?.whole).toBeCloseTo(50);
    expect(ana?.target?.soFar).toBeCloseTo(30);
  });

  test('a holiday asks for nothing', () => {
    const [ana] = overviewLines({ ...base, clockOf: officeClocks(['2026-11-17']) });
    expect(ana?.target?.whole).toBeCloseTo(40);
    expect(ana?.target?.soFar).toBeCloseTo(20);
  });

  test('a weekend day has no target, and what is done on it still counts as output', () => {
    const rows = rowsOf([done('ana', 'a', { day: '2026-11-21', quantity: 4 })]);
    const saturday = { fromDay: '2026-11-21', toDay: '2026-11-21' };
    const lines = overviewLines({ ...base, rows, range: saturday });
    const figures = figuresOf(lines.filter((line) => line.memberId === 'ana'));
    expect(figures.completed.quantity).toBe(4);
    expect(figures.attainment).toBeNull();
  });

  test('days before a member began are not asked of them', () => {
    const members = [member('ana', { startsOn: '2026-11-18' })];
    const [ana] = overviewLines({ ...base, members });
    expect(ana?.target?.whole).toBeCloseTo(30);
    expect(ana?.target?.soFar).toBeCloseTo(10);
  });

  test('days before an outcome was asked for do not count', () => {
    const outcomes = [outcome('listings', ['ana'], 10, { startsOn: '2026-11-20' })];
    const [ana] = overviewLines({ ...base, outcomes });
    expect(ana?.target?.whole).toBeCloseTo(10);
    expect(ana?.target?.soFar).toBe(0);
  });

  test('a member who left is asked up to their last day, and keeps what they did', () => {
    const members = [member('ana', { gone: true, goneOn: '2026-11-16' })];
    const lines = overviewLines({ ...base, members, rows: rowsOf([done('ana', 'a')]) });
    expect(lines[0]?.target?.whole).toBeCloseTo(10);
    expect(lines[0]?.completed.count).toBe(1);
  });

  test('an archived outcome has no target', () => {
    const outcomes = [outcome('listings', ['ana'], 10, { archived: true })];
    expect(overviewLines({ ...base, outcomes })).toEqual([]);
  });
});

describe('figures', () => {
  test('open work counts towards totals and reopened ones, whenever it was requested', () => {
    const open = [
      deliverable('ana', 'x', { outcomeId: 'listings', startedAtMs: 1, reopenedCount: 2 }),
      deliverable('ana', 'y', {
        outcomeId: 'listings',
        'block.b': { fromMs: 5, on: 'client', reason: 'no photos' },
      }),
    ];
    const rows = rowsOf([done('ana', 'a', { reopenedCount: 1 }), done('ana', 'b')]);
    const figures = figuresOf(overviewLines({ ...base, open, rows }));
    expect(figures.totalCount).toBe(4);
    expect(figures.reopenedCount).toBe(2);
    expect(figures.open).toEqual({
      count: 2,
      inProgressCount: 1,
      blockedCount: 1,
      reopenedCount: 1,
    });
  });

  test('median turnaround says how many stand behind it', () => {
    const requestedAtMs = Date.parse('2026-11-17T06:00:00Z');
    const rows = rowsOf([done('ana', 'a', { requestedAtMs }), done('ben', 'b')]);
    const { turnaround } = figuresOf(overviewLines({ ...base, rows }));
    expect(turnaround).toEqual({ medianMs: 2 * 3_600_000, count: 1 });
  });

  test('accuracy is of what was checked, with its interval', () => {
    const rows = rowsOf([
      done('ana', 'a', { quantity: 100, errors: 2 }),
      done('ana', 'b', { quantity: 50 }),
    ]);
    const { accuracy } = figuresOf(overviewLines({ ...base, rows }));
    expect(accuracy?.count).toBe(100);
    expect(accuracy?.ratio).toBeCloseTo(0.98);
    // Wilson 1927 at 95% for 98 of 100, from an independent calculator.
    expect(accuracy?.lowRatio).toBeCloseTo(0.93, 3);
    expect(accuracy?.highRatio).toBeCloseTo(0.9945, 3);
  });

  test('without anything there is nothing: no rate, no median, no claim', () => {
    const figures = figuresOf([]);
    expect(figures).toMatchObject({ accuracy: null, turnaround: null, attainment: null });
  });
});

describe('attainment', () => {
  test('within one outcome output and target are summed over members', () => {
    const rows = rowsOf([done('ana', 'a', { quantity: 45 }), done('ben', 'b', { quantity: 15 })]);
    const attainment = attainmentOf(overviewLines({ ...base, rows }));
    expect(attainment?.ratio).toBeCloseTo(1);
    expect(attainment).toMatchObject({ targetCount: 2, onPaceCount: 1 });
  });

  test('whoever is within a tenth of the pace keeps it, as on their own Today', () => {
    const rowsNear = rowsOf([
      done('ana', 'a', { quantity: 28 }),
      done('ben', 'b', { quantity: 26 }),
    ]);
    const near = attainmentOf(overviewLines({ ...base, rows: rowsNear }));
    expect(near).toMatchObject({ targetCount: 2, onPaceCount: 1 });
  });

  test('different units are never added: their ratios are averaged by targets', () => {
    const outcomes = [outcome('listings', ['ana', 'ben'], 10), outcome('audits', ['ana'], 1)];
    const rows = rowsOf([
      done('ana', 'a', { quantity: 60 }),
      done('ana', 'b', { outcomeId: 'audits', quantity: 0 }),
    ]);
    const attainment = attainmentOf(overviewLines({ ...base, outcomes, rows }));
    expect(attainment?.ratio).toBeCloseTo(2 / 3);
  });
});

describe('order', () => {
  const rows = rowsOf([done('ana', 'a', { quantity: 30 }), done('ben', 'b', { quantity: 3 })]);
  const groups = groupLines(
    overviewLines({ ...base, rows, open: [deliverable('carl', 'z', { outcomeId: 'listings' })] }),
    'member',
  );

  test('by distance, the furthest from target comes first and what has none comes last', () => {
    const ids = orderGroups(groups, 'distance', (id) => id).map((group) => group.id);
    expect(ids).toEqual(['ben', 'ana', 'carl']);
  });

  test('by name, numbers in names count as numbers', () => {
    const agents = ['Agent 10', 'Agent 2'].map((id) => ({ id, lines: [], figures: figuresOf([]) }));
    const ids = orderGroups(agents, 'name', (id) => id).map((group) => group.id);
    expect(ids).toEqual(['Agent 2', 'Agent 10']);
  });
});
