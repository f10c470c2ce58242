import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { cascadeOf } from '#shared/plan/cascade';
import type { PriorityNode } from '#shared/plan/cascade';
import { readPlan } from '../../../renderer/data/plan.ts';
import { save } from '../../../renderer/services/save.ts';
import {
  addBranches,
  addIntent,
  addReading,
  deleteNodes,
  deleteReading,
  editIntent,
  linkOutcomes,
  moveNode,
  turnQuarter,
} from '../../../renderer/services/strategy.ts';
import type { IntentBranch } from '../../../renderer/services/strategy.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { managerDesk, must } from './desks.ts';

const QUARTER = '2026-Q4';

const branch = (
  level: IntentBranch['level'],
  name: string,
  children: readonly IntentBranch[] = [],
  fields: Omit<IntentBranch['fields'], 'name'> = {},
): IntentBranch => ({ level, fields: { name, ...fields }, children });

/** A goal with one line down to a key result that one outcome serves. */
async function withStrategy(): Promise<void> {
  await managerDesk();
  const keyResult = branch('keyResult', 'Rated 4.6', [], { start: 4.1, target: 4.6 });
  const priority = branch(
    'priority',
    'Keep buyers',
    [branch('objective', 'Fast answers', [keyResult])],
    { quarter: QUARTER },
  );
  must(await addBranches('Example', [branch('goal', 'Half come back', [priority])]));
  const id = 'outcome-1';
  const fields = { name: 'Inquiries', statement: 'All answered', unit: 'answers' };
  must(await save([{ audience: 'team', type: 'outcome', id, fields }]));
}

const cascade = async (quarter = QUARTER) => cascadeOf(await readPlan(), quarter);

async function firstPriority(quarter = QUARTER): Promise<PriorityNode> {
  const [node] = (await cascade(quarter)).goals.flatMap((goal) => goal.children);
  if (!node) throw new Error('No priority');
  return node;
}

async function firstKeyResult(quarter = QUARTER) {
  const node = (await firstPriority(quarter)).children[0]?.children[0];
  if (!node) throw new Error('No key result');
  return node;
}

test('a new level hangs below its parent; undo takes it away', async () => {
  await withStrategy();
  const { item } = await firstPriority();
  const added = await addIntent({
    level: 'objective',
    parentId: item.id,
    fields: { name: 'Right pictures', team: 'Listings' },
  });
  must(added.saved);
  const names = async () => (await firstPriority()).children.map((child) => child.item.name);
  expect(await names()).toContain('Right pictures');
  expect((await readPlan()).objectiveById.get(added.id)?.team).toBe('Listings');
  must(await undoLast());
  expect(await names()).toEqual(['Fast answers']);
});

test('an edit changes what it names and nothing else', async () => {
  await withStrategy();
  const { item } = await firstKeyResult();
  must(await editIntent('keyResult', item, { target: 4.8 }));
  expect((await firstKeyResult()).item).toMatchObject({
    name: 'Rated 4.6',
    start: 4.1,
    target: 4.8,
  });
});

test('moving up among its neighbours is kept, and undone as one', async () => {
  await withStrategy();
  const goal = (await cascade()).goals[0];
  const parentId = goal?.item.id ?? '';
  must(
    (
      await addIntent({
        level: 'priority',
        parentId,
        fields: { name: 'Ready for winter', quarter: QUARTER, order: 1 },
      })
    ).saved,
  );
  const names = async () => (await cascade()).goals[0]?.children.map((child) => child.item.name);
  expect(await names()).toEqual(['Keep buyers', 'Ready for winter']);
  const [first, second] = (await cascade()).goals[0]?.children ?? [];
  if (!first || !second) throw new Error('Two priorities are there');
  must(await moveNode(second, { parentId, siblings: [second, first] }));
  expect(await names()).toEqual(['Ready for winter', 'Keep buyers']);
  must(await undoLast());
  expect(await names()).toEqual(['Keep buyers', 'Ready for winter']);
});

test('an outcome serves one key result at a time, and stays when that is deleted', async () => {
  await withStrategy();
  const keyResult = await firstKeyResult();
  const outcome = (await readPlan()).outcomeById.get('outcome-1');
  if (!outcome) throw new Error('No outcome');
  must(await linkOutcomes(keyResult.item.id, [outcome]));
  const linked = await firstKeyResult();
  expect(linked.children.map(({ item }) => item.name)).toEqual(['Inquiries']);
  must(await deleteNodes('Rated 4.6', [linked, ...linked.children]));
  const plan = await readPlan();
  expect(plan.keyResults).toEqual([]);
  expect(plan.outcomeById.get('outcome-1')?.keyResultId).toBe('');
  must(await undoLast());
  expect((await firstKeyResult()).children).toHaveLength(1);
});

test('a second value of a day takes the place of the first; one can be deleted', async () => {
  await withStrategy();
  const { item } = await firstKeyResult();
  const day = '2026-11-18';
  must(await addReading(item, { day, value: 4.2, note: '' }));
  must(await addReading(item, { day, value: 4.3, note: ' Survey ' }));
  const [reading, ...others] = (await firstKeyResult()).item.readings;
  expect(reading).toMatchObject({ day, value: 4.3, note: 'Survey' });
  expect(others).toEqual([]);
  must(await deleteReading(item, day));
  expect((await firstKeyResult()).item.readings).toEqual([]);
  must(await undoLast());
  expect((await firstKeyResult()).item.readings).toHaveLength(1);
});

test('turning a quarter carries the whole line over with its outcomes; one undo takes all of it back', async () => {
  await withStrategy();
  const before = await firstKeyResult();
  const outcome = (await readPlan()).outcomeById.get('outcome-1');
  if (!outcome) throw new Error('No outcome');
  must(await linkOutcomes(before.item.id, [outcome]));
  const priority = await firstPriority();
  must(
    await turnQuarter(QUARTER, [priority], {
      to: '2027-Q1',
      decisions: new Map([[priority.item.id, { kind: 'carry', leftOutIds: new Set() }]]),
      standingOf: () => ({ value: 4.3, isReached: false }),
    }),
  );
  const next = await firstKeyResult('2027-Q1');
  expect(next.item).toMatchObject({ start: 4.3, target: 4.6, carriedFromId: before.item.id });
  expect(next.children.map(({ item }) => item.name)).toEqual(['Inquiries']);
  expect((await firstKeyResult()).children.map(({ item }) => item.name)).toEqual(['Inquiries']);
  must(await undoLast());
  expect((await cascade('2027-Q1')).goals.flatMap((goal) => goal.children)).toEqual([]);
  expect((await readPlan()).outcomeById.get('outcome-1')?.keyResultId).toBe(before.item.id);
});
