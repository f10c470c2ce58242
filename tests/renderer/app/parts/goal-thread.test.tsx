import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { goalFrom } from '#shared/plan/goal';
import { keyResultFrom } from '#shared/plan/key-result';
import { memberFrom } from '#shared/plan/member';
import { objectiveFrom } from '#shared/plan/objective';
import { outcomeFrom } from '#shared/plan/outcome';
import { priorityFrom } from '#shared/plan/priority';
import { GoalThread } from '../../../../renderer/app/parts/goal-thread.tsx';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { NO_SESSION, useSession } from '../../../../renderer/state/session.ts';
import { stateOf } from '../../../shared/plan/strategy-support.ts';

const PLAN = {
  outcomeById: new Map(
    [
      outcomeFrom(stateOf('outcome', 'o', { name: 'Inquiries', keyResultId: 'k' })),
      outcomeFrom(stateOf('outcome', 'x', { name: 'Errands' })),
    ].map((outcome) => [outcome.id, outcome]),
  ),
  roleById: new Map(),
  keyResultById: new Map([
    ['k', keyResultFrom(stateOf('keyResult', 'k', { name: 'In 4 h', objectiveId: 'ob' }))],
  ]),
  objectiveById: new Map([
    ['ob', objectiveFrom(stateOf('objective', 'ob', { name: 'Fast support', priorityId: 'p' }))],
  ]),
  priorityById: new Map([
    ['p', priorityFrom(stateOf('priority', 'p', { name: 'Keep buyers', goalId: 'g' }))],
  ]),
  goalById: new Map([
    [
      'g',
      goalFrom(
        stateOf('goal', 'g', { name: 'Half come back', why: 'They cost least', ownerId: 'mara' }),
      ),
    ],
  ]),
  memberById: new Map([['mara', memberFrom(stateOf('member', 'mara', { name: 'Mara Lind' }))]]),
};

afterEach(() => useSession.setState(NO_SESSION));

const line = () => screen.getByRole('button', { name: /^What this is for/ });

test('names the way up to the goal in one line, with the nearest why at hand', () => {
  render(<GoalThread outcomeId="o" plan={PLAN} />);
  expect(line().getAttribute('aria-label')).toBe(
    'What this is for: In 4 h › Fast support › Keep buyers › Half come back',
  );
  expect(line().dataset['tooltip']).toBe('Goal · Why: They cost least');
});

test('Enter shows every step with why and owner; Escape gives the focus back', async () => {
  const user = userEvent.setup();
  render(<GoalThread outcomeId="o" plan={PLAN} />);
  await user.tab();
  await user.keyboard('{Enter}');
  const whole = await screen.findByRole('dialog', { name: 'What this is for' });
  const steps = within(whole).getAllByRole('listitem');
  expect(steps.map((step) => step.textContent)).toEqual([
    'OutcomeInquiries',
    'Key resultIn 4 h',
    'ObjectiveFast support',
    'PriorityKeep buyers',
    'Goal · Owner: Mara LindHalf come backThey cost least',
  ]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(line()));
});

test('work that serves nothing says so', () => {
  render(<GoalThread outcomeId="x" plan={PLAN} />);
  expect(line().textContent).toBe('Serves no key result yet');
});

test('a manager goes on into the strategy; an assistant reads', async () => {
  const user = userEvent.setup();
  const { unmount } = render(<GoalThread outcomeId="o" plan={PLAN} />);
  await user.click(line());
  await screen.findByRole('dialog');
  expect(screen.queryByRole('button', { name: /^Show in the strategy/ })).toBeNull();
  unmount();
  useSession.setState({ seat: 'manager' });
  render(<GoalThread outcomeId="o" plan={PLAN} />);
  await user.click(line());
  await user.click(
    await screen.findByRole('button', { name: 'Show in the strategy: Keep buyers' }),
  );
  expect(currentRoute()).toEqual({ view: 'strategy', params: { item: 'p' } });
});
