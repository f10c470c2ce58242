import { once } from 'node:events';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../journeys/launch.ts';
import { startProgram } from '../journeys/steps/electron-program.ts';
import { openView } from '../journeys/steps/fields.ts';
import { startTeam } from '../journeys/steps/manager.ts';
import { TRUST_ANYBODY, serveUpdate } from '../journeys/steps/update-server.ts';

// An AppImage cannot be packed without its runtime: a script stands in its place on the disk, and everything
// that finds, fetches, verifies and replaces it is the packed program's own.
test.skip(process.platform !== 'linux', 'AppImages are Linux’s');

const OLD = '#!/bin/sh\n# old\nexit 0\n';
const NEW = '#!/bin/sh\n# new\nexit 0\n';

test('a newer version takes the old one’s place on quitting, and never over what is unsaved', async () => {
  const root = await temporaryFolder('update');
  const appImage = path.join(root, 'Outlog.AppImage');
  await writeFile(appImage, OLD);
  await chmod(appImage, 0o755);
  const server = await serveUpdate('99.1.2', Buffer.from(NEW));
  const start = async () => {
    const app = await startProgram({
      args: [`--user-data-dir=${path.join(root, 'data')}`, TRUST_ANYBODY],
      env: { APPIMAGE: appImage, XDG_CACHE_HOME: path.join(root, 'cache') },
    });
    return { app, page: await app.firstWindow() };
  };
  const quit = async ({ app }: Awaited<ReturnType<typeof start>>) => {
    const ended = once(app.process(), 'exit');
    await app.evaluate(({ app: electronApp }) => electronApp.quit());
    expect(await ended).toEqual([0, null]);
  };
  try {
    const first = await start();
    await startTeam(first.page, 'Cedar Lane Shop', 'Inês Prado');
    await openView(first.page, 'Settings');
    const address = first.page.getByRole('textbox', {
      name: 'Where newer versions are looked for',
    });
    await address.fill(server.url);
    await first.page.getByRole('button', { name: 'Save', exact: true }).click();
    await first.page.getByRole('button', { name: 'Look now' }).click();
    await expect(first.page.getByText('Version 99.1.2 is ready.', { exact: false })).toBeVisible();

    await openView(first.page, 'Outcomes');
    await first.page.getByRole('button', { name: 'Add outcome' }).first().click();
    await first.page.getByRole('textbox', { name: 'Short name' }).fill('Not saved yet');
    await openView(first.page, 'Settings');
    await expect(first.page.getByText('It waits while 1 draft is not saved.')).toBeVisible();
    await quit(first);
    expect(await readFile(appImage, 'utf8')).toBe(OLD);

    const second = await start();
    await openView(second.page, 'Settings');
    await second.page.getByRole('button', { name: 'Look now' }).click();
    await expect(second.page.getByText('Version 99.1.2 is ready.', { exact: false })).toBeVisible();
    await quit(second);
    expect(await readFile(appImage, 'utf8')).toBe(NEW);
  } finally {
    await server.close();
    await rm(root, { recursive: true, force: true });
  }
});
