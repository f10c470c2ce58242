import '../../support/window-outlog.ts';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderEncryption } from '../../../../renderer/app/parts/folder-encryption.tsx';
import { chooseFolder } from '../../../../renderer/services/folder.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
let shared = '';
beforeEach(async () => {
  desk = await openManager();
  shared = path.join(desk.computer.dir, 'shared');
  await mkdir(shared);
  desk.show('settings', <FolderEncryption />);
});
afterEach(async () => {
  await desk.leave();
});

const markerOf = (folder: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, 'outlog-folder.json'), 'utf8'));

test('there is nothing to encrypt without a folder; with one it is asked, then done and said', async () => {
  expect(screen.queryByRole('button')).toBeNull();
  desk.computer.choices.folder = shared;
  must(await chooseFolder(desk.workspace.id));
  expect(await screen.findByText(/signed, not encrypted/)).toBeDefined();

  await desk.user.click(await screen.findByRole('button', { name: 'Encrypt…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/Everybody who joined before needs a new invite/)).toBeDefined();
  expect(markerOf(shared)).not.toHaveProperty('encrypted');
  await desk.user.click(dialog.getByRole('button', { name: 'Encrypt from now on' }));

  expect(await screen.findByText(/copy its files and not read them/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Encrypt…' })).toBeNull();
  expect(markerOf(shared)).toMatchObject({ encrypted: 'age' });
});
