import '../../support/window-outlog.ts';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlanProblems } from '../../../../renderer/app/parts/plan-problems.tsx';
import type { ProblemScope } from '../../../../renderer/app/parts/plan-problems.tsx';
import { usePlan } from '../../../../renderer/data/plan.ts';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import type { Edit, Fields } from '#shared/stream/change';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

function Shown({ scope }: { readonly scope: ProblemScope }) {
  const plan = usePlan();
  return plan ? (
    <>
      <p>The plan is read</p>
      <PlanProblems plan={plan} scope={scope} />
    </>
  ) : null;
}

const work = (id: string, memberId: string, fields: Fields): Edit => ({
  audience: `m-${memberId}`,
  type: 'deliverable',
  id,
  fields: { title: id, requestedAtMs: 1_763_000_000_000, ...fields },
});
const needs = (id: string, memberId: string): Fields => ({
  [`need.${id}`]: { memberId, title: id, doneAtMs: null },
});

test('a plan that is well says nothing', async () => {
  desk.show('overview', <Shown scope="all" />);
  expect(await screen.findByText('The plan is read')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('work that waits for itself and work of somebody who left are told, and lead to the work', async () => {
  const { user, memberId } = desk;
  must(
    await save([
      planEdit('member', 'eve', { name: 'Eve', gone: true }),
      work('Photos', memberId, needs('Listings', memberId)),
      work('Listings', memberId, needs('Photos', memberId)),
      work('Left', 'eve', {}),
    ]),
  );
  desk.show('overview', <Shown scope="all" />);
  expect(await screen.findByText('Listings → Photos')).toBeDefined();
  expect(await screen.findByText(/each waits for the next/)).toBeDefined();
  expect(await screen.findByText(/has left, with 1 piece of open work/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Mend Eve' }));
  expect(currentRoute()).toEqual({ view: 'work', params: { member: 'eve' } });
});

test('each screen is told what is mended there; many are listed when one asks', async () => {
  const { user } = desk;
  const unowned = ['a', 'b', 'c', 'd', 'e'].map((id) => planEdit('outcome', id, { name: id }));
  must(await save([...unowned, planEdit('goal', 'g', { name: 'Grow', endsOn: '2400-01-01' })]));
  desk.show('outcomes', <Shown scope="outcomes" />);
  expect(await screen.findByText('5 things in the plan to mend')).toBeDefined();
  expect(screen.getAllByText(/nobody owns it/)).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: 'Show all 5' }));
  await waitFor(() => expect(screen.getAllByText(/nobody owns it/)).toHaveLength(5));
  expect(screen.queryByText(/Grow/)).toBeNull();
});

test('a goal leads to its place in the strategy, a calendar to its hours', async () => {
  const { user } = desk;
  must(
    await save([
      planEdit('goal', 'g', { name: 'Grow', endsOn: '2400-01-01' }),
      planEdit('calendar', 'c', { name: 'Never', versions: [] }),
    ]),
  );
  desk.show('overview', <Shown scope="all" />);
  await user.click(await screen.findByRole('button', { name: 'Mend Grow' }));
  expect(currentRoute()).toEqual({ view: 'strategy', params: { item: 'g' } });
  await user.click(screen.getByRole('button', { name: 'Mend Never' }));
  expect(currentRoute()).toEqual({
    view: 'team',
    params: { tab: 'calendars', calendarId: 'c' },
  });
});
