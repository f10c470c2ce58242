import { openManager } from '../support/open-manager.tsx';
import type { ManagerDesk } from '../support/open-manager.tsx';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Frame } from '../../../renderer/app/frame.tsx';
import { runCommand } from '../../../renderer/app/menu-commands.ts';
import { closeShortcuts } from '../../../renderer/state/screen.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { addMember } from '../../../renderer/services/members.ts';
import { must } from '../support/open-manager.tsx';
import { currentRoute, resetRoute } from '../../../renderer/state/route.ts';
import { useSession } from '../../../renderer/state/session.ts';

let desk: ManagerDesk;

beforeEach(async () => {
  desk = await openManager();
  useSession.setState({ start: must(await desk.computer.bridge.start()) });
  resetRoute({ view: 'settings', params: {} });
  render(<Frame />);
  await screen.findByRole('heading', { name: 'Settings' });
});
afterEach(async () => {
  cleanup();
  act(closeShortcuts);
  await desk.leave();
});

test('Ctrl and a digit go to the views in the order of the navigation, Alt+← goes back', async () => {
  await desk.user.keyboard('{Control>}8{/Control}');
  expect(currentRoute().view).toBe('entries');
  await desk.user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(currentRoute().view).toBe('settings');
});

test('what is typed into a field is text and no command', async () => {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  await desk.user.keyboard('l?');
  expect(field.value).toBe('l?');
  expect(screen.queryByRole('dialog')).toBeNull();
  field.remove();
});

test('? lists the keys, and behind the list no key acts', async () => {
  await desk.user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard' });
  await desk.user.keyboard('{Control>}7{/Control}');
  expect(currentRoute().view).toBe('settings');
  await desk.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('the native menu moves the window', () => {
  act(() => runCommand('go-sync'));
  expect(currentRoute().view).toBe('sync');
});

test('the navigation marks the view on screen, and being narrow is remembered', async () => {
  const current = screen.getByRole('button', { name: 'Settings', current: 'page' });
  expect(current).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Make the navigation narrow' }));
  const kept = must(await desk.computer.bridge.start());
  expect(kept.settings.isNavCollapsed).toBe(true);
  expect(screen.getByRole('button', { name: 'Settings', current: 'page' })).toBeTruthy();
});

test('Ctrl+Z takes back the last change', async () => {
  const draft = { seat: 'assistant', title: '', place: '', timeZone: 'Asia/Manila' } as const;
  must(await addMember({ ...draft, name: 'Ana Reyes' }));
  const names = async () =>
    (await readPlan()).members.filter((each) => !each.isGone).map(({ name }) => name);
  expect(await names()).toContain('Ana Reyes');
  await desk.user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await names()).toEqual(['Mara']));
});

test('N gives work out and Shift+N shows what recurs, from any view', async () => {
  await desk.user.keyboard('n');
  const dialog = await screen.findByRole('dialog', { name: 'Give out work' });
  expect(screen.getByRole('tab', { name: 'One piece' }).ariaSelected).toBe('true');
  await waitFor(() => expect(document.activeElement?.role).toBe('combobox'));
  await desk.user.keyboard('{Escape}');
  await waitFor(() => expect(dialog.isConnected).toBe(false));
  await desk.user.keyboard('{Shift>}N{/Shift}');
  await screen.findByText('Mara has no recurring work yet.');
  await desk.user.keyboard('{Escape}');
});
