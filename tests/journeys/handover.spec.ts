import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { currentStep, joinTeam, startChecklist } from './steps/assistant.ts';
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
import { chooseInDialog, saveInDialog } from './steps/native-dialogs.ts';
import { publishSop } from './steps/sops.ts';
import { giveOut } from './steps/strategy.ts';

/** A Wednesday, 15:00 in Manila and 7:00 in Lisbon. */
const WEDNESDAY_MS = Date.parse('2026-11-18T07:00:00Z');
const SENT = 'Nothing waits.';
const TEAM = 'Cedar Lane Shop';
const LEAVER = 'Ana Reyes';
const RECEIVER = 'Ben Cruz';
const OUTCOME = 'Product uploads';
const WORK = { to: LEAVER, outcome: OUTCOME, title: 'Winter candles, sheet 3', quantity: 10 };
const PASSPHRASE = 'seven quiet harbours';
const NOTE = 'The buyer answers on Tuesdays.';

const SOP = {
  title: 'Put a product live',
  outcome: OUTCOME,
  steps: [
    { title: 'Read the whole sheet', how: 'All rows.', why: 'Ask once.', kind: 'A tick' },
    { title: 'How many prices differ?', how: 'Compare.', why: 'Money.', kind: 'A number' },
    { title: 'Tell the buyer', how: 'By mail.', why: 'They wait.', kind: 'A tick' },
  ],
} as const;

/** The hash of all that an instance holds of its one workspace. */
const stateHash = async (page: Page): Promise<string> =>
  await page.evaluate(async () => {
    const { outlog } = window;
    const start = await outlog.start();
    const workspace = start.ok ? (start.value.workspaces[0]?.id ?? '') : '';
    const hash = await outlog.stateHash({ workspace });
    return hash.ok ? hash.value.stateHash : hash.error.code;
  });

/** Takes the team away from this computer; what is open goes with it. */
async function leaveTeam(page: Page): Promise<void> {
  await openView(page, 'Settings');
  await page.getByRole('button', { name: 'Leave…' }).click();
  const dialog = page.getByRole('dialog', { name: `Leave ${TEAM} on this computer?` });
  await dialog.getByRole('textbox', { name: `Type “${TEAM}” to confirm` }).fill(TEAM);
  await dialog.getByRole('button', { name: 'Leave and delete' }).click();
  await expect(page.getByRole('button', { name: /^Join with an invite/ })).toBeVisible();
}

/** The files below a folder that hold a text, in any of the ways in which a browser keeps texts. */
async function filesWith(directory: string, text: string): Promise<readonly string[]> {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  const found: string[] = [];
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const bytes = await readFile(file);
    if (needles.some((needle) => bytes.includes(needle))) found.push(file);
  }
  return found;
}

test('somebody hands over: what is open, a run in the middle and a blocker, and all of it on a new machine', async () => {
  const root = await temporaryFolder('handover');
  const folder = path.join(root, 'shared');
  const archive = path.join(root, 'everything.outlog-archive');
  const file = path.join(root, 'ana.outlog-handover');
  await mkdir(folder);
  const invites = {
    ana: path.join(folder, 'ana.outlog-invite'),
    ben: path.join(folder, 'ben.outlog-invite'),
  };
  const running: RunningApp[] = [];
  const launch = async (name: string, timeZone: string): Promise<RunningApp> => {
    const clock = { clockOffsetMs: offsetTo(WEDNESDAY_MS), timeZone };
    const app = await launchAt(path.join(root, name), clock);
    running.push(app);
    return app;
  };
  const importHere = async (page: Page): Promise<void> => {
    await openView(page, 'Sync');
    await importNow(page);
  };

  try {
    const manager = await launch('manager', 'Europe/Lisbon');
    await test.step('a team with two assistants, a procedure and work', async () => {
      const { page } = manager;
      await startTeam(page, TEAM, 'Inês Prado');
      await chooseSyncFolder(manager, folder);
      await addMemberAndInvite(
        manager,
        { name: LEAVER, role: 'Listings', zone: 'Manila' },
        invites.ana,
      );
      await addMemberAndInvite(
        manager,
        { name: RECEIVER, role: 'Listings', zone: 'Manila' },
        invites.ben,
      );
      await addOutcome(page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: OUTCOME,
        unit: 'listings',
        target: 40,
        owner: LEAVER,
      });
      await publishSop(page, SOP);
      await giveOut(page, WORK);
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    const leaver = await launch('leaver', 'Asia/Manila');
    await test.step('who leaves is in the middle of a run, waits for the client, and writes what to know', async () => {
      const { page } = leaver;
      await joinTeam(leaver, invites.ana, LEAVER);
      const row = page
        .getByRole('grid', { name: 'Work' })
        .getByRole('row')
        .filter({ hasText: WORK.title });
      await row.focus();
      await page.keyboard.press('b');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill('Two prices are missing');
      await page.keyboard.press('Control+Enter');
      await expect(dialog).toBeHidden();
      await startChecklist(page, SOP.title);
      await page.keyboard.press('Space');
      await expect(currentStep(page)).toHaveText(SOP.steps[1].title);
      await page.keyboard.type('2');
      await page.keyboard.press('Enter');
      await expect(currentStep(page)).toHaveText(SOP.steps[2].title);
      await openView(page, 'Settings');
      await page.getByRole('button', { name: 'Write…' }).click();
      await page.getByRole('textbox', { name: OUTCOME }).fill(NOTE);
      await page.getByRole('button', { name: `Save the note on ${OUTCOME}` }).click();
      await expect(page.getByText('Note saved')).toBeVisible();
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    const receiver = await launch('receiver', 'Asia/Manila');
    await joinTeam(receiver, invites.ben, RECEIVER);

    await test.step('the manager hands all of it over in one action, and keeps it as a file', async () => {
      const { page } = manager;
      await importHere(page);
      await openView(page, 'Team');
      await page.getByRole('button', { name: `More for ${LEAVER}` }).click();
      await page.getByRole('menuitem', { name: 'Hand over…' }).click();
      await expect(page.getByText('At step 3 of 3: Tell the buyer').first()).toBeVisible();
      await expect(page.getByText(/Two prices are missing/).first()).toBeVisible();
      await expect(page.getByRole('textbox', { name: OUTCOME })).toHaveValue(NOTE);
      await saveInDialog(manager.app, file);
      await page.getByRole('button', { name: 'Save as file…' }).click();
      await expect(page.getByText('Saved as ana.outlog-handover')).toBeVisible();
      await page.getByRole('button', { name: 'Hand over 3 things…' }).click();
      const dialog = page.getByRole('dialog', { name: `Hand over 3 things from ${LEAVER}?` });
      await expect(dialog).toContainText(`${RECEIVER} gets 3 things`);
      await dialog.getByRole('button', { name: 'Hand over', exact: false }).last().click();
      await expect(dialog).toBeHidden();
      await expect(page.getByText('Waits for an answer')).toHaveCount(3);
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    await test.step('who receives it confirms, and the run goes on at its step', async () => {
      const { page } = receiver;
      await importHere(page);
      await openView(page, 'Today');
      await page.getByRole('button', { name: `Look at what you take over from ${LEAVER}` }).click();
      const pack = page.getByRole('dialog', { name: `From ${LEAVER}, for you` });
      await expect(pack).toContainText(WORK.title);
      await pack.getByRole('button', { name: /^Confirm all/ }).click();
      await expect(pack).toBeHidden();
      await page.getByRole('button', { name: `Look at “${SOP.title}” from ${LEAVER}` }).click();
      await page.getByRole('dialog').getByRole('button', { name: /^Take/ }).click();
      await expect(currentStep(page)).toHaveText(SOP.steps[2].title);
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Finish', exact: true }).click();
      await expect(page.getByText(/^Finished in/)).toBeVisible();
      await sendNow(page);
      await expect(page.getByText(SENT)).toBeVisible();
    });

    await test.step('the manager sees it confirmed; who left has nothing open', async () => {
      const { page } = manager;
      await importHere(page);
      await openView(page, 'Team');
      await page.getByRole('button', { name: `More for ${LEAVER}` }).click();
      await page.getByRole('menuitem', { name: 'Hand over…' }).click();
      await expect(page.getByText('Confirmed', { exact: true })).toHaveCount(2);
      await expect(page.getByText('Taken', { exact: true })).toHaveCount(1);
      await expect(page.getByText('Nothing is open')).toBeVisible();
    });

    await test.step('the file opens elsewhere', async () => {
      const { app, page } = receiver;
      await openView(page, 'Settings');
      await page.getByRole('button', { name: 'Open a file…' }).click();
      await chooseInDialog(app, file);
      await page.getByRole('button', { name: 'Open a file…' }).click();
      await expect(page.getByText('Signed by Inês Prado')).toBeVisible();
      await expect(page.getByText(NOTE)).toBeVisible();
    });

    await test.step('all of it is exported and restored on a new machine, with the same state', async () => {
      const { app, page } = manager;
      await openView(page, 'Settings');
      await page.getByRole('button', { name: 'Export…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export everything' });
      await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await dialog.getByLabel('Once more').fill(PASSPHRASE);
      await saveInDialog(app, archive);
      await dialog.getByRole('button', { name: /^Choose where/ }).click();
      await expect(dialog).toBeHidden({ timeout: 30_000 });
      const before = await stateHash(page);
      const fresh = await launch('fresh', 'Europe/Lisbon');
      await fresh.page.getByRole('button', { name: /^Join with an invite/ }).click();
      await chooseInDialog(fresh.app, archive);
      await fresh.page.getByRole('button', { name: 'Restore from an export' }).click();
      await fresh.page.getByLabel('Passphrase of the export').fill(PASSPHRASE);
      await fresh.page
        .getByRole('button', { name: /^Restore/ })
        .last()
        .click();
      await expect(fresh.page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible({
        timeout: 30_000,
      });
      expect(await stateHash(fresh.page)).toBe(before);
      await openView(fresh.page, 'Team');
      await expect(fresh.page.getByText(LEAVER).first()).toBeVisible();
      await leaveTeam(fresh.page);
      await fresh.app.close();
      expect(await filesWith(path.join(root, 'fresh'), NOTE)).toEqual([]);
    });
  } finally {
    await Promise.all(running.map(({ app }) => app.close().catch(() => undefined)));
    await rm(root, { recursive: true, force: true });
  }
});
