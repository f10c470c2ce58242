import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { dayIn, weekdayOf } from '../../shared/day.ts';
import { joinTeam, logLines, startChecklist } from '../journeys/steps/assistant.ts';
import { openView } from '../journeys/steps/fields.ts';
import type { RunningApp } from '../journeys/steps/launch-at.ts';
import {
  addMemberAndInvite,
  addOutcome,
  chooseSyncFolder,
  figureOf,
  importNow,
  sendNow,
  startTeam,
} from '../journeys/steps/manager.ts';
import { publishSop } from '../journeys/steps/sops.ts';
import { openSample, takeSeat } from '../journeys/steps/screens.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const OUT = path.join(PROJECT, 'out/tour');
const CHECKLIST = 'Put a product live';
const LINES = [
  '12 Product uploads, 1 error, autumn linen',
  '8 Product uploads, no errors, #LH-214',
  '5 listings for Product uploads, late sheet from the supplier',
];

let pictures = 0;

const say = (words: string): void => console.log(words);

async function picture(page: Page, name: string): Promise<void> {
  pictures += 1;
  const number = String(pictures).padStart(2, '0');
  await page.screenshot({ path: path.join(OUT, `${number}-${name}.png`), animations: 'disabled' });
}

async function launch(userData: string): Promise<RunningApp> {
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`],
    cwd: PROJECT,
    colorScheme: null,
  });
  return { app, page: await app.firstWindow() };
}

/** Somebody of the sample who is at work on this day of the week. */
const somebodyAtWork = (): string =>
  weekdayOf(dayIn('Asia/Manila', Date.now())) > 5 ? 'Paolo Gerona' : 'Joanna Salcedo';

async function visitSample({ page }: RunningApp): Promise<void> {
  // The first start of all is slow: before it has painted there is nothing to take a picture of.
  await page.getByRole('button', { name: /^Look around a sample/ }).waitFor();
  await picture(page, 'welcome');
  const startedMs = Date.now();
  await openSample(page);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  await picture(page, 'overview');
  const output = await figureOf(page, 'Output against target');
  const blocked = await figureOf(page, 'Blocked');
  await openView(page, 'Entries');
  await page.getByRole('group', { name: 'Completed' }).waitFor();
  const entries = await figureOf(page, 'Completed');
  await picture(page, 'entries');
  say(`1. The sample team, written and shown in ${seconds} s: ${entries} finished entries.`);
  say(`   This week: ${output} of target, ${blocked} pieces of work blocked.`);

  const name = somebodyAtWork();
  await takeSeat(page, name);
  await openView(page, 'Today');
  await picture(page, 'today');
  await openView(page, 'Checklists');
  await page.getByRole('button', { name: 'Resume' }).first().click();
  const steps = await page.getByRole('progressbar').getAttribute('aria-label');
  await picture(page, 'checklist');
  await openView(page, 'Wrap up');
  await picture(page, 'wrap-up');
  say(`   In ${name}'s seat: a checklist waits at "${steps ?? ''}", the day's report is drafted.`);
}

async function writePlan(manager: RunningApp, folder: string, invite: string): Promise<void> {
  const { page } = manager;
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
  await publishSop(page, {
    title: CHECKLIST,
    outcome: 'Product uploads',
    steps: [
      {
        title: 'Read the whole sheet first',
        how: 'From top to bottom. Mark what is **missing**.',
        why: 'One question asked early saves three asked late.',
        kind: 'A tick',
      },
      {
        title: 'Read the price aloud from the live page',
        how: 'In a private window.',
        why: 'Reading aloud is slower than looking.',
        kind: 'A tick',
      },
    ],
  });
  await picture(page, 'sop');
  await sendNow(page);
  await page.getByText('Everything sent').first().waitFor();
  say('2. A manager started a team: one outcome, one SOP, one member invited, all sent.');
}

async function workADay(assistant: RunningApp, invite: string): Promise<void> {
  const { page } = assistant;
  await joinTeam(assistant, invite, 'Ana Reyes');
  await logLines(page, LINES);
  await picture(page, 'logged');
  await startChecklist(page, CHECKLIST);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Read the price aloud' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await page.getByText(/^Finished in/).waitFor();
  await picture(page, 'checklist-finished');
  await sendNow(page);
  // The manager's app is open too, and may have read them already.
  await page
    .getByText(/^(3 sent|All 3 received)/)
    .first()
    .waitFor();
  const sent = Number(await figureOf(page, 'Sent')) + Number(await figureOf(page, 'Received'));
  await picture(page, 'sent');
  say('3. An assistant in a second instance opened the invite, logged three lines and');
  say(`   finished a checklist; ${sent} entries are in the folder, read back and right.`);
}

async function receive(manager: RunningApp, assistant: RunningApp): Promise<void> {
  await openView(manager.page, 'Overview');
  const figures = await importNow(manager.page);
  await manager.page.getByRole('radio', { name: 'All time' }).click();
  const output = manager.page.getByRole('region', { name: 'Output against target' });
  const row = output.getByRole('row').filter({ hasText: 'Ana Reyes' });
  await row.waitFor();
  await picture(manager.page, 'imported');
  const cells = await row.getByRole('cell').allInnerTexts();
  say(`4. The manager has them, imported by itself or by hand; gaps: ${figures['Gaps'] ?? '?'}.`);
  say(`   Ana Reyes: ${cells.find((cell) => cell.includes('listings'))?.trim() ?? 'nothing'}.`);
  await openView(assistant.page, 'Sync');
  await importNow(assistant.page);
  await assistant.page.getByText('All 3 received').first().waitFor();
  await picture(assistant.page, 'received');
  say(`5. The assistant sees ${await figureOf(assistant.page, 'Received')} of 3 received.`);
}

async function run(): Promise<void> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'outlog-tour-'));
  const folder = path.join(root, 'shared');
  const invite = path.join(folder, 'ana.outlog-invite');
  mkdirSync(folder);
  rmSync(OUT, { recursive: true, force: true });
  const running: RunningApp[] = [];
  const start = async (name: string): Promise<RunningApp> => {
    const one = await launch(path.join(root, name));
    running.push(one);
    return one;
  };
  try {
    const visitor = await start('visitor');
    const version = await visitor.app.evaluate(() => process.versions.electron);
    say(`A tour of Outlog in Electron ${version}, on a display that nobody sees.`);
    await visitSample(visitor);
    await visitor.app.close();
    const manager = await start('manager');
    await writePlan(manager, folder, invite);
    const assistant = await start('assistant');
    await workADay(assistant, invite);
    await receive(manager, assistant);
    say(`${pictures} screenshots lie in ${path.relative(process.cwd(), OUT)}.`);
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    rmSync(root, { recursive: true, force: true });
  }
}

await run();
