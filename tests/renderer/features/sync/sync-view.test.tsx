import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { QueueFacts } from '../../../../renderer/features/sync/queue-facts.tsx';
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

const table = async (name: string) => await screen.findByRole('grid', { name });

test('without a folder it says so, and that nothing is lost', async () => {
  desk.show('sync', <SyncView />);
  expect(
    await screen.findByText('Saved on this computer; no folder or receiver chosen yet'),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send now' })).toHaveProperty('disabled', true);
  const queue = await table('What waits, item by item');
  expect(await within(queue).findByText('not packed yet')).toBeTruthy();
  const devices = await table('Where everybody stands');
  expect(await within(devices).findByText('Mara, this computer')).toBeTruthy();
  expect(await within(devices).findByText(/to send/)).toBeTruthy();
});

test('a chosen folder is sent to at once; then nothing waits', async () => {
  desk.computer.choices.folder = folder;
  desk.show('sync', <SyncView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  await screen.findByText('reachable');
  await desk.user.click(screen.getByRole('button', { name: 'Send now' }));
  const devices = await table('Where everybody stands');
  await within(devices).findByText('up to date');
  expect(await screen.findByText('Nothing waits.')).toBeTruthy();
  await waitFor(() =>
    expect(screen.queryByRole('grid', { name: 'What waits, item by item' })).toBeNull(),
  );
});

test('one item is saved as a file, by the keyboard alone', async () => {
  desk.computer.choices.savePath = path.join(folder, 'taken.outlog');
  desk.show('sync', <SyncView />);
  const queue = await table('What waits, item by item');
  queue.focus();
  await desk.user.keyboard('e');
  await waitFor(() => expect(existsSync(path.join(folder, 'taken.outlog'))).toBe(true));
  await within(queue).findByText('ready to go');
});

test('a file in the folder that is not taken is named, can be saved and is tried again', async () => {
  desk.computer.choices.folder = folder;
  desk.show('sync', <SyncView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  await screen.findByText('reachable');
  const stray = path.join(folder, 'v1', desk.workspace.id, 'team', 'notes.outlog');
  await mkdir(path.dirname(stray), { recursive: true });
  await writeFile(stray, 'just some notes\n');
  await desk.computer.engine.pull(desk.workspace.id);
  const refused = await table('Files that were not taken');
  expect(await within(refused).findByText('notes.outlog')).toBeTruthy();
  // What to do about it is said where the keyboard is.
  refused.focus();
  await screen.findByText(/Ask where it comes from|its sender still has it|still be copying it/);
  await rm(stray);
  await desk.user.click(within(refused).getByRole('button', { name: /Try now/ }));
  await screen.findByText('Nothing: every file was taken and no entry is missing.');
});

test('the log is copied for support, and holds none of what was typed', async () => {
  desk.show('sync', <SyncView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Copy the log' }));
  await waitFor(() => expect(desk.computer.copied()).toContain('unsent'));
  expect(desk.computer.copied()).not.toMatch(/Mara|Harbour/);
});

test('a try to come is in a moment, not just now', () => {
  const { sync } = useSession.getState();
  if (!sync) throw new Error('a session has a state of sending');
  const waiting = 'folder-unreachable';
  desk.show(
    'sync',
    <QueueFacts sync={{ ...sync, unsentCount: 2, waiting, nextTryAtMs: now() + 9_000 }} />,
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
