import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { joinTeam, logLines } from './steps/assistant.ts';
import { openView } from './steps/fields.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';
import type { RunningApp } from './steps/launch-at.ts';
import {
  addMemberAndInvite,
  addOutcome,
  chooseSyncFolder,
  expectSent,
  importNow,
  sendNow,
  startTeam,
} from './steps/manager.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');

const LINES = Array.from({ length: 8 }, (_, at) => `5 Product uploads, sheet ${at + 1}`);

test('a sampled review: drawn from the log, judged offline by keyboard, read by whoever did the work', async () => {
  const root = await temporaryFolder('quality');
  const folder = path.join(root, 'shared');
  const away = path.join(root, 'shared-away');
  const invite = path.join(folder, 'ana.outlog-invite');
  await mkdir(folder);
  const running: RunningApp[] = [];
  const launch = async (name: string, timeZone: string): Promise<RunningApp> => {
    const clock = { clockOffsetMs: offsetTo(WEDNESDAY_MS), timeZone };
    const app = await launchAt(path.join(root, name), clock);
    running.push(app);
    return app;
  };

  try {
    const manager = await launch('manager', 'Europe/Lisbon');
    const { page } = manager;
    await test.step('a team with an outcome', async () => {
      await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
      await chooseSyncFolder(manager, folder);
      await addMemberAndInvite(
        manager,
        { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' },
        invite,
      );
      await addOutcome(page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: 'Product uploads',
        unit: 'listings',
        target: 40,
        owner: 'Ana Reyes',
      });
      await sendNow(page);
    });

    const assistant = await launch('assistant', 'Asia/Manila');
    await test.step('the assistant works and sends', async () => {
      await joinTeam(assistant, invite, 'Ana Reyes');
      await logLines(assistant.page, LINES);
      await sendNow(assistant.page);
      await expectSent(assistant.page, 8);
    });

    await test.step('the manager keeps a list of reasons', async () => {
      await openView(page, 'Overview');
      await importNow(page);
      await openView(page, 'Quality');
      await expect(page.getByText('No sample was drawn yet')).toBeVisible();
      await page.getByRole('button', { name: 'Return reasons…' }).click();
      const list = page.getByRole('dialog', { name: 'Why work is returned' });
      for (const reason of ['Wrong price', 'Missing photograph']) {
        await list.getByRole('textbox', { name: 'Add a reason' }).fill(reason);
        await page.keyboard.press('Enter');
        await expect(list.getByRole('button', { name: `Move “${reason}” up` })).toBeVisible();
      }
      await list.getByRole('button', { name: 'Done' }).click();
    });

    await test.step('half of the work is drawn, without a connection', async () => {
      await rename(folder, away);
      await page.getByRole('button', { name: 'Draw a sample…' }).first().click();
      const form = page.getByRole('dialog', { name: 'Draw a sample' });
      await form.getByLabel('to', { exact: true }).fill('2026-11-18');
      await form.getByText('By a share').click();
      await form.getByRole('textbox', { name: 'Share' }).fill('50');
      await expect(form.getByText('4 of 8')).toBeVisible();
      await form.getByRole('button', { name: /^Draw 4/ }).click();
      await expect(page.getByRole('option')).toHaveCount(4);
    });

    let returned = '';
    await test.step('each is judged by keyboard', async () => {
      const looked = page.getByRole('heading', { level: 2 });
      const progress = (done: number) => page.getByText(`${done} of 4 looked at`);
      await page.keyboard.press('a');
      await expect(progress(1)).toBeVisible();
      await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
      returned = (await looked.first().innerText()).split('\n')[0]?.trim() ?? '';
      await page.keyboard.press('r');
      const dialog = page.getByRole('dialog', { name: /^Return/ });
      await expect(dialog.getByRole('radio').first()).toBeFocused();
      await page.keyboard.press('2');
      await dialog.getByRole('textbox', { name: 'What is to be done better' }).fill('the last row');
      await page.keyboard.press('Enter');
      await expect(progress(2)).toBeVisible();
      await page.keyboard.press('a');
      await expect(progress(3)).toBeVisible();
      await page.keyboard.press('a');
      await expect(progress(4)).toBeVisible();
      // Three of four deliverables; nineteen of twenty pieces.
      await expect(page.getByText('75%', { exact: true })).toBeVisible();
      await expect(page.getByText('95%', { exact: true })).toBeVisible();
      await expect(page.getByText(/n = 4$/)).toBeVisible();
    });

    await test.step('the draw can be made again; the one that is open again is told', async () => {
      await page.getByRole('button', { name: '4 drawn of 8' }).click();
      await page.getByRole('button', { name: 'Check the draw' }).click();
      await expect(page.getByText(/3 of 4 are the same/)).toBeVisible();
      await page.keyboard.press('Escape');
      await rename(away, folder);
      await sendNow(page);
      await expect(page.getByText('All 4 received').first()).toBeVisible();
    });

    await test.step('the assistant reads what came back and why, and has it among the work', async () => {
      const { page: window } = assistant;
      await openView(window, 'Sync');
      await importNow(window);
      await openView(window, 'Today');
      const card = window.getByRole('region', { name: 'Looked at by Inês Prado' });
      await expect(card.getByText('3 accepted, 1 returned')).toBeVisible();
      await expect(card.getByText(returned)).toBeVisible();
      await expect(card.getByText('Missing photograph: the last row')).toBeVisible();
      await expect(card.getByText('1 of 5 wrong')).toBeVisible();
      await expect(window.getByText(/^Returned by Inês Prado/).first()).toBeVisible();
      await card.getByRole('button', { name: 'Got it' }).click();
      await expect(card).toBeHidden();
    });
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});
