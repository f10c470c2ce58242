import '../../support/window-outlog.ts';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager(Date.parse('2026-11-18T15:00:00Z'));
});
afterEach(async () => {
  await desk.leave();
});

/** In the manager's own log, since nobody writes another's outages. */
const write = async (type: string, id: string, fields: Fields): Promise<void> => {
  const audience = memberAudience(desk.memberId);
  must(await save([{ audience, type, id, fields }]));
};

test('a manager sees how much outages excused, by whose word, and every one behind it', async () => {
  const fromMs = Date.parse('2026-11-17T02:00:00Z');
  const hours = { fromMs, toMs: fromMs + 2 * 3_600_000 };
  await write('deliverable', '202611-one', {
    outcomeId: 'uploads',
    day: '2026-11-17',
    completedAtMs: fromMs,
    quantity: 1,
  });
  await write('outage', `power-${fromMs}`, {
    kind: 'power',
    seenBy: 'unclean-stop',
    isSure: true,
    ...hours,
  });
  await write('outage', `told-connection-${fromMs}`, {
    kind: 'connection',
    seenBy: 'told',
    verdict: 'outage',
    reason: 'storm',
    note: 'The whole street',
    ...hours,
  });
  desk.show('overview', <OverviewView />, { kind: 'all' });
  const panel = await screen.findByRole('region', { name: 'Outages' });
  const row = await within(panel).findByRole('row', { name: /Mara/ });
  const cells = within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  // Two records of the same two hours.
  expect(cells).toEqual(['2 h', '2 h', '–', '1', '1', '0']);
  await desk.user.click(within(row).getByRole('button'));
  const ledger = await screen.findByRole('dialog');
  expect(await within(ledger).findAllByText('counted')).toHaveLength(2);
  expect(within(ledger).getByText(/Storm or flood · The whole street/)).toBeDefined();
});

test('there is nothing where nothing was out', async () => {
  await write('deliverable', '202611-one', { day: '2026-11-17', completedAtMs: 1, quantity: 1 });
  desk.show('overview', <OverviewView />, { kind: 'all' });
  await screen.findByRole('region', { name: 'Output against target' });
  expect(screen.queryByRole('region', { name: 'Outages' })).toBeNull();
});
