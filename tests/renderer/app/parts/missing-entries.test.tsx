import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MissingEntries } from '../../../../renderer/app/parts/missing-entries.tsx';
import { Banners } from '../../../../renderer/app/banners.tsx';
import { usePlan } from '../../../../renderer/data/plan.ts';
import { useSession } from '../../../../renderer/state/session.ts';
import type { SyncStatus } from '#shared/ipc';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  await waitFor(() => expect(useSession.getState().sync).not.toBeNull());
  // What it says from here on is what the test says.
  await desk.computer.engine.close();
});
afterEach(() => desk.leave());

function Shown() {
  const plan = usePlan();
  return plan ? <MissingEntries plan={plan} /> : null;
}

/** As if the engine had said so. */
function say(change: Partial<SyncStatus>): void {
  const { sync } = useSession.getState();
  if (sync) useSession.setState({ sync: { ...sync, ...change } });
}

const gapOf = (memberId: string, firstMissing: number) => ({
  memberId,
  stream: 'a'.repeat(32),
  firstMissing,
  lastMissing: firstMissing + 45,
});

test('beside the figures it is said whose entries are missing, and which', async () => {
  say({ gaps: [gapOf(desk.memberId, 215)] });
  desk.show('overview', <Shown />);
  expect(await screen.findByText('Entries of Mara have not arrived')).toBeTruthy();
  expect(screen.getByText('Mara: entries 215 to 260')).toBeTruthy();
  await desk.user.click(screen.getByRole('button', { name: 'Show in Sync' }));
});

test('of many it is said how many; of none, nothing', async () => {
  say({ gaps: ['ana', 'ben', 'cai', 'dan'].map((id, i) => gapOf(id, 1 + i * 100)) });
  const { container } = desk.show('overview', <Shown />);
  expect(await screen.findByText('Entries of 4 people have not arrived')).toBeTruthy();
  say({ gaps: [] });
  await waitFor(() => expect(container.textContent).toBe(''));
});

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
