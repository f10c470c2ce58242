import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/day';
import { isOpen } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { overviewLines } from '#shared/metrics/overview';
import type { OverviewInput } from '#shared/metrics/overview';
import { figuresOf, groupLines } from '#shared/metrics/overview-groups';
import { trendOf } from '#shared/metrics/overview-trend';
import { addTotals, NO_TOTALS } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import {
  deliverable,
  member,
  officeClocks,
  officeDays,
  outcome,
  rowsOf,
} from './overview-support.ts';

const MEMBERS = ['ana', 'ben', 'carl'];
const OUTCOMES = ['listings', 'replies'];
const RANGE = { fromDay: '2026-11-02', toDay: '2026-11-22' };
const NOW_MS = Date.parse('2026-11-18T10:30:00Z');

const anyDeliverable: fc.Arbitrary<Deliverable> = fc
  .record({
    memberId: fc.constantFrom(...MEMBERS),
    outcomeId: fc.constantFrom(...OUTCOMES),
    dayOffset: fc.integer({ min: -5, max: 25 }),
    isCompleted: fc.boolean(),
    isStarted: fc.boolean(),
    isDeleted: fc.boolean(),
    quantity: fc.integer({ min: 0, max: 40 }),
    errors: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    reopenedCount: fc.integer({ min: 0, max: 2 }),
    turnaroundMinutes: fc.option(fc.integer({ min: 0, max: 9_000 }), { nil: null }),
    id: fc.uuid(),
  })
  .map((each) => {
    const day = addDays(RANGE.fromDay, each.dayOffset);
    const completedAtMs = Date.parse(`${day}T08:00:00Z`);
    return deliverable(each.memberId, each.id, {
      outcomeId: each.outcomeId,
      quantity: each.quantity,
      errors: each.errors,
      reopenedCount: each.reopenedCount,
      deleted: each.isDeleted,
      ...(each.isCompleted && { completedAtMs, day }),
      ...(each.isStarted && { startedAtMs: completedAtMs - 1000 }),
      ...(each.turnaroundMinutes !== null && {
        requestedAtMs: completedAtMs - each.turnaroundMinutes * 60_000,
      }),
    });
  });

const inputOf = (all: readonly Deliverable[]): OverviewInput => ({
  members: MEMBERS.map((id) => member(id)),
  outcomes: OUTCOMES.map((id) => outcome(id, MEMBERS, 8)),
  clockOf: officeClocks(),
  joinedAtMs: new Map(),
  daysOf: officeDays(),
  range: RANGE,
  rows: rowsOf(all),
  open: all.filter(isOpen),
  nowMs: NOW_MS,
});

/** The same facts, counted plainly from the entries themselves. */
function recounted(all: readonly Deliverable[]) {
  const live = all.filter((each) => !each.isDeleted);
  const completed = live.filter(
    (each) => each.completedAtMs !== null && each.day >= RANGE.fromDay && each.day <= RANGE.toDay,
  );
  const open = live.filter((each) => each.completedAtMs === null);
  const turnarounds = completed
    .flatMap((each) =>
      each.completedAtMs !== null && each.requestedAtMs !== null
        ? [each.completedAtMs - each.requestedAtMs]
        : [],
    )
    .toSorted((a, b) => a - b);
  const checked = completed.filter((each) => each.errors !== null);
  return {
    completedCount: completed.length,
    quantity: completed.reduce((sum, each) => sum + each.quantity, 0),
    openCount: open.length,
    inProgressCount: open.filter((each) => each.startedAtMs !== null).length,
    reopenedCount: [...completed, ...open].filter((each) => each.reopenedCount > 0).length,
    turnarounds,
    checkedQuantity: checked.reduce((sum, each) => sum + each.quantity, 0),
  };
}

const anyDeliverables = fc.uniqueArray(anyDeliverable, { maxLength: 60, selector: (d) => d.id });

test('figures from roll-ups equal a recount of the entries', () => {
  fc.assert(
    fc.property(anyDeliverables, (all) => {
      const figures = figuresOf(overviewLines(inputOf(all)));
      const expected = recounted(all);
      expect(figures.completed.count).toBe(expected.completedCount);
      expect(figures.completed.quantity).toBe(expected.quantity);
      expect(figures.completed.turnaroundMs).toEqual(expected.turnarounds);
      expect(figures.completed.checkedQuantity).toBe(expected.checkedQuantity);
      expect(figures.open.count).toBe(expected.openCount);
      expect(figures.open.inProgressCount).toBe(expected.inProgressCount);
      expect(figures.reopenedCount).toBe(expected.reopenedCount);
      expect(figures.totalCount).toBe(expected.completedCount + expected.openCount);
    }),
  );
});

test('grouping by member or by outcome loses nothing and doubles nothing', () => {
  fc.assert(
    fc.property(anyDeliverables, fc.constantFrom('member', 'outcome'), (all, by) => {
      const lines = overviewLines(inputOf(all));
      const whole = figuresOf(lines);
      const groups = groupLines(lines, by);
      const sum = (pick: (group: (typeof groups)[number]) => number): number =>
        groups.reduce((total, group) => total + pick(group), 0);
      expect(sum((group) => group.figures.completed.count)).toBe(whole.completed.count);
      expect(sum((group) => group.figures.open.count)).toBe(whole.open.count);
      expect(sum((group) => group.figures.reopenedCount)).toBe(whole.reopenedCount);
      expect(sum((group) => group.figures.attainment?.targetCount ?? 0)).toBe(
        whole.attainment?.targetCount ?? 0,
      );
    }),
  );
});

test('the steps of a trend add up to the whole range, output and target alike', () => {
  fc.assert(
    fc.property(anyDeliverables, (all) => {
      const input = inputOf(all);
      const trend = trendOf(input, RANGE.toDay);
      const lines = overviewLines({ ...input, open: [] });
      const count = trend.steps.reduce((sum, step) => sum + step.count, 0);
      const target = trend.steps.reduce((sum, step) => sum + (step.target ?? 0), 0);
      const whole = lines.reduce((sum, line) => sum + (line.target?.whole ?? 0), 0);
      expect(count).toBe(figuresOf(lines).completed.count);
      expect(target).toBeCloseTo(whole, 6);
    }),
    { numRuns: 30 },
  );
});

test('summing many totals at once equals adding them one by one', () => {
  fc.assert(
    fc.property(anyDeliverables, (all) => {
      const totals = rowsOf(all).map((row) => row.totals);
      expect(sumTotals(totals)).toEqual(totals.reduce(addTotals, NO_TOTALS));
    }),
  );
});
