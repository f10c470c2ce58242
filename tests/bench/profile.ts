import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, expect } from '@playwright/test';
import { SCHEMA } from '../../renderer/data/schema.ts';
import { newId } from '../../shared/ids.ts';
import { foundTeam, joinBy, openDevice, valueOf } from '../journeys/steps/distant-device.ts';
import { openView } from '../journeys/steps/fields.ts';
import { figureOf } from '../journeys/steps/manager.ts';
import { merged } from '../journeys/steps/screens.ts';
import { PROJECT } from './electron-process.ts';
import { longHistory } from './history.ts';

const COUNT = 100_000;
const CHUNK = 2_000;
/** Rises when what lies in the folder would no longer be what is wanted. */
const PROFILE_VERSION = 5;
/** A database of an older shape would be rebuilt while it is measured. */
const SCHEMA_VERSION = SCHEMA.at(-1)?.version ?? 0;

/**
 * A user-data folder of an assistant with 100,000 deliverables, made by the real engine and opened once
 * by the real app so that its database is built. Kept below out/ for the next time.
 */
export async function profileOf100k(): Promise<string> {
  const name = `profile-${COUNT}-v${PROFILE_VERSION}-schema${SCHEMA_VERSION}`;
  const kept = path.join(PROJECT, 'out/bench', name);
  const userData = path.join(kept, 'user-data');
  if (existsSync(path.join(kept, 'whole'))) return userData;
  console.error(`making a profile with ${COUNT.toLocaleString('en')} deliverables (once)…`);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(userData, { recursive: true });
  await writeJournal(kept, userData);
  await buildDatabase(userData);
  writeFileSync(path.join(kept, 'whole'), '');
  return userData;
}

async function writeJournal(kept: string, userData: string): Promise<void> {
  const folder = path.join(kept, 'folder');
  const inviteFile = path.join(folder, 'maricel.outlog-invite');
  mkdirSync(folder);
  const nowMs = Date.now();
  const assistant = { id: newId(randomBytes), name: 'Maricel Ybañez', zone: 'Asia/Manila' };
  const { plan, log } = longHistory(assistant.id, COUNT, nowMs);
  const clock = { ms: log[0]?.atMs ?? nowMs };
  const manager = await openDevice(path.join(kept, 'manager'), () => clock.ms);
  const workspace = await foundTeam(manager, { folder, inviteFile, assistant, plan });
  await manager.close();
  const device = await openDevice(userData, () => clock.ms);
  await joinBy(device, inviteFile);
  valueOf(await device.pull(workspace));
  for (let at = 0; at < log.length; at += CHUNK) {
    const chunk = log.slice(at, at + CHUNK);
    clock.ms = chunk.at(-1)?.atMs ?? clock.ms;
    const edits = chunk.map(({ edit }) => edit);
    valueOf(await device.append({ workspace, memberId: assistant.id, edits }));
  }
  clock.ms = nowMs;
  valueOf(await device.sendNow(workspace));
  await device.close();
}

/** The app's own first start on these data: it reads the journal and fills its database. */
async function buildDatabase(userData: string): Promise<void> {
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`],
    cwd: PROJECT,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(
      () => performance.getEntriesByName('today-interactive').length > 0,
      undefined,
      { timeout: 300_000 },
    );
    await merged(page);
    await openView(page, 'Entries');
    // All but the few that lie open are completed.
    await expect
      .poll(async () => Number((await figureOf(page, 'Completed')).replace(',', '')))
      .toBeGreaterThan(COUNT * 0.99);
    await openView(page, 'Today');
    await page.waitForFunction(() => performance.getEntriesByName('today-interactive').length > 1);
    // What joining by the window would have left: the workspace to open at the next start, at Today. The
    // window itself remembers a view only after a while.
    await page.evaluate(async () => {
      const start = await window.outlog.start();
      const entry = start.ok ? start.value.workspaces[0] : undefined;
      const seat = entry?.seats[0]?.memberId;
      if (entry && seat) {
        await window.outlog.saveSettings({ workspace: entry.id, seat, route: 'today' });
      }
    });
  } finally {
    await app.close();
  }
}
