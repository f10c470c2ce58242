import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Queue } from '../../../../renderer/features/sync/queue.tsx';
import { SyncView } from '../../../../renderer/features/sync/sync-view.tsx';
import { now } from '../../../../renderer/services/clock.ts';
import { useSession } from '../../../../renderer/state/session.ts';

let desk: ManagerDesk;
let folder: string;

beforeEach(async () => {
  desk = await openManager();
  folder = await mkdtemp(path.join(tmpdir(), 'outlog-shared-'));
  await waitFor(() => expect(useSession.getState().sync).not.toBeNull());
});
afterEach(async () => {
  await desk.leave();
  await rm(folder, { recursive: true, force: true });
});

test('without a folder it says so, and that nothing is lost', async () => {
  desk.show('sync', <SyncView />);
  expect(await screen.findByText('Saved on this computer; no folder chosen yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send now' })).toHaveProperty('disabled', true);
  const log = await screen.findByRole('grid', { name: 'Logs and how far they are' });
  expect(within(log).getByText(/to send/)).toBeTruthy();
});

test('a chosen folder is sent to at once, and the log’s line says so', async () => {
  desk.computer.choices.folder = folder;
  desk.show('sync', <SyncView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  await screen.findByText('Reachable');
  await desk.user.click(screen.getByRole('button', { name: 'Send now' }));
  const log = screen.getByRole('grid', { name: 'Logs and how far they are' });
  await within(log).findByText('all sent');
  expect(screen.getByText('Nothing waits.')).toBeTruthy();
});

test('a try to come is in a moment, not just now', () => {
  const { sync } = useSession.getState();
  if (!sync) throw new Error('a session has a state of sending');
  const waiting = 'folder-unreachable';
  desk.show(
    'sync',
    <Queue sync={{ ...sync, unsentCount: 2, waiting, nextTryAtMs: now() + 9_000 }} />,
  );
  expect(screen.getByText('in a moment')).toBeTruthy();
});

test('a file that is no batch is named with its reason, and nothing else changes', async () => {
  const stray = path.join(folder, 'notes.outlog');
  await writeFile(stray, 'just some notes\n');
  desk.computer.choices.openPath = stray;
  desk.show('sync', <SyncView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Choose files…' }));
  await waitFor(() => expect(screen.getAllByText(/notes\.outlog/).length).toBeGreaterThan(0));
  expect(
    screen.getAllByText(/This is not an Outlog batch|The file is damaged|The file ends too early/)
      .length,
  ).toBeGreaterThan(0);
});
