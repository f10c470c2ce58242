import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './launch.ts';
import type { Launched } from './launch.ts';
import { logLines } from './steps/assistant.ts';
import { openView } from './steps/fields.ts';
import {
  addMemberByLink,
  addOutcome,
  chooseSyncFolder,
  expectSent,
  figureIn,
  sendNow,
  startTeam,
} from './steps/manager.ts';
import { chooseInDialog, saveInDialog } from './steps/native-dialogs.ts';

/** Joining is given a minute; people's own time is not in it. */
const APP_TIME_MS = 60_000;

const openDoor = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Join with an invite/ }).click();
};
const inToday = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

const SHEETS = {
  statement: 'Every sheet is read within a day',
  name: 'Sheets',
  unit: 'sheets',
  target: 40,
} as const;

test('joining by link, by code and by picture, each within seconds; two teams on one computer keep apart', async () => {
  test.setTimeout(240_000);
  const root = await temporaryFolder('joining');
  const running: Launched[] = [];
  const launch = async (name: string, args: readonly string[] = []): Promise<Launched> => {
    const app = await launchApp(path.join(root, name), args);
    running.push(app);
    return app;
  };
  /** Runs what a person does; fails where the app makes them wait. */
  const timed = async (what: string, act: () => Promise<void>): Promise<void> => {
    const startedMs = performance.now();
    await act();
    const tookMs = performance.now() - startedMs;
    test.info().annotations.push({ type: what, description: `${Math.round(tookMs)} ms` });
    expect(tookMs).toBeLessThan(APP_TIME_MS);
  };
  /** A manager with a folder to share. */
  const office = async (team: string) => {
    const folder = path.join(root, team);
    await mkdir(folder);
    const manager = await launch(`manager of ${team}`);
    await startTeam(manager.page, team, 'Inês Prado');
    await chooseSyncFolder(manager, folder);
    return { folder, manager };
  };

  try {
    const cedar = await office('Cedar Lane Shop');
    const given = await addMemberByLink(cedar.manager.page, 'Ana Reyes');
    const picture = path.join(root, 'invite.png');
    await test.step('the picture is kept, the plan has gone out', async () => {
      const { app, page } = cedar.manager;
      await saveInDialog(app, picture);
      await page.getByRole('button', { name: 'Save the picture…' }).click();
      await expect.poll(() => readdir(root)).toContain('invite.png');
      await page.getByRole('button', { name: 'Done' }).click();
      await addOutcome(page, { ...SHEETS, owner: 'Ana Reyes' });
      await sendNow(page);
      await expect(page.getByText('Everything sent').first()).toBeVisible();
    });

    const desk = await launch('desk');
    await test.step('a link, pasted; the keyboard is enough', async () => {
      const { app, page } = desk;
      await openDoor(page);
      await chooseInDialog(app, cedar.folder);
      await timed('link', async () => {
        const field = page.getByRole('textbox', { name: 'Link or code' });
        await expect(field).toBeFocused();
        await field.fill(given.link);
        await page.keyboard.press('Enter');
        await expect(page.getByText('Ana Reyes, Assistant')).toBeVisible();
        await expect(page.getByText('“Cedar Lane Shop”: you will be asked for it')).toBeVisible();
        await expect(page.getByRole('button', { name: 'Join as Ana Reyes' })).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('button', { name: 'Choose the folder…' })).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(inToday(page)).toBeVisible();
      });
    });

    await test.step('a code, typed, with the folder it lies in; the folder is known then', async () => {
      const { app, page } = await launch('laptop');
      await openDoor(page);
      await chooseInDialog(app, cedar.folder);
      await timed('code', async () => {
        await page.keyboard.type(given.code.toLowerCase().replaceAll('-', ''));
        await expect(page.getByRole('textbox', { name: 'Link or code' })).toHaveValue(given.code);
        await page.getByText('In a folder').click();
        await page.getByRole('button', { name: 'Choose the folder…' }).click();
        await expect(page.getByText(/found with the invite/)).toBeVisible();
        await page.keyboard.press('Enter');
        await expect(inToday(page)).toBeVisible();
      });
      await logLines(page, ['3 Sheets, at the laptop']);
      await sendNow(page);
      await expectSent(page, 1);
    });

    await test.step('a picture, and a link that starts the app', async () => {
      const tablet = await launch('tablet');
      await openDoor(tablet.page);
      await chooseInDialog(tablet.app, cedar.folder);
      await timed('picture', async () => {
        await tablet.page.getByLabel('Choose a picture…').last().setInputFiles(picture);
        await tablet.page.getByRole('button', { name: 'Join as Ana Reyes' }).press('Enter');
        await tablet.page.getByRole('button', { name: 'Choose the folder…' }).press('Enter');
        await expect(inToday(tablet.page)).toBeVisible();
      });
      const started = await launch('started by a link', [given.link]);
      await expect(started.page.getByRole('button', { name: 'Join as Ana Reyes' })).toBeFocused();
    });

    await test.step('the manager hears of the laptop, and of no other team', async () => {
      const { page } = cedar.manager;
      await openView(page, 'Entries');
      await expect(page.getByText('at the laptop')).toBeVisible();
      await openView(page, 'Team');
      await page.getByRole('button', { name: /^Joined with/ }).click();
      const devices = page.getByRole('dialog', { name: 'Devices and invites of Ana Reyes' });
      await expect(devices.getByText(/last heard just now/).first()).toBeVisible();
      await devices.getByRole('button', { name: 'Done' }).click();
    });

    await test.step('a second team on the same computer: nothing of the first is seen in it', async () => {
      const { page } = desk;
      await logLines(page, ['12 Sheets, for Cedar alone']);
      const birch = await office('Birch Street Books');
      const other = await addMemberByLink(birch.manager.page, 'Ana R.');
      await birch.manager.page.getByRole('button', { name: 'Done' }).click();
      await addOutcome(birch.manager.page, { ...SHEETS, owner: 'Ana R.' });
      await sendNow(birch.manager.page);
      await expect(birch.manager.page.getByText('Everything sent').first()).toBeVisible();
      await page.getByRole('button', { name: /^Workspace and seat/ }).click();
      await page.getByRole('menuitem', { name: 'Join or start another…' }).click();
      await openDoor(page);
      await chooseInDialog(desk.app, birch.folder);
      await page.getByRole('textbox', { name: 'Link or code' }).fill(other.link);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Join as Ana R.' }).click();
      await page.getByRole('button', { name: 'Choose the folder…' }).click();
      await expect(inToday(page)).toBeVisible();
      const switcher = page.getByRole('button', { name: /^Workspace and seat/ });
      await expect(switcher).toContainText('Birch Street Books');
      await openView(page, 'Entries');
      await expect(page.getByText('Cedar alone')).toBeHidden();
      await logLines(page, ['5 Sheets, for Birch alone']);
      await sendNow(page);
      await expectSent(page, 1);

      await openView(birch.manager.page, 'Entries');
      await expect(birch.manager.page.getByText('for Birch alone')).toBeVisible();
      await expect(figureIn(birch.manager.page, 'Completed')).toHaveText('1');
      await switcher.click();
      await page.getByRole('menu').getByText('Cedar Lane Shop', { exact: true }).click();
      await expect(switcher).toContainText('Cedar Lane Shop');
      await openView(page, 'Entries');
      await expect(page.getByText('Cedar alone')).toBeVisible();
      await expect(page.getByText('Birch alone')).toBeHidden();
      await expect(figureIn(page, 'Completed')).toHaveText('2');
      for (const [folder, foreign] of [
        [cedar.folder, birch.folder],
        [birch.folder, cedar.folder],
      ] as const) {
        const [own] = await readdir(path.join(folder, 'v1'));
        expect(await readdir(path.join(foreign, 'v1'))).not.toContain(own);
      }
    });
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});
