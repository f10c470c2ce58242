import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutsideState } from '#shared/outside';
import { ok } from '#shared/result';
import '../../../../renderer/i18n/view-words.ts';
import { OutsidePanel } from '../../../../renderer/features/settings/outside-panel.tsx';
import { useSession } from '../../../../renderer/state/session.ts';
import { must } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
let standing: OutsideState;

beforeEach(async () => {
  standing = { tray: 'off', quickLog: 'off', notices: 'shown' };
  desk = await openManager();
  Object.assign(desk.computer.bridge, { outsideState: async () => ok(standing) });
  useSession.setState({ start: must(await desk.computer.bridge.start()) });
  render(<OutsidePanel />);
});
afterEach(async () => {
  cleanup();
  await desk.leave();
});

const settings = () => useSession.getState().start?.settings;

test('says where there is no tray, and keeps what was asked for', async () => {
  standing = { ...standing, tray: 'none' };
  await desk.user.click(screen.getByRole('switch', { name: 'Stay in the tray' }));
  await screen.findByText(/^This desktop has no tray/);
  expect(settings()?.isInTray).toBe(true);
});

test('switches kinds of notices one by one', async () => {
  await desk.user.click(screen.getByRole('checkbox', { name: 'My check-in' }));
  expect(settings()?.mutedNotices).toEqual(['checkIn']);
  await desk.user.click(screen.getByRole('checkbox', { name: 'My check-in' }));
  expect(settings()?.mutedNotices).toEqual([]);
});

test('takes the keys that are pressed, refuses those of writing, and says when they are taken', async () => {
  await desk.user.click(screen.getByRole('switch', { name: 'Quick log from anywhere' }));
  const change = await screen.findByRole('button', { name: 'Change' });
  change.focus();
  await desk.user.keyboard('{Enter}');
  await screen.findByText('Press the keys…');
  await desk.user.keyboard('{Shift>}m{/Shift}');
  await screen.findByText(/^Those would be taken from writing/);
  standing = { ...standing, quickLog: 'taken' };
  await desk.user.keyboard('{Control>}{Alt>}j{/Alt}{/Control}');
  await waitFor(() => expect(settings()?.quickLogKey).toBe('CommandOrControl+Alt+J'));
  await screen.findByText('Another program has Ctrl+Alt+J. Choose others.');
});
