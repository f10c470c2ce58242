import { renameSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ImportDialog } from '../../../../renderer/app/parts/import-dialog.tsx';
import { ImportSummaryList } from '../../../../renderer/app/parts/import-summary.tsx';
import { stopCatchUp } from '../../../../renderer/services/catch-up.ts';
import { save } from '../../../../renderer/services/save.ts';
import { sendNow } from '../../../../renderer/services/sync.ts';
import { useSession } from '../../../../renderer/state/session.ts';
import { doneEdit, invited, managerDesk, must, sitDown } from '../../services/desks.ts';

vi.setConfig({ testTimeout: 40_000 });

const figure = (name: string) => screen.getByRole('group', { name });

/** Every batch below a folder. */
async function batchesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.outlog')).map((name) => path.join(folder, name));
}

/** An assistant has sent three finished entries, and whatever `more` sends. */
async function withLogInFolder(more: (folder: string) => Promise<void> = async () => {}) {
  const manager = await managerDesk({ isActive: false });
  const ana = await invited(manager);
  await sitDown(ana);
  must(await save([doneEdit('ana', 'a'), doneEdit('ana', 'b'), doneEdit('ana', 'c')]));
  must(await sendNow());
  await more(ana.folder);
  return { manager, folder: ana.folder };
}

/**
 * The manager sits down while the folder is away and opens the dialog the moment it is back: nothing has
 * been read by itself.
 */
async function importAtOnce({ manager, folder }: Awaited<ReturnType<typeof withLogInFolder>>) {
  const away = `${folder}-away`;
  renameSync(folder, away);
  await sitDown(manager);
  renameSync(away, folder);
  const shown = render(<ImportDialog isOpen onClose={() => {}} />);
  await screen.findByText('New entries');
  return shown;
}

test('says what was new, and the second time that it was all here', async () => {
  const first = await importAtOnce(await withLogInFolder());
  expect(within(figure('New entries')).getByText('3')).toBeDefined();
  first.unmount();
  render(<ImportDialog isOpen onClose={() => {}} />);
  await screen.findByText('New entries');
  expect(within(figure('New entries')).getByText('0')).toBeDefined();
  expect(screen.getByText('Everything was already here.')).toBeDefined();
  expect(within(figure('Not taken')).getByText('0')).toBeDefined();
});

test('entries out of files that were read by themselves come from no “0 files”', () => {
  const nothing = { changedEntries: 0, alreadyHad: 0, refused: [], rejected: [], gaps: [] };
  const summary = { ...nothing, newEntries: 5, newBatches: 0, newChanges: 0, knownBatches: 2 };
  render(<ImportSummaryList summary={summary} />);
  expect(within(figure('New entries')).getByText('from files read just before')).toBeDefined();
});

test('names a damaged file and why it was not taken, and still takes the rest', async () => {
  let damaged = '';
  const desks = await withLogInFolder(async (folder) => {
    const known = new Set(await batchesIn(folder));
    must(await save([doneEdit('ana', 'd')]));
    must(await sendNow());
    damaged = (await batchesIn(folder)).find((file) => !known.has(file)) ?? '';
    const bytes = await readFile(damaged);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(damaged, bytes);
  });
  await importAtOnce(desks);
  expect(within(figure('New entries')).getByText('3')).toBeDefined();
  expect(within(figure('Not taken')).getByText('1')).toBeDefined();
  expect(screen.getByText(new RegExp(`${path.basename(damaged)}: `))).toBeDefined();
});

test('what was stopped is said beside what it brought, and goes on from there', async () => {
  const desks = await withLogInFolder(async () => {
    must(await save(Array.from({ length: 300 }, (_, at) => doneEdit('ana', `e${at}`))));
    must(await sendNow());
  });
  const unfollow = useSession.subscribe(({ merge }) => {
    if (merge.phase === 'merging') stopCatchUp();
  });
  onTestFinished(unfollow);
  await importAtOnce(desks);
  unfollow();
  expect(screen.getByText(/changes left to read/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
  await waitFor(() => expect(within(figure('New entries')).getByText('303')).toBeDefined(), {
    timeout: 20_000,
  });
  expect(screen.queryByText(/changes left to read/)).toBeNull();
});

test('without a folder it leads to choosing one', async () => {
  await sitDown(await managerDesk());
  render(<ImportDialog isOpen onClose={() => {}} />);
  expect(await screen.findByText('Choose how work travels first')).toBeDefined();
});
