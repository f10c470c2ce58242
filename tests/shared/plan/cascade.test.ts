import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cascadeOf, nodesOf, nodesUnder } from '#shared/plan/cascade';
import type { CascadeNode } from '#shared/plan/cascade';
import { ONE_LINE, QUARTER, cascadeIn, edited, planOf } from './strategy-support.ts';
import type { Stored } from './strategy-support.ts';

const names = (nodes: Iterable<CascadeNode>): string[] => [...nodes].map(({ item }) => item.name);

const withFields = (type: string, id: string, fields: Record<string, string | number | boolean>) =>
  edited(ONE_LINE, [{ audience: 'team', type, id, fields }]);

describe('the strategy of a quarter', () => {
  test('leads from each goal down to its outcomes', () => {
    const { goals, unplaced, unserving } = cascadeIn(ONE_LINE);
    expect(goals.flatMap((goal) => names(nodesUnder(goal)))).toEqual([
      'Half come back',
      'Keep buyers',
      'Fast answers',
      'Rated 4.6',
      'Inquiries',
    ]);
    expect(unplaced).toEqual([]);
    expect(unserving).toEqual([]);
  });

  test('holds goals without a priority in it, but not closed ones', () => {
    expect(names(cascadeIn(ONE_LINE, '2027-Q1').goals)).toEqual(['Half come back']);
    const closed = withFields('goal', 'g', { status: 'done' });
    expect(cascadeIn(closed, '2027-Q1').goals).toEqual([]);
    expect(names(cascadeIn(closed).goals)).toEqual(['Half come back']);
  });

  test.each([
    ['priority', 'p', { goalId: 'nowhere' }, 'Keep buyers'],
    ['priority', 'p', { quarter: 'soon' }, 'Keep buyers'],
    ['objective', 'ob', { priorityId: 'ob' }, 'Fast answers'],
    ['keyResult', 'k', { objectiveId: '' }, 'Rated 4.6'],
  ])('keeps a %s that hangs below nothing, with all below it', (type, id, fields, name) => {
    const { unplaced } = cascadeIn(withFields(type, id, fields));
    expect(names(unplaced)).toEqual([name]);
    expect(names(unplaced.flatMap((node) => [...nodesUnder(node)]))).toContain('Inquiries');
  });

  test('lists outcomes in use that serve no key result', () => {
    const lost = withFields('outcome', 'o', { keyResultId: 'gone' });
    expect(names(cascadeIn(lost).unserving)).toEqual(['Inquiries']);
    const archived = edited(lost, [
      { audience: 'team', type: 'outcome', id: 'o', fields: { archived: true } },
    ]);
    expect(cascadeIn(archived).unserving).toEqual([]);
  });

  test('orders by place, and what has none behind by name', () => {
    const four = edited(ONE_LINE, [
      { audience: 'team', type: 'goal', id: 'a', fields: { name: 'A', order: 2 } },
      { audience: 'team', type: 'goal', id: 'b', fields: { name: 'B', order: 1 } },
    ]);
    expect(names(cascadeIn(four).goals)).toEqual(['B', 'A', 'Half come back']);
  });

  test('shows under a key result what served it until its quarter was turned', () => {
    const turned = edited(ONE_LINE, [
      { audience: 'team', type: 'keyResult', id: 'k', fields: { servedByIds: ['o'] } },
      { audience: 'team', type: 'outcome', id: 'o', fields: { keyResultId: 'next' } },
    ]);
    const keyResult = [...nodesOf(cascadeIn(turned))].find(({ item }) => item.id === 'k');
    expect(names(keyResult?.children ?? [])).toEqual(['Inquiries']);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd');
const quarter = fc.constantFrom(QUARTER, '2026-Q3', 'never', '');
const records = (fields: Record<string, fc.Arbitrary<string | string[]>>) =>
  fc.dictionary(id, fc.record(fields), { maxKeys: 4 });

const anyPlan: fc.Arbitrary<Stored> = fc.record({
  goal: records({ name: fc.string() }),
  priority: records({ goalId: id, quarter, carriedFromId: id }),
  objective: records({ priorityId: id }),
  keyResult: records({ objectiveId: id, servedByIds: fc.array(id, { maxLength: 3 }) }),
  outcome: records({ keyResultId: id }),
});

test('whatever was merged, each level of the quarter is there once and nothing is lost', () => {
  fc.assert(
    fc.property(anyPlan, (stored) => {
      const plan = planOf(stored);
      const cascade = cascadeOf(plan, QUARTER);
      const shown = [...nodesOf(cascade)].filter(({ level }) => level !== 'outcome');
      const keys = shown.map(({ level, item }) => `${level} ${item.id}`);
      expect(new Set(keys).size).toBe(keys.length);
      const elsewhere = [...nodesOf(cascadeOf(plan, '2026-Q3'))].map(
        ({ level, item }) => `${level} ${item.id}`,
      );
      const wanted = [
        ...plan.priorities.map((each) => `priority ${each.id}`),
        ...plan.objectives.map((each) => `objective ${each.id}`),
        ...plan.keyResults.map((each) => `keyResult ${each.id}`),
      ];
      const found = new Set([...keys, ...elsewhere]);
      expect(wanted.filter((key) => !found.has(key))).toEqual([]);
    }),
  );
});
