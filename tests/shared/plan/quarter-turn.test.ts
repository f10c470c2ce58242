import { expect, test } from 'vitest';
import { nodesOf, nodesUnder } from '#shared/plan/cascade';
import type { CascadeNode } from '#shared/plan/cascade';
import { turnEdits } from '#shared/plan/quarter-turn';
import type { QuarterTurn, TurnDecision } from '#shared/plan/quarter-turn';
import { ONE_LINE, cascadeIn, edited } from './strategy-support.ts';
import type { Stored } from './strategy-support.ts';

const NEXT = '2027-Q1';

function turned(
  stored: Stored,
  decision: TurnDecision,
  standing: { value: number | null; isReached: boolean } = { value: 4.3, isReached: false },
): Stored {
  let count = 0;
  const turn: QuarterTurn = {
    to: NEXT,
    byId: 'mara',
    decisions: new Map([['p', decision]]),
    standingOf: () => standing,
    newId: () => `n${(count += 1)}`,
  };
  return edited(
    stored,
    turnEdits(
      cascadeIn(stored).goals.flatMap((goal) => goal.children),
      turn,
    ),
  );
}

const carry: TurnDecision = { kind: 'carry', leftOutIds: new Set() };

const below = (stored: Stored, quarter?: string): CascadeNode[] =>
  cascadeIn(stored, quarter).goals.flatMap((goal) => [...nodesUnder(goal)]);

const keyResultIn = (stored: Stored, quarter?: string) => {
  const node = below(stored, quarter).find(({ level }) => level === 'keyResult');
  return node?.level === 'keyResult' ? node : undefined;
};

test('what is carried over is new, names where it came from, and its outcomes go with it', () => {
  const after = turned(ONE_LINE, carry);
  const next = below(after, NEXT);
  expect(next.map(({ item }) => item.name)).toEqual(below(ONE_LINE).map(({ item }) => item.name));
  expect(next.flatMap(({ item }) => ('carriedFromId' in item ? item.carriedFromId : []))).toEqual([
    '',
    'p',
    'ob',
    'k',
  ]);
});

test('the ended quarter stays as it was, with the outcomes that served it', () => {
  const after = turned(ONE_LINE, carry);
  expect(below(after).map(({ level, item }) => `${level} ${item.id}`)).toEqual(
    below(ONE_LINE).map(({ level, item }) => `${level} ${item.id}`),
  );
  expect(keyResultIn(after)?.children.map(({ item }) => item.id)).toEqual(['o']);
});

test('readings start anew from the last value', () => {
  const held = edited(ONE_LINE, [
    {
      audience: 'team',
      type: 'keyResult',
      id: 'k',
      fields: { 'reading.2026-12-01': { day: '2026-12-01', value: 4.3, note: 'Survey' } },
    },
  ]);
  const keyResult = keyResultIn(turned(held, carry), NEXT)?.item;
  expect(keyResult).toMatchObject({ start: 4.3, target: 4.6, unit: 'of 5' });
  expect(keyResult?.readings).toEqual([
    { id: '2027-01-01', day: '2027-01-01', value: 4.3, note: '', byId: 'mara' },
  ]);
});

test('a target that was passed keeps its start, so that its direction stays', () => {
  const after = turned(ONE_LINE, carry, { value: 4.8, isReached: true });
  expect(keyResultIn(after, NEXT)?.item).toMatchObject({ start: 4.1, target: 4.6 });
});

test('a value that was never told is unknown in the next quarter too', () => {
  const after = turned(ONE_LINE, carry, { value: null, isReached: false });
  expect(keyResultIn(after, NEXT)?.item).toMatchObject({ start: 4.1, readings: [] });
});

test('what is left out stays behind with its outcomes', () => {
  const after = turned(ONE_LINE, { kind: 'carry', leftOutIds: new Set(['k']) });
  expect(below(after, NEXT).map(({ level }) => level)).toEqual(['goal', 'priority', 'objective']);
  expect(keyResultIn(after)?.children.map(({ item }) => item.id)).toEqual(['o']);
});

test('closing says what came of it and closes what is below', () => {
  const after = turned(ONE_LINE, { kind: 'close', status: 'done', note: ' Same day now. ' });
  const statuses = below(after).flatMap(({ item }) => ('status' in item ? item.status : []));
  expect(statuses).toEqual(['active', 'done', 'done', 'done']);
  const [priority] = cascadeIn(after).goals.flatMap((goal) => goal.children);
  expect(priority?.item.closingNote).toBe('Same day now.');
});

test('closing leaves alone what was dropped before', () => {
  const dropped = edited(ONE_LINE, [
    { audience: 'team', type: 'keyResult', id: 'k', fields: { status: 'dropped' } },
  ]);
  const after = turned(dropped, { kind: 'close', status: 'done', note: '' });
  expect(keyResultIn(after)?.item.status).toBe('dropped');
});

test('what is left is not touched', () => {
  expect(turned(ONE_LINE, { kind: 'leave' })).toEqual(ONE_LINE);
});

test('nothing of the plan is lost by turning', () => {
  const before = new Set([...nodesOf(cascadeIn(ONE_LINE))].map(({ item }) => item.id));
  const after = new Set(
    [...nodesOf(cascadeIn(turned(ONE_LINE, carry)))].map(({ item }) => item.id),
  );
  expect([...before].filter((id) => !after.has(id))).toEqual([]);
});
