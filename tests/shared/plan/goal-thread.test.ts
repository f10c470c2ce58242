import { expect, test } from 'vitest';
import { threadOf } from '#shared/plan/goal-thread';
import type { ThreadPlan } from '#shared/plan/goal-thread';
import { goalFrom } from '#shared/plan/goal';
import { keyResultFrom } from '#shared/plan/key-result';
import { objectiveFrom } from '#shared/plan/objective';
import { outcomeFrom } from '#shared/plan/outcome';
import { priorityFrom } from '#shared/plan/priority';
import { roleFrom } from '#shared/plan/role';
import { stateOf } from './strategy-support.ts';

interface Links {
  readonly keyResultId?: string;
  readonly objectiveId?: string;
  readonly priorityId?: string;
  readonly goalId?: string;
  readonly roleId?: string;
}

function planWith({
  keyResultId = 'k',
  objectiveId = 'ob',
  priorityId = 'p',
  goalId = 'g',
  roleId = '',
}: Links): ThreadPlan {
  const outcome = outcomeFrom(stateOf('outcome', 'o', { name: 'Inquiries', keyResultId, roleId }));
  const keyResult = keyResultFrom(stateOf('keyResult', 'k', { name: 'In 4 h', objectiveId }));
  const objective = objectiveFrom(stateOf('objective', 'ob', { name: 'Fast support', priorityId }));
  const priority = priorityFrom(
    stateOf('priority', 'p', { name: 'Keep buyers', goalId, quarter: '2026-Q4' }),
  );
  const goal = goalFrom(stateOf('goal', 'g', { name: 'Half come back', why: 'They cost least' }));
  const role = roleFrom(stateOf('role', 'r', { name: 'Support' }));
  return {
    outcomeById: new Map([['o', outcome]]),
    roleById: new Map([['r', role]]),
    keyResultById: new Map([['k', keyResult]]),
    objectiveById: new Map([['ob', objective]]),
    priorityById: new Map([['p', priority]]),
    goalById: new Map([['g', goal]]),
  };
}

const steps = (plan: ThreadPlan, outcomeId = 'o') =>
  threadOf(plan, outcomeId).map(({ level, name, gap }) => gap ?? `${level} ${name}`);

test('a thread leads from the outcome by its role up to the goal', () => {
  const plan = planWith({ roleId: 'r' });
  expect(steps(plan)).toEqual([
    'outcome Inquiries',
    'role Support',
    'keyResult In 4 h',
    'objective Fast support',
    'priority Keep buyers',
    'goal Half come back',
  ]);
  expect(threadOf(plan, 'o').at(-1)?.why).toBe('They cost least');
});

test.each([
  [{ keyResultId: '' }, ['outcome Inquiries', 'unset']],
  [{ keyResultId: 'x' }, ['outcome Inquiries', 'gone']],
  [{ objectiveId: '' }, ['outcome Inquiries', 'keyResult In 4 h', 'unset']],
  [
    { priorityId: 'x' },
    ['outcome Inquiries', 'keyResult In 4 h', 'objective Fast support', 'gone'],
  ],
] as const)('it stops where a step is missing, and says why: %j', (links, expected) => {
  expect(steps(planWith(links))).toEqual(expected);
});

test('a goal that is not there ends the thread as its last step', () => {
  expect(threadOf(planWith({ goalId: 'x' }), 'o').at(-1)).toMatchObject({
    level: 'goal',
    id: 'x',
    gap: 'gone',
  });
});

test('an outcome that is not in the plan is one gap', () => {
  expect(steps(planWith({}), 'elsewhere')).toEqual(['gone']);
});
