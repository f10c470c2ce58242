import { describe, expect, test } from 'vitest';
import { keyResultProgress, progressRatio } from '#shared/metrics/key-result-progress';
import type { StrategyFacts } from '#shared/metrics/key-result-progress';
import type { DayFigures } from '#shared/metrics/overview';
import { elapsedRatio, paceAgainst } from '#shared/metrics/quarter-pace';
import { NO_TOTALS } from '#shared/metrics/rollup';
import type { DayTotals } from '#shared/metrics/rollup';
import { strategyProgress, totalsByOutcome } from '#shared/metrics/strategy';
import {
  prioritiesWithoutOutcome,
  shareWithoutKeyResult,
  unownedIn,
} from '#shared/metrics/strategy-gaps';
import { NOTHING_OVERDUE } from '#shared/metrics/compliance';
import { nodesOf } from '#shared/plan/cascade';
import type { KeyResultNode } from '#shared/plan/cascade';
import { quarterDays } from '#shared/plan/priority';
import type { Fields } from '#shared/stream/change';
import {
  ONE_LINE,
  QUARTER,
  cascadeIn,
  edited,
  keyResultOf,
  planOf,
} from '../plan/strategy-support.ts';
import type { Stored } from '../plan/strategy-support.ts';

const days = quarterDays(QUARTER);
/** Half of the 92 days are over. */
const HALF_WAY = '2026-11-16';

const facts = (totals: Partial<DayTotals> = {}, today = HALF_WAY): StrategyFacts => ({
  days,
  today,
  totals: new Map([['o', { ...NO_TOTALS, ...totals }]]),
});

const withKeyResult = (fields: Fields): Stored =>
  edited(ONE_LINE, [{ audience: 'team', type: 'keyResult', id: 'k', fields }]);

function nodeWith(fields: Fields): KeyResultNode {
  const node = [...nodesOf(cascadeIn(withKeyResult(fields)))].find(({ item }) => item.id === 'k');
  if (node?.level !== 'keyResult') throw new Error('The key result is not in its cascade');
  return node;
}

const measured = (measure: string, target: number, start: number | null = null): KeyResultNode =>
  nodeWith({ source: 'measure', measure, target, start });

describe('a key result told by hand', () => {
  test('is unknown until somebody tells a value', () => {
    expect(keyResultProgress(nodeWith({}), facts())).toMatchObject({
      value: null,
      ratio: null,
      pace: null,
      measuredCount: 0,
      totalCount: 1,
    });
  });

  test('takes the latest value, whenever the others came', () => {
    const node = nodeWith({
      'reading.b': { day: '2026-11-10', value: 4.35 },
      'reading.a': { day: '2026-10-10', value: 4.9 },
    });
    const { value, ratio, pace } = keyResultProgress(node, facts());
    expect(value).toBe(4.35);
    expect(ratio).toBeCloseTo(0.5);
    expect(pace).toBe('onTrack');
  });

  test('can want its value to fall', () => {
    expect(progressRatio(keyResultOf({ start: 46, target: 23 }), 30)).toBeCloseTo(16 / 23);
    expect(progressRatio(keyResultOf({ start: 46, target: 23 }), 50)).toBe(0);
  });

  test('without a start is a share of its target', () => {
    expect(progressRatio(keyResultOf({ target: 40 }), 10)).toBe(0.25);
    expect(progressRatio(keyResultOf({ target: 0 }), 3)).toBe(0);
    expect(progressRatio(keyResultOf({ target: 0 }), 0)).toBe(1);
    expect(progressRatio(keyResultOf({}), 10)).toBeNull();
  });
});

describe('a key result read from the log', () => {
  test('adds up what was finished, on top of its start', () => {
    expect(
      keyResultProgress(measured('quantity', 400), facts({ quantity: 100, count: 8 })),
    ).toMatchObject({ value: 100, n: 8, ratio: 0.25, pace: 'behind' });
    expect(
      keyResultProgress(measured('quantity', 500, 300), facts({ quantity: 100, count: 8 })),
    ).toMatchObject({ value: 400, ratio: 0.5 });
  });

  test('holds times against their own quantile, less being better', () => {
    const minutes = (count: number): number => count * 60_000;
    const samples = [minutes(60), minutes(120), minutes(240)];
    const node = measured('firstResponse', 120);
    const { value, ratio } = keyResultProgress(node, facts({ responseWorkMs: samples, count: 3 }));
    // The 85th percentile of three samples by linear interpolation.
    expect(value).toBeCloseTo(120 + 0.7 * 120);
    expect(ratio).toBeCloseTo(120 / 204);
  });

  test('asks for a level without a start from the first day on', () => {
    const right = facts({ checkedQuantity: 100, errors: 20, count: 9 }, '2026-10-05');
    expect(keyResultProgress(measured('accuracy', 0.99), right)).toMatchObject({
      value: 0.8,
      expectedRatio: 1,
      pace: 'behind',
    });
  });

  test('counts overdue promises of open work as broken', () => {
    const node = measured('slaCompliance', 0.9, 0.5);
    const kept = { completedMet: 8, count: 8 };
    expect(keyResultProgress(node, facts(kept)).value).toBe(1);
    const overdueOf = () => ({ ...NOTHING_OVERDUE, completed: { overdue: 2, overdueExcused: 2 } });
    expect(keyResultProgress(node, { ...facts(kept), overdueOf }).value).toBe(0.8);
  });

  test('holds cost against its limit alone', () => {
    const node = measured('cost', 10_000, 12_000);
    expect(keyResultProgress(node, facts({ costMinor: 8_000, count: 2 })).ratio).toBe(1);
    expect(keyResultProgress(node, facts({ costMinor: 20_000, count: 2 })).ratio).toBe(0.5);
  });

  test('is unknown while no outcome serves it, and before its quarter begins', () => {
    const node = measured('quantity', 400);
    const before = facts({ quantity: 5, count: 1 }, '2026-09-30');
    expect(keyResultProgress({ ...node, children: [] }, facts()).value).toBeNull();
    expect(keyResultProgress(node, before).value).toBeNull();
    expect(keyResultProgress(measured('accuracy', 0.99), facts()).value).toBeNull();
  });
});

describe('pace', () => {
  test.each([
    [1, 0.2, 'reached'],
    [0.45, 0.5, 'onTrack'],
    [0.4, 0.5, 'behind'],
    [0.2, 0.5, 'atRisk'],
    [0, 0, null],
  ])('%d where %d is expected: %s', (ratio, expected, pace) => {
    expect(paceAgainst(ratio, expected)).toBe(pace);
  });

  test('an end before the start asks for everything once it is over', () => {
    const wrong = { fromDay: '2026-12-31', toDay: '2026-10-01' };
    expect(elapsedRatio(wrong, '2026-09-01')).toBe(0);
    expect(elapsedRatio(wrong, '2026-11-01')).toBe(1);
  });
});

describe('rolled up', () => {
  const three = edited(withKeyResult({ 'reading.a': { day: '2026-11-01', value: 4.35 } }), [
    {
      audience: 'team',
      type: 'keyResult',
      id: 'k2',
      fields: { name: 'Unknown', objectiveId: 'ob', target: 3 },
    },
    {
      audience: 'team',
      type: 'keyResult',
      id: 'k3',
      fields: { name: 'Dropped', objectiveId: 'ob', target: 3, status: 'dropped' },
    },
  ]);

  test('an objective is the mean of what is measured, and says of how many', () => {
    const { rolledUp, keyResults } = strategyProgress(cascadeIn(three), facts());
    expect(rolledUp.get('ob')).toMatchObject({ measuredCount: 1, totalCount: 2 });
    expect(rolledUp.get('ob')?.ratio).toBeCloseTo(0.5);
    expect(rolledUp.get('g')?.ratio).toBeCloseTo(0.5);
    expect(keyResults.get('k3')).toMatchObject({ ratio: null });
  });

  test('what hangs below nothing has its progress too', () => {
    const lost = edited(three, [
      { audience: 'team', type: 'objective', id: 'ob', fields: { priorityId: 'gone' } },
    ]);
    const { rolledUp } = strategyProgress(cascadeIn(lost), facts());
    expect(rolledUp.get('ob')?.ratio).toBeCloseTo(0.5);
    expect(rolledUp.get('p')).toMatchObject({ ratio: null, totalCount: 0 });
  });
});

describe('what does not hang together', () => {
  const row = (memberId: string, outcomeId: string, count: number): DayFigures => ({
    memberId,
    outcomeId,
    day: '2026-11-01',
    totals: { ...NO_TOTALS, count },
  });
  const plan = planOf(
    edited(ONE_LINE, [
      {
        audience: 'team',
        type: 'outcome',
        id: 'x',
        fields: { name: 'Errands', keyResultId: 'gone' },
      },
    ]),
  );
  const maps = {
    outcomeById: new Map(plan.outcomes.map((each) => [each.id, each])),
    keyResultById: new Map(plan.keyResults.map((each) => [each.id, each])),
  };

  test('work serves none where its outcome names none that is there', () => {
    const rows = [row('ana', 'o', 6), row('ana', 'x', 2), row('ben', 'x', 1), row('ben', '?', 1)];
    expect(shareWithoutKeyResult(rows, maps)).toEqual({
      count: 10,
      withoutCount: 4,
      ratio: 0.4,
      byMember: [
        { id: 'ana', count: 8, withoutCount: 2 },
        { id: 'ben', count: 2, withoutCount: 2 },
      ],
      byOutcome: [
        { id: 'x', count: 3, withoutCount: 3 },
        { id: '?', count: 1, withoutCount: 1 },
      ],
    });
  });

  test('of nothing finished no share is claimed', () => {
    expect(shareWithoutKeyResult([], maps)).toMatchObject({ count: 0, ratio: null });
  });

  test('a priority that no outcome in use leads to is named; a closed one is not', () => {
    const ids = (stored: Stored) =>
      prioritiesWithoutOutcome(cascadeIn(stored)).map(({ item }) => item.id);
    const archive = {
      audience: 'team',
      type: 'outcome',
      id: 'o',
      fields: { archived: true },
    } as const;
    const close = {
      audience: 'team',
      type: 'priority',
      id: 'p',
      fields: { status: 'done' },
    } as const;
    expect(ids(ONE_LINE)).toEqual([]);
    expect(ids(edited(ONE_LINE, [archive]))).toEqual(['p']);
    expect(ids(edited(ONE_LINE, [archive, close]))).toEqual([]);
  });

  test('nobody owns what has no owner, or one who left', () => {
    const owned = edited(ONE_LINE, [
      { audience: 'team', type: 'goal', id: 'g', fields: { ownerId: 'ana' } },
      { audience: 'team', type: 'priority', id: 'p', fields: { ownerId: 'ben' } },
      { audience: 'team', type: 'objective', id: 'ob', fields: { status: 'done' } },
    ]);
    const members = new Map([
      ['ana', { isGone: false }],
      ['ben', { isGone: true }],
    ]);
    expect(unownedIn(cascadeIn(owned), members).map(({ item }) => item.id)).toEqual([
      'p',
      'k',
      'o',
    ]);
  });

  test('rows of an outcome are summed, whoever did them', () => {
    const totals = totalsByOutcome([row('ana', 'o', 6), row('ben', 'o', 1), row('ben', 'x', 2)]);
    expect([...totals].map(([id, { count }]) => [id, count])).toEqual([
      ['o', 7],
      ['x', 2],
    ]);
  });
});
