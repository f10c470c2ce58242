import path from 'node:path';
import { rm } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from './launch.ts';
import { foundTeam, joinBy, openDevice } from './steps/distant-device.ts';
import { killGroup } from './steps/kill.ts';
import type { RunningApp } from './steps/launch-at.ts';
import { launchAt, offsetTo } from './steps/launch-at.ts';

/** A Wednesday, 10:00 in Manila. */
const MORNING_MS = Date.parse('2026-11-18T02:00:00Z');
const LATER_MS = 98 * 60_000;
const ZONE = 'Asia/Manila';
const ANA = { id: 'ana', name: 'Ana Reyes', zone: ZONE };

const UPLOADS = {
  audience: 'team',
  type: 'outcome',
  id: 'uploads',
  fields: { name: 'Product uploads', unit: 'listings', ownerId: 'ana' },
} as const;

let root: string;
let running: RunningApp | null = null;

test.beforeEach(async () => {
  root = await temporaryFolder('outages');
});
test.afterEach(async () => {
  await running?.app.close();
  await rm(root, { recursive: true, force: true });
});

/** Ana's app, on a data folder in which she has joined, at an instant. */
async function startAt(atMs: number): Promise<RunningApp> {
  const clock = { clockOffsetMs: offsetTo(atMs), timeZone: ZONE };
  running = await launchAt(path.join(root, 'ana'), clock);
  await expect(running.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  return running;
}

async function joinedAna(): Promise<void> {
  const folder = path.join(root, 'sync');
  mkdirSync(folder);
  const inviteFile = path.join(folder, 'ana.outlog-invite');
  const nowMs = (): number => MORNING_MS - 86_400_000;
  const manager = await openDevice(path.join(root, 'manager'), nowMs);
  await foundTeam(manager, { folder, inviteFile, assistant: ANA, plan: [UPLOADS] });
  await manager.close();
  const device = await openDevice(path.join(root, 'ana'), nowMs);
  const { id } = await joinBy(device, inviteFile);
  await device.pull(id);
  await device.close();
}

const question = ({ page }: RunningApp) =>
  page.getByRole('region', { name: 'Was this an outage?' }).getByRole('listitem');

test('a computer that goes off is asked about at the next start, answered by a key, and stays answered', async () => {
  test.setTimeout(120_000);
  await joinedAna();
  const first = await startAt(MORNING_MS);
  const saved = first.page.getByRole('region', { name: 'Log output' }).getByRole('listitem');
  await first.page.keyboard.press('l');
  const bar = first.page.getByRole('combobox', { name: 'Log output' });
  await bar.fill('12 listings');
  await bar.press('Enter');
  await expect(saved.first()).toContainText('Saved');
  await killGroup(first.app);

  const second = await startAt(MORNING_MS + LATER_MS);
  await expect(question(second)).toContainText('Outlog stopped without warning at 10:0');
  await expect(question(second)).toContainText('counts once you say yes');
  // By the keyboard alone: J walks over the rows of the day.
  await expect(async () => {
    await second.page.keyboard.press('j');
    await expect(question(second)).toBeFocused({ timeout: 200 });
  }).toPass();
  await second.page.keyboard.press('y');
  await expect(question(second)).toBeHidden();
  await second.app.close();

  const third = await startAt(MORNING_MS + 2 * LATER_MS);
  await third.page.getByRole('button', { name: 'Outages…' }).click();
  const ledger = third.page.getByRole('dialog', { name: 'Outages' });
  await expect(ledger.getByText('counted', { exact: true })).toHaveCount(1);
  await expect(ledger.getByText('seen: Outlog stopped without warning')).toBeVisible();
  await expect(ledger.getByText('not answered')).toHaveCount(0);
});
