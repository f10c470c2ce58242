import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { currentStep, joinTeam } from './steps/assistant.ts';
import { openView } from './steps/fields.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';
import type { RunningApp } from './steps/launch-at.ts';
import {
  addMemberAndInvite,
  addOutcome,
  chooseSyncFolder,
  importNow,
  sendNow,
  startTeam,
} from './steps/manager.ts';
import { chooseInDialog } from './steps/native-dialogs.ts';
import { publishDraft, publishSop } from './steps/sops.ts';
import { giveOut } from './steps/strategy.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');
/** What the Sync screen says once the folder has everything. */
const SENT = 'Nothing waits.';

const SOP = {
  title: 'Put a product live',
  outcome: 'Product uploads',
  steps: [
    {
      title: 'Read the whole sheet first',
      how: 'From the first row to the **last**.',
      why: 'Questions asked at once are answered at once.',
      kind: 'A tick',
    },
    {
      title: 'How many prices differ?',
      how: 'Compare the two price columns.',
      why: 'Net prices went live for three weeks.',
      kind: 'A number',
      atMost: 60,
    },
    {
      title: 'Which ones?',
      how: 'Product, price here, price there.',
      why: 'The buyer wants to know.',
      kind: 'A text',
      shownFrom: { step: 'How many prices differ?', atLeast: 1 },
    },
    {
      title: 'A picture of the live page',
      how: 'In a private window.',
      why: 'A picture ends every argument.',
      kind: 'A file or photo',
    },
  ],
} as const;
const WORK = {
  to: 'Ana Reyes',
  outcome: 'Product uploads',
  title: 'Winter candles, sheet 3',
  quantity: 10,
};
const BETTER = 'Compare the column “Retail incl. tax” with the shop, row by row.';

test('an SOP that evolves: written, run offline, improved by who runs it, migrated in the middle', async () => {
  const root = await temporaryFolder('sops');
  const folder = path.join(root, 'shared');
  const away = path.join(root, 'shared-away');
  const invite = path.join(folder, 'ana.outlog-invite');
  const photo = path.join(root, 'live page.png');
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
    await test.step('the manager writes an SOP with a condition and a photo, publishes it and gives out work', async () => {
      const { page } = manager;
      await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
      await chooseSyncFolder(manager, folder);
      const ana = { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' };
      await addMemberAndInvite(manager, ana, invite);
      await addOutcome(page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: WORK.outcome,
        unit: 'listings',
        target: 40,
        owner: WORK.to,
      });
      await publishSop(page, SOP);
      await giveOut(page, WORK);
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    const assistant = await launch('assistant', 'Asia/Manila');
    await test.step('the assistant runs it without a connection', async () => {
      const { page } = assistant;
      await joinTeam(assistant, invite, WORK.to);
      const row = page
        .getByRole('grid', { name: 'Work' })
        .getByRole('row')
        .filter({ hasText: WORK.title });
      await expect(row).toBeVisible();
      await rename(folder, away);
      // The plan may come a moment after the work.
      await expect(row.getByRole('button', { name: 'Run its checklist' })).toBeAttached();
      await row.focus();
      await page.keyboard.press('x');
      await expect(page.getByRole('heading', { level: 1, name: SOP.title })).toBeVisible();
      await expect(currentStep(page)).toHaveText(SOP.steps[0].title);
      await page.keyboard.press('Space');
      await expect(currentStep(page)).toHaveText(SOP.steps[1].title);
      // Nothing differs, so nobody asks which.
      await page.keyboard.type('0');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText(SOP.steps[3].title);
      await page.keyboard.press('PageUp');
      await expect(currentStep(page)).toHaveText(SOP.steps[1].title);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText(SOP.steps[2].title);
      await page.keyboard.type('Candle 4: 12 here, 14 there');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText(SOP.steps[3].title);
      await page.screenshot({ path: photo });
      await chooseInDialog(assistant.app, photo);
      await page.getByRole('button', { name: 'Attach files…' }).click();
      const look = page.getByRole('button', { name: 'Look at live page.png' });
      await expect(look.locator('img')).toBeVisible();
    });

    await test.step('suggests how a step would read better', async () => {
      const { page } = assistant;
      await page.getByRole('button', { name: /How many prices differ/ }).click();
      await page.getByRole('button', { name: /^Suggest/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Suggest an improvement' });
      await dialog.getByRole('radio', { name: 'Better idea' }).click();
      await dialog.getByRole('textbox', { name: 'How' }).fill(BETTER);
      await dialog.getByRole('button', { name: /^Suggest/ }).click();
      await expect(dialog).toBeHidden();
      await rename(away, folder);
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    await test.step('the manager takes it up in version 2, with credit', async () => {
      const { page } = manager;
      await openView(page, 'Overview');
      await importNow(page);
      await openView(page, 'SOPs');
      await page.getByText(SOP.title).first().click();
      await page.getByRole('tab', { name: /^Suggestions/ }).click();
      await page.getByRole('button', { name: 'Accept the suggestion of Ana Reyes' }).click();
      const dialog = page.getByRole('dialog', { name: 'Accept the suggestion of Ana Reyes' });
      await dialog.getByRole('button', { name: 'Accept into the draft' }).click();
      await expect(dialog).toBeHidden();
      await publishDraft(page, 2, {
        note: 'The price step names the column.',
        reason: 'The sheet has two price columns.',
      });
      await page.getByRole('tab', { name: /^Versions/ }).click();
      await expect(page.getByText('Suggested by Ana Reyes')).toBeVisible();
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    await test.step('the open run goes on in version 2, with all its answers', async () => {
      const { page } = assistant;
      await openView(page, 'Checklists');
      await page.getByRole('button', { name: `Resume “${SOP.title}”` }).click();
      await page.getByRole('button', { name: 'See what would change' }).click();
      const dialog = page.getByRole('dialog', { name: 'Go on with version 2?' });
      await expect(dialog).toContainText('4 answers carry over');
      await expect(dialog).toContainText('Retail incl. tax');
      await dialog.getByRole('button', { name: 'Go on with version 2' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Version 2', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'To the end' }).click();
      await page.getByRole('button', { name: /^Finish and complete it/ }).click();
      await expect(page.getByText(/^Finished in/)).toBeVisible();
      await expect(page.getByText('Candle 4: 12 here, 14 there')).toBeVisible();
      await expect(page.getByText('Went on with version 2, from version 1')).toBeVisible();
      await openView(page, 'Today');
      await expect(page.getByRole('region', { name: 'Logged today' })).toContainText(WORK.title);
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    await test.step('the manager sees the finished run with its picture, and the output', async () => {
      const { page } = manager;
      await openView(page, 'Overview');
      await importNow(page);
      await openView(page, 'SOPs');
      await page.getByText(SOP.title).first().click();
      await page.getByRole('tab', { name: /^Insights/ }).click();
      await page.getByRole('button', { name: '1 run', exact: true }).click();
      await page.getByRole('dialog').getByRole('row').filter({ hasText: WORK.to }).click();
      const picture = page.getByRole('button', { name: 'Look at live page.png' });
      await expect(picture.locator('img')).toBeVisible();
    });
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});

test('the sample shows whether a version has helped, with how sure that is', async () => {
  const { app, page } = await launchAt(await temporaryFolder('sop-effect'), {
    clockOffsetMs: offsetTo(WEDNESDAY_MS),
    timeZone: 'Europe/Lisbon',
  });
  try {
    await page.getByRole('button', { name: /sample/i }).click();
    await openView(page, 'SOPs');
    await page.getByText('Put a sheet of products live').first().click();
    await page.getByRole('tab', { name: /^Insights/ }).click();
    const errors = page.getByRole('table', { name: 'Errors' });
    await expect(errors).toContainText('Helped');
    await expect(errors).toContainText(/n = \d+ units/);
    await page.getByRole('tab', { name: /^Versions/ }).click();
    await page.getByRole('button', { name: 'Compare…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare versions' });
    // Nothing was written since the second version: it is shown beside the first.
    await expect(dialog).toContainText('Compare every price with the column');
  } finally {
    await app.close();
  }
});
