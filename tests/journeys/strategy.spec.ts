import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { joinTeam } from './steps/assistant.ts';
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
import { giveOut, lineOf, progressOf, writeCascade } from './steps/strategy.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');

/** What the status line says once nothing is left to send. */

const CASCADE = {
  goal: 'Half of our customers buy again within a year',
  priority: 'New products can be bought within a day',
  objective: 'The catalogue is complete',
  keyResult: '40 new products live',
  target: 40,
};
const WORK = {
  to: 'Ana Reyes',
  outcome: 'Product uploads',
  title: 'Winter candles, sheet 3',
  quantity: 10,
};

test('from intent to today’s work: a cascade, work given out, blocked, finished, and progress in the tree', async () => {
  const root = await temporaryFolder('strategy');
  const folder = path.join(root, 'shared');
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
    await test.step('the manager writes the cascade down to an outcome with a promise', async () => {
      await startTeam(manager.page, 'Cedar Lane Shop', 'Inês Prado');
      await chooseSyncFolder(manager, folder);
      await addMemberAndInvite(
        manager,
        { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' },
        invite,
      );
      await writeCascade(manager.page, CASCADE);
      await addOutcome(manager.page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: WORK.outcome,
        unit: 'listings',
        target: 40,
        owner: WORK.to,
        keyResult: CASCADE.keyResult,
        completedWithinHours: 8,
      });
      await openView(manager.page, 'Strategy');
      await expect(lineOf(manager.page, WORK.outcome)).toBeVisible();
      await expect.poll(async () => await progressOf(manager.page, CASCADE.goal)).toBe(0);
    });

    await test.step('the manager gives out work', async () => {
      await giveOut(manager.page, WORK);
      await sendNow(manager.page);
      await expectSent(manager.page, 1);
    });

    const assistant = await launch('assistant', 'Asia/Manila');
    const row = assistant.page
      .getByRole('grid', { name: 'Work' })
      .getByRole('row')
      .filter({ hasText: WORK.title });
    await test.step('the assistant, a third of the world away, sees it with its countdown and what it is for', async () => {
      await joinTeam(assistant, invite, WORK.to);
      await expect(row).toBeVisible();
      await expect(row).toContainText(/8 h|7 h \d+ min/);
      await row.focus();
      await assistant.page.keyboard.press('g');
      await expect(assistant.page.getByText(CASCADE.goal).filter({ visible: true })).toHaveCount(1);
      await assistant.page.keyboard.press('Escape');
    });

    await test.step('begins it and is held up by a question', async () => {
      const { page } = assistant;
      await row.focus();
      await page.keyboard.press('s');
      await expect(row.getByRole('button', { name: /^Complete/ })).toBeVisible();
      await row.focus();
      await page.keyboard.press('b');
      const dialog = page
        .getByRole('dialog', { name: new RegExp(WORK.title) })
        .and(page.locator(':not([data-toast])'));
      await dialog.getByRole('radio', { name: /manager/i }).click();
      await dialog
        .getByRole('textbox', { name: 'What is missing' })
        .fill('Which price list holds?');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(row).toContainText('Which price list holds?');
      await sendNow(page);
      await expectSent(page, 1);
    });

    await test.step('the manager sees on whom it waits', async () => {
      const { page } = manager;
      await openView(page, 'Overview');
      await importNow(page);
      const blocked = page.getByRole('region', { name: 'Blocked' });
      await expect(blocked).toContainText('Which price list holds?');
      await expect(blocked).toContainText('waits for you');
    });

    await test.step('the assistant goes on, finishes and sends', async () => {
      const { page } = assistant;
      await openView(page, 'Today');
      await row.focus();
      await page.keyboard.press('u');
      await expect(row).not.toContainText('Which price list holds?');
      await row.focus();
      await page.keyboard.press('c');
      const dialog = page
        .getByRole('dialog', { name: new RegExp(WORK.title) })
        .and(page.locator(':not([data-toast])'));
      await expect(dialog).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
      await expect(row).toHaveCount(0);
      await sendNow(page);
      await expectSent(page, 1);
    });

    await test.step('the manager’s tree has moved, from the key result up to the goal', async () => {
      const { page } = manager;
      await openView(page, 'Overview');
      await importNow(page);
      await openView(page, 'Strategy');
      for (const name of [CASCADE.keyResult, CASCADE.objective, CASCADE.priority, CASCADE.goal]) {
        await expect.poll(async () => await progressOf(page, name)).toBe(0.25);
      }
    });
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});
