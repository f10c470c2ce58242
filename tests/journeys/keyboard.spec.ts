import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { currentStep } from './steps/assistant.ts';
import {
  findAndOpen,
  mousePresses,
  pressButton,
  tabTo,
  take,
  watchMouse,
  write,
} from './steps/keyboard.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';
import type { RunningApp } from './steps/launch-at.ts';
import { chooseInDialog, saveInDialog } from './steps/native-dialogs.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon: the same working day for both. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');

test('the main job of a manager and an assistant, by the keyboard alone', async () => {
  const root = await temporaryFolder('keyboard');
  const folder = path.join(root, 'shared');
  const invite = path.join(folder, 'ana.outlog-invite');
  const clockOffsetMs = offsetTo(WEDNESDAY_MS);
  await mkdir(folder);
  const running: RunningApp[] = [];
  const launch = async (name: string, timeZone: string): Promise<RunningApp> => {
    const app = await launchAt(path.join(root, name), { clockOffsetMs, timeZone });
    running.push(app);
    await watchMouse(app.page);
    return app;
  };

  try {
    const manager = await launch('manager', 'Europe/Lisbon');
    await test.step('a team is started and its folder chosen', async () => {
      const { app, page } = manager;
      await pressButton(page, /^Start a team/);
      await write(page, 'Name of the workspace', 'Cedar Lane Shop');
      await write(page, 'Your name', 'Inês Prado');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
      await chooseInDialog(app, folder);
      await findAndOpen(page, 'sync', 'Sync');
      await pressButton(page, /^Choose a folder…$/, page.getByRole('main'));
      await expect(page.getByText('Reachable')).toBeVisible();
    });

    await test.step('somebody is invited', async () => {
      const { app, page } = manager;
      await findAndOpen(page, 'add person', 'Add a person to the team');
      const dialog = page.getByRole('dialog', { name: 'Add a member' });
      await write(page, 'Name', 'Ana Reyes', dialog);
      await tabTo(page, dialog.getByRole('combobox', { name: 'Time zone', exact: true }));
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('Manila');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await pressButton(page, 'Add and invite…', dialog);
      const inviting = page.getByRole('dialog', { name: 'Invite Ana Reyes' });
      await tabTo(page, inviting.getByRole('radio').first());
      await page.keyboard.press('ArrowUp');
      await expect(inviting.getByRole('radio', { name: /^File/ })).toBeChecked();
      await pressButton(page, 'Make the invite', inviting);
      await saveInDialog(app, invite);
      await pressButton(page, 'Save the file…', inviting);
      await expect(inviting.getByText(/^Saved as/)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(inviting).toBeHidden();
    });

    await test.step('an outcome is written', async () => {
      const { page } = manager;
      await findAndOpen(page, 'new out', 'New outcome');
      const editor = page.getByRole('main');
      await write(page, 'The result, in one sentence', 'Every product is live in a day', editor);
      await write(page, 'Short name', 'Product uploads', editor);
      await write(page, 'One unit is called', 'listings', editor);
      await write(page, 'Target for each person', '40', editor);
      await take(page, 'Owner', 'Ana Reyes', editor);
      await pressButton(page, 'Add outcome', editor);
      // Back where it was asked for.
      await expect(page.getByRole('heading', { level: 1, name: 'Team' })).toBeVisible();
      await expect(page.getByRole('main').getByText('Product uploads')).toBeVisible();
    });

    await test.step('an SOP is written, and published with its own key', async () => {
      const { page } = manager;
      await findAndOpen(page, 'new sop', 'New SOP');
      const dialog = page.getByRole('dialog', { name: 'New SOP' });
      await write(page, 'Title', 'Put a product live', dialog);
      await take(page, 'Serves the outcome', 'Product uploads', dialog);
      await pressButton(page, 'Start writing', dialog);
      await write(page, 'What to do', 'Read the whole sheet first');
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('Read the price aloud');
      await expect(page.getByText('All changes saved')).toBeVisible();
      await page.keyboard.press('Control+Shift+Enter');
      const publish = page.getByRole('dialog', { name: 'Publish version 1' });
      await write(page, 'What this version is for', 'First version.', publish);
      await pressButton(page, 'Publish', publish);
      await expect(page.getByText('v1 · Published')).toBeVisible();
      await findAndOpen(page, 'send now', 'Send now');
      await expect(page.getByText('Everything sent').first()).toBeVisible();
    });

    const assistant = await launch('assistant', 'Asia/Manila');
    await test.step('the assistant joins', async () => {
      const { app, page } = assistant;
      await pressButton(page, /^Join with an invite/);
      await chooseInDialog(app, invite);
      await pressButton(page, 'Choose the invite…');
      await pressButton(page, 'Join as Ana Reyes');
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
      await expect(page.getByText('Product uploads').first()).toBeVisible();
    });

    await test.step('a checklist is found, run and finished', async () => {
      const { page } = assistant;
      await findAndOpen(page, 'put prod', 'Put a product live');
      await expect(page.getByRole('button', { name: 'Start “Put a product live”' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText('Read the whole sheet first');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText('Read the price aloud');
      await page.keyboard.press('Enter');
      await pressButton(page, 'Finish');
    });

    await test.step('output is logged and sent', async () => {
      const { page } = assistant;
      await findAndOpen(page, 'today', 'Today');
      await findAndOpen(page, '12 listings, 1 error', 'Log “12 listings, 1 error”');
      const bar = page.getByRole('combobox', { name: 'Log output' });
      await expect(bar).toHaveValue('12 listings, 1 error');
      await page.keyboard.press('Enter');
      await expect(bar).toHaveValue('');
      await page.keyboard.press('Escape');
      await findAndOpen(page, 'send now', 'Send now');
      await expect(page.getByText(/^(\d+ sent|All \d+ received)$/).first()).toBeVisible();
    });

    await test.step('the manager imports it, and reads it in Insights', async () => {
      const { page } = manager;
      await page.keyboard.press('Control+1');
      await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
      await findAndOpen(page, 'import now', 'Import now');
      const dialog = page.getByRole('dialog', { name: 'Import what has arrived' });
      await pressButton(page, 'Done', dialog);
      await expect(dialog).toBeHidden();
      await page.keyboard.press('Control+2');
      await expect(page.getByRole('heading', { level: 1, name: 'Insights' })).toBeVisible();
      await expect(page.getByRole('main').getByText('12').first()).toBeVisible();
      await findAndOpen(page, '@ana', 'Ana Reyes');
      await expect(page.getByRole('dialog', { name: 'Edit Ana Reyes' })).toBeVisible();
    });

    for (const { page } of running) expect(await mousePresses(page)).toBe(0);
  } finally {
    await Promise.all(running.map(async ({ app }) => await app.close()));
    await rm(root, { recursive: true, force: true });
  }
});
