import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, expect } from '@playwright/test';
import { SCHEMA } from '../../renderer/data/schema.ts';
import { openView } from '../journeys/steps/fields.ts';
import { openDevice, valueOf } from '../journeys/steps/distant-device.ts';
import { merged } from '../journeys/steps/screens.ts';
import { PROJECT } from './electron-process.ts';
import { LIBRARY_SOPS, sopLibrary, writtenSop } from './sop-library.ts';

const CHUNK = 500;
/** Rises when what lies in the folder would no longer be what is wanted. */
const PROFILE_VERSION = 1;
const SCHEMA_VERSION = SCHEMA.at(-1)?.version ?? 0;

/**
 * A user-data folder of a manager with 5,000 SOPs and one of 500 steps, made by the real engine and
 * opened once by the real app so that its database is built. Kept below out/ for the next time.
 */
export async function profileOfSops(): Promise<string> {
  const kept = path.join(
    PROJECT,
    'out/bench',
    `sops-${LIBRARY_SOPS}-v${PROFILE_VERSION}-schema${SCHEMA_VERSION}`,
  );
  const userData = path.join(kept, 'user-data');
  if (existsSync(path.join(kept, 'whole'))) return userData;
  console.error(`making a profile with ${LIBRARY_SOPS.toLocaleString('en')} SOPs (once)…`);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(userData, { recursive: true });
  await writeJournal(userData);
  await buildDatabase(userData);
  writeFileSync(path.join(kept, 'whole'), '');
  return userData;
}

async function writeJournal(userData: string): Promise<void> {
  const device = await openDevice(userData);
  const name = 'Cedar Lane Shop';
  const manager = { name: 'Robin Hale', seat: 'manager', timeZone: 'Europe/Lisbon' };
  const created = { name, memberName: manager.name, timeZone: manager.timeZone };
  const entry = valueOf(await device.createWorkspace(created));
  const workspace = entry.id;
  const memberId = entry.seats[0]?.memberId ?? '';
  const edits = [
    {
      audience: 'team' as const,
      type: 'workspace',
      id: workspace,
      fields: { name, currency: 'USD' },
    },
    { audience: 'team' as const, type: 'member', id: memberId, fields: manager },
    ...sopLibrary(),
    ...writtenSop(),
  ];
  for (let at = 0; at < edits.length; at += CHUNK) {
    const chunk = edits.slice(at, at + CHUNK);
    valueOf(await device.append({ workspace, memberId, edits: chunk }));
  }
  await device.close();
}

/** The app's own first start on these data: it reads the journal and fills its database. */
async function buildDatabase(userData: string): Promise<void> {
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  try {
    const page = await app.firstWindow();
    await page.evaluate(async () => {
      const start = await window.outlog.start();
      const entry = start.ok ? start.value.workspaces[0] : undefined;
      const seat = entry?.seats[0]?.memberId;
      if (entry && seat) {
        await window.outlog.saveSettings({ workspace: entry.id, seat, route: 'sops' });
      }
    });
    await page.reload();
    await merged(page);
    await openView(page, 'SOPs');
    await expect(page.getByText('5,001 procedures')).toBeVisible({ timeout: 120_000 });
  } finally {
    await app.close();
  }
}
