import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientNamed, clientZoneOf } from '#shared/plan/workspace';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { TeamView } from '../../../../renderer/features/team/team-view.tsx';
import { addClient } from '../../../../renderer/services/clients.ts';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const showClients = () => desk.show('team', <TeamView />, { tab: 'clients' });
const dialog = async () => within(await screen.findByRole('dialog'));
const northwind = { name: 'Northwind', timeZone: 'America/New_York', aliases: [] };

test('a client has a name and a time zone, and the time there is shown', async () => {
  const { user } = desk;
  showClients();
  await user.click(
    (await screen.findAllByRole('button', { name: 'Add client' }))[0] as HTMLElement,
  );
  const form = await dialog();
  await user.click(form.getByRole('button', { name: 'Add client' }));
  expect(form.getByText('Enter a name.')).toBeDefined();
  await user.type(form.getByLabelText('Name'), 'Northwind');
  await user.type(form.getByLabelText('Time zone'), 'New York');
  await user.click(await screen.findByRole('option', { name: /New York/ }));
  await user.click(form.getByRole('button', { name: 'Add client' }));
  const row = await screen.findByRole('row', { name: /Northwind/ });
  expect(row.textContent).toContain('05:30');
  expect(clientZoneOf((await readPlan()).clients, 'northwind')).toBe('America/New_York');
});

test('a new name reaches the outcomes, and what was logged under the old one stays theirs', async () => {
  const { user } = desk;
  must(await addClient(northwind));
  must(await save([planEdit('outcome', 'refunds', { name: 'Refunds', client: 'northwind' })]));
  showClients();
  await user.click(await screen.findByRole('row', { name: /Northwind.*Refunds/ }));
  const form = await dialog();
  await user.clear(form.getByLabelText('Name'));
  await user.type(form.getByLabelText('Name'), 'Northwind Trading');
  expect(form.getByRole('checkbox', { name: 'Keep Northwind as another name' })).toBeDefined();
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('also Northwind')).toBeDefined();
  const { clients, outcomeById } = await readPlan();
  expect(outcomeById.get('refunds')?.client).toBe('Northwind Trading');
  expect(clientNamed(clients, 'Northwind')?.name).toBe('Northwind Trading');
});

test('a name that means somebody else is refused where it is entered', async () => {
  const { user } = desk;
  must(await addClient({ ...northwind, aliases: ['NW'] }));
  must(await addClient({ name: 'Contoso', timeZone: '', aliases: [] }));
  showClients();
  await user.click(await screen.findByRole('row', { name: /Contoso/ }));
  const form = await dialog();
  await user.type(form.getByLabelText('Also known as'), 'nw{Enter}');
  expect(form.getByText('nw means Northwind already.')).toBeDefined();
  await user.clear(form.getByLabelText('Name'));
  await user.type(form.getByLabelText('Name'), 'Northwind');
  expect(form.getByText('Northwind is called Northwind already.')).toBeDefined();
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(clientNamed((await readPlan()).clients, 'Contoso')).not.toBeNull();
});

test('a client whom an outcome names stays; another can be removed', async () => {
  const { user } = desk;
  must(await addClient(northwind));
  showClients();
  await user.click(await screen.findByRole('row', { name: /Northwind/ }));
  await user.click((await dialog()).getByRole('button', { name: 'Remove' }));
  await waitFor(async () => expect((await readPlan()).clients).toEqual([]));
});
