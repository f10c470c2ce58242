import '../../../support/window-outlog.ts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { InsightsView } from '../../../../../renderer/features/insights/insights-view.tsx';
import { save } from '../../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../../renderer/state/route.ts';
import { must, openManager } from '../../../support/open-manager.tsx';
import type { ManagerDesk } from '../../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager(Date.parse('2026-11-18T10:30:00Z'));
  await write('outcome', 'uploads', { name: 'Uploads', unit: 'listings' }, 'team');
  await write('outcome', 'replies', { name: 'Replies', unit: 'replies' }, 'team');
});
afterEach(async () => {
  await desk.leave();
});

async function write(type: string, id: string, fields: Fields, to?: 'team'): Promise<void> {
  const audience = to ?? memberAudience(desk.memberId);
  must(await save([{ audience, type, id, fields }]));
}

/** Asked for, begun and completed in the manager's own morning of a day. */
const done = async (id: string, outcomeId: string, day: string): Promise<void> =>
  await write('deliverable', `202611-${id}`, {
    outcomeId,
    title: id,
    day,
    requestedAtMs: Date.parse(`${day}T01:00:00Z`),
    startedAtMs: Date.parse(`${day}T02:00:00Z`),
    completedAtMs: Date.parse(`${day}T03:00:00Z`),
    quantity: 1,
  });

const openFlow = (): void => {
  desk.show('insights', <InsightsView />, { tab: 'flow', period: 'week' });
};

test('a manager sees what changed since last week, and the parts add up', async () => {
  await done('before', 'uploads', '2026-11-09');
  await done('first', 'uploads', '2026-11-16');
  await done('second', 'uploads', '2026-11-17');
  await done('third', 'replies', '2026-11-17');
  openFlow();
  const panel = await screen.findByRole('region', { name: 'What changed, and why' });
  expect(await within(panel).findByText('+2')).toBeDefined();
  const uploads = within(panel).getByRole('button', { name: /Uploads/ });
  expect(uploads.textContent).toContain('+1');
  expect(within(panel).getByRole('button', { name: /Replies/ }).textContent).toContain('+1');
  await desk.user.click(within(panel).getByRole('radio', { name: 'SOP version' }));
  expect(await within(panel).findByText('Without an SOP')).toBeDefined();
  await desk.user.click(within(panel).getByRole('radio', { name: 'Outcome' }));
  await desk.user.click(await within(panel).findByRole('button', { name: /Uploads/ }));
  expect(currentRoute()).toMatchObject({
    view: 'entries',
    params: { outcomeId: 'uploads', stage: 'completed', from: '2026-11-16' },
  });
});

test('a manager finds who is at the end of the chain behind work that waits', async () => {
  await done('past', 'uploads', '2026-11-16');
  const startedAtMs = Date.parse('2026-11-16T02:00:00Z');
  await write('deliverable', '202611-photos', {
    outcomeId: 'uploads',
    title: 'Photos of the lamps',
    startedAtMs,
    'block.1': { fromMs: startedAtMs, toMs: null, on: 'client', reason: 'No prices yet' },
  });
  await write('deliverable', '202611-listing', {
    outcomeId: 'uploads',
    title: 'List the lamps',
    requestedAtMs: startedAtMs,
    'need.202611-photos': {
      memberId: desk.memberId,
      title: 'Photos of the lamps',
      doneAtMs: null,
    },
  });
  openFlow();
  const panel = await screen.findByRole('region', { name: 'Where work waits now' });
  expect(await within(panel).findByText(/2 of 2 open/)).toBeDefined();
  expect(within(panel).getByRole('button', { name: 'The client' })).toBeDefined();
  // What most waits behind is what is shown first.
  expect(within(panel).getByText('Behind “List the lamps”')).toBeDefined();
  expect(within(panel).getByText(/Waits for The client.*: No prices yet/)).toBeDefined();
  await desk.user.click(within(panel).getByRole('button', { name: 'Show the numbers' }));
  const grid = await within(panel).findByRole('grid', { name: 'Where work waits now' });
  expect(within(grid).getAllByRole('row')).toHaveLength(3);
});

test('the flow of a week counts what is open as it stands', async () => {
  await done('past', 'uploads', '2026-11-16');
  await write('deliverable', '202611-begun', {
    outcomeId: 'uploads',
    title: 'Begun',
    startedAtMs: Date.parse('2026-11-17T02:00:00Z'),
  });
  await write('deliverable', '202611-asked', {
    outcomeId: 'uploads',
    title: 'Asked for',
    requestedAtMs: Date.parse('2026-11-01T02:00:00Z'),
  });
  openFlow();
  const chart = await screen.findByRole('slider', { name: 'Cumulative flow' });
  expect(chart.getAttribute('aria-valuetext')).toMatch(
    /Not begun 1, In progress 1, Completed in it 0/,
  );
  chart.focus();
  await desk.user.keyboard('{Home}');
  expect(chart.getAttribute('aria-valuetext')).toMatch(
    /Not begun 1, In progress 0, Completed in it 1/,
  );
  await desk.user.keyboard('{Enter}');
  expect(currentRoute()).toMatchObject({
    view: 'entries',
    params: { from: '2026-11-16', to: '2026-11-16', stage: 'completed' },
  });
});

test('work that claims a day that has not come stays as open as it was', async () => {
  await done('past', 'uploads', '2026-11-16');
  for (const day of ['2026-12-20', '2099-01-01']) {
    await write('deliverable', `202611-${day}`, {
      outcomeId: 'uploads',
      title: 'By a wrong clock',
      day,
      startedAtMs: Date.parse('2026-11-16T02:00:00Z'),
      completedAtMs: Date.parse(`${day}T03:00:00Z`),
    });
  }
  openFlow();
  const chart = await screen.findByRole('slider', { name: 'Cumulative flow' });
  expect(chart.getAttribute('aria-valuetext')).toMatch(/Not begun 0, In progress 2/);
  chart.focus();
  await desk.user.keyboard('{Home}');
  expect(chart.getAttribute('aria-valuetext')).toMatch(
    /Not begun 0, In progress 2, Completed in it 1/,
  );
});
