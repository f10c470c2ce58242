import { openManager } from '../support/open-manager.tsx';
import type { ManagerDesk } from '../support/open-manager.tsx';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Banners } from '../../../renderer/app/banners.tsx';
import { useSession } from '../../../renderer/state/session.ts';
import type { SyncStatus } from '#shared/ipc';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  await waitFor(() => expect(useSession.getState().sync).not.toBeNull());
  // What it says from here on is what the test says.
  await desk.computer.engine.close();
});
afterEach(() => desk.leave());

/** As if the engine had said so. */
function say(change: Partial<SyncStatus>): void {
  const { sync } = useSession.getState();
  if (sync) useSession.setState({ sync: { ...sync, ...change } });
}

test('a disk that is getting full, and one that is, are said on every view', async () => {
  desk.show('overview', <Banners />);
  expect(screen.queryByRole('alert')).toBeNull();
  say({ disk: 'low' });
  expect(await screen.findByRole('alert')).toBeTruthy();
  const low = screen.getByRole('alert').textContent;
  say({ disk: 'full' });
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(low));
  say({ disk: 'ok' });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
