import '../../support/window-outlog.ts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import type { Edit } from '#shared/stream/change';
import { InsightsView } from '../../../../renderer/features/insights/insights-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  must(await save([...PLAN, ...WORK]));
});
afterEach(async () => {
  await desk.leave();
});

const member = (id: string, name: string): Edit => ({
  audience: 'team',
  type: 'member',
  id,
  fields: { name, seat: 'assistant', timeZone: 'Asia/Manila', startsOn: '2026-01-01' },
});
const outcome = (id: string, name: string, unit: string): Edit => ({
  audience: 'team',
  type: 'outcome',
  id,
  fields: {
    name,
    unit,
    ownerId: 'ana',
    memberIds: ['ana', 'ben'],
    measures: [{ kind: 'quantity', direction: 'atLeast', target: 10, period: 'day' }],
  },
});
const done = (who: string, id: string, day: string, outcomeId: string, quantity: number): Edit => ({
  audience: memberAudience(who),
  type: 'deliverable',
  id: `202611-${id}`,
  fields: {
    outcomeId,
    quantity,
    day,
    zone: 'Asia/Manila',
    completedAtMs: Date.parse(`${day}T08:00:00Z`),
  },
});
const PLAN = [
  member('ana', 'Ana'),
  member('ben', 'Ben'),
  outcome('uploads', 'Product uploads', 'listings'),
  outcome('tickets', 'Tickets', 'replies'),
];
/** The clock stands on Wednesday 18 November. */
const WORK = [
  done('ana', 'a', '2026-11-16', 'uploads', 12),
  done('ana', 'b', '2026-11-17', 'uploads', 9),
  done('ben', 'c', '2026-11-17', 'tickets', 30),
];
const WEEK = { period: 'week' };

test('output stands against target by member and day, and a cell opens its entries', async () => {
  desk.show('insights', <InsightsView />, WEEK);
  const grid = await screen.findByRole('grid', { name: 'Output by member' });
  const ben = within(grid).getByRole('row', { name: /Ben/ });
  const cell = within(ben).getByRole('gridcell', { name: /^Tue 17 Nov/ });
  expect(cell.textContent).toBe('150%');
  grid.focus();
  await desk.user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}{Enter}');
  expect(currentRoute()).toEqual({
    view: 'entries',
    params: { memberId: 'ben', stage: 'completed', from: '2026-11-17', to: '2026-11-17' },
  });
});

test('limited to one outcome it is in its unit, and the filter can be taken away', async () => {
  desk.show('insights', <InsightsView />, { ...WEEK, outcomes: 'uploads', by: 'outcome' });
  const grid = await screen.findByRole('grid', { name: 'Output by outcome' });
  expect(within(grid).getByRole('row', { name: /Product uploads/ }).textContent).toContain(
    '21 of 100 listings',
  );
  const chip = screen.getByRole('button', {
    name: 'No longer limited to Outcome: Product uploads',
  });
  await desk.user.click(chip);
  expect(currentRoute().params['outcomes']).toBeUndefined();
});

test('what is looked at is kept as a view that follows the week', async () => {
  desk.show('insights', <InsightsView />, { ...WEEK, by: 'outcome' });
  await desk.user.click(await screen.findByRole('button', { name: 'Save view…' }));
  await desk.user.type(await screen.findByRole('textbox', { name: /Name/ }), 'Each week{Enter}');
  const kept = await screen.findByRole('button', { name: 'Each week' });
  await desk.user.click(screen.getByRole('button', { name: 'This quarter' }));
  expect(currentRoute().params).toEqual({});
  await desk.user.click(kept);
  expect(currentRoute().params).toEqual({ period: 'week', by: 'outcome' });
});
