import { expect, test } from 'vitest';
import type { GroupPlan } from '#shared/metrics/insights/group-by';
import {
  NO_FILTER,
  NO_GROUP,
  groupingOf,
  isInScope,
  scopeOf,
} from '#shared/metrics/insights/group-by';
import { keyResultFrom } from '#shared/plan/key-result';
import { outcomeFrom } from '#shared/plan/outcome';
import { clientFrom } from '#shared/plan/workspace';
import type { Fields } from '#shared/stream/change';

const record = (type: string, id: string, fields: Fields) => ({
  type,
  id,
  audience: 'team' as const,
  fields,
  stamp: '',
  stamps: {},
});
const outcomes = [
  outcomeFrom(
    record('outcome', 'uploads', { name: 'Uploads', client: 'Fern', keyResultId: 'kr2' }),
  ),
  outcomeFrom(
    record('outcome', 'tickets', { name: 'Tickets', client: 'fernlight ', keyResultId: 'kr1' }),
  ),
  outcomeFrom(record('outcome', 'reports', { name: 'Reports', keyResultId: 'gone' })),
];
const keyResults = [
  keyResultFrom(record('keyResult', 'kr1', { name: 'Fast', servedByIds: ['uploads'] })),
  keyResultFrom(record('keyResult', 'kr2', { name: 'Right' })),
];
const plan: GroupPlan = {
  outcomes,
  outcomeById: new Map(outcomes.map((outcome) => [outcome.id, outcome])),
  clients: [clientFrom(record('client', 'fern', { name: 'Fernlight', aliases: ['Fern'] }))],
  keyResultById: new Map(keyResults.map((keyResult) => [keyResult.id, keyResult])),
};
const of = (outcomeId: string) => ({ memberId: 'ana', outcomeId });

test('an outcome is in the group of its client, however its name is spelled', () => {
  const groupOf = groupingOf('client', plan);
  expect(['uploads', 'tickets', 'reports', 'unknown'].map((id) => groupOf(of(id)))).toEqual([
    'fern',
    'fern',
    NO_GROUP,
    NO_GROUP,
  ]);
});

test('it counts for one key result alone: the one that it serves now', () => {
  const groupOf = groupingOf('keyResult', plan);
  expect(['uploads', 'tickets', 'reports'].map((id) => groupOf(of(id)))).toEqual([
    'kr2',
    'kr1',
    NO_GROUP,
  ]);
});

test('limited to a key result, what served it earlier is in it too', () => {
  const scope = scopeOf({ ...NO_FILTER, keyResultIds: ['kr1'] }, plan);
  expect([...(scope.outcomeIds ?? [])].toSorted()).toEqual(['tickets', 'uploads']);
});

test('choices of one kind widen, of several kinds narrow', () => {
  const scope = scopeOf(
    {
      ...NO_FILTER,
      memberIds: ['ana', 'ben'],
      outcomeIds: ['uploads', 'reports'],
      clientIds: ['fern'],
    },
    plan,
  );
  expect(isInScope(scope, of('uploads'))).toBe(true);
  expect(isInScope(scope, of('reports'))).toBe(false);
  expect(isInScope(scope, { memberId: 'cy', outcomeId: 'uploads' })).toBe(false);
});

test('nothing chosen limits nothing, work of no outcome included', () => {
  expect(isInScope(scopeOf(NO_FILTER, plan), of(''))).toBe(true);
});
