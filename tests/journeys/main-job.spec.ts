import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { currentStep, joinTeam, logLines, startChecklist } from './steps/assistant.ts';
import { openView } from './steps/fields.ts';
import { killGroup } from './steps/kill.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';
import type { RunningApp } from './steps/launch-at.ts';
import {
  addMemberAndInvite,
  addOutcome,
  chooseSyncFolder,
  expectSent,
  figureIn,
  figureOf,
  importNow,
  sendNow,
  startTeam,
} from './steps/manager.ts';
import { publishSop } from './steps/sops.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon: the same working day for both. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');
const MANAGER_ZONE = 'Europe/Lisbon';
const ASSISTANT_ZONE = 'Asia/Manila';

const CHECKLIST = {
  title: 'Put a product live',
  outcome: 'Product uploads',
  steps: [
    {
      title: 'Read the whole sheet first',
      how: 'From top to bottom. Mark what is **missing**.',
      why: 'One question asked early saves three asked late.',
      kind: 'A tick',
    },
    {
      title: 'How many photographs are there?',
      how: 'Count what is in the folder.',
      why: 'Pages with fewer than four sell half as well.',
      kind: 'A number',
    },
    {
      title: 'Which shelf is it for?',
      how: 'Where the two nearest products stand.',
      why: 'Nobody finds what is on the wrong shelf.',
      kind: 'A choice',
      options: ['Kitchen', 'Light', 'Textiles'],
    },
    {
      title: 'Read the price aloud from the live page',
      how: 'In a private window.',
      why: 'Reading aloud is slower than looking.',
      kind: 'A tick',
    },
  ],
} as const;

const LINES = [
  '12 Product uploads, 1 error, autumn linen sheet 2',
  '8 Product uploads no errors #LH-214',
  '5 listings for Product uploads',
  '3 Product uploads, 1 error',
  '2 Product uploads, late sheet from the supplier',
];

test('the main job: set up, work offline through a kill, send, import, receive', async () => {
  const root = await temporaryFolder('main-job');
  const folder = path.join(root, 'shared');
  const away = path.join(root, 'shared-away');
  const invite = path.join(folder, 'ana.outlog-invite');
  const clockOffsetMs = offsetTo(WEDNESDAY_MS);
  const atManager = { clockOffsetMs, timeZone: MANAGER_ZONE };
  const atAssistant = { clockOffsetMs, timeZone: ASSISTANT_ZONE };
  await mkdir(folder);
  const running: RunningApp[] = [];
  const launch = async (...[name, clock]: [string, typeof atManager]): Promise<RunningApp> => {
    const app = await launchAt(path.join(root, name), clock);
    running.push(app);
    return app;
  };

  try {
    const manager = await launch('manager', atManager);
    await test.step('the manager writes the plan and invites', async () => {
      await startTeam(manager.page, 'Cedar Lane Shop', 'Inês Prado');
      await chooseSyncFolder(manager, folder);
      await addMemberAndInvite(
        manager,
        { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' },
        invite,
      );
      await addOutcome(manager.page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: 'Product uploads',
        unit: 'listings',
        target: 40,
        owner: 'Ana Reyes',
      });
      await publishSop(manager.page, CHECKLIST);
      await sendNow(manager.page);
      await expect(manager.page.getByText('Everything sent').first()).toBeVisible();
    });

    let assistant = await launch('assistant', atAssistant);
    await test.step('the assistant opens the invite and has a day to work', async () => {
      await joinTeam(assistant, invite, 'Ana Reyes');
      await expect(assistant.page.getByText('Product uploads').first()).toBeVisible();
      // Three of the eight hours of the day were left when Ana joined.
      await expect(assistant.page.getByText('of 15')).toBeVisible();
    });

    await test.step('the folder goes away; output is logged all the same', async () => {
      await rename(folder, away);
      await logLines(assistant.page, LINES);
      await expect(assistant.page.getByText('5 entries')).toBeVisible();
      await sendNow(assistant.page);
      await expect(assistant.page.getByText('waiting for the folder')).toBeVisible();
      await expect(figureIn(assistant.page, 'Saved here')).toHaveText('5');
    });

    await test.step('a checklist is killed in the middle', async () => {
      const { page } = assistant;
      await startChecklist(page, CHECKLIST.title);
      await expect(currentStep(page)).toHaveText('Read the whole sheet first');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText('How many photographs are there?');
      await page.getByRole('textbox', { name: 'Number' }).fill('6');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText('Which shelf is it for?');
      await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
      await killGroup(assistant.app);
    });

    await test.step('everything is there again, at the same step', async () => {
      assistant = await launch('assistant', atAssistant);
      const { page } = assistant;
      await openView(page, 'Entries');
      await expect(figureIn(page, 'Completed')).toHaveText('5');
      await openView(page, 'Today');
      await expect(page.getByText('5 entries')).toBeVisible();
      await page.getByRole('button', { name: 'Resume' }).click();
      await expect(currentStep(page)).toHaveText('Which shelf is it for?');
      await expect(page.getByRole('progressbar', { name: '2 of 4 steps' })).toBeVisible();
      await page.keyboard.press('3');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText('Read the price aloud from the live page');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Finish', exact: true }).click();
      await expect(page.getByText(/^Finished in/)).toBeVisible();
      await expect(page.getByText('Textiles')).toBeVisible();
    });

    await test.step('the folder comes back and everything is sent', async () => {
      await rename(away, folder);
      await sendNow(assistant.page);
      await expectSent(assistant.page, 5);
      const countOf = async (name: string): Promise<number> =>
        Number(await figureOf(assistant.page, name));
      await expect.poll(async () => (await countOf('Sent')) + (await countOf('Received'))).toBe(5);
    });

    await test.step('the manager imports; output and target agree down to the entries', async () => {
      const { page } = manager;
      await openView(page, 'Overview');
      const figures = await importNow(page);
      expect(figures).toMatchObject({ 'Not taken': '0', Gaps: '0' });
      // The app looks by itself as well, and may have been quicker.
      expect(['5', '0']).toContain(figures['New entries']);
      const output = page.getByRole('region', { name: 'Output against target' });
      const row = output.getByRole('row').filter({ hasText: 'Ana Reyes' });
      // Ana's targets count from Wednesday 15:00: three hours, and two days.
      await expect(row).toContainText('30 of 95 listings');
      await page.getByRole('radio', { name: 'Day' }).click();
      await expect(row).toContainText('30 of 15 listings');
      await row.getByRole('button', { name: 'Ana Reyes', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Entries' })).toBeVisible();
      await expect(figureIn(page, 'Completed')).toHaveText('5');
      await expect(page.getByText('2 errors in 23 checked')).toBeVisible();
      await openView(page, 'Overview');
      expect(await importNow(page)).toMatchObject({ 'New entries': '0' });
    });

    await test.step('the assistant sees that it was received', async () => {
      const { page } = assistant;
      await openView(page, 'Sync');
      await importNow(page);
      await expect(page.getByText('All 5 received').first()).toBeVisible();
      await expect(figureIn(page, 'Received')).toHaveText('5');
    });
    expect(await readdir(folder)).toContain('v1');
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});
