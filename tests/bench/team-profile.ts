import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { SCHEMA } from '../../renderer/data/schema.ts';
import { msToMark, spawnElectron, stopElectron, withPage } from './electron-process.ts';
import type { TeamShape } from './import/team-in-a-folder.ts';
import { teamInAFolder } from './import/team-in-a-folder.ts';

const IMPORT_LIMIT_MS = 30 * 60_000;
/** A database of an older shape would be rebuilt while it is measured. */
const SCHEMA_VERSION = SCHEMA.at(-1)?.version ?? 0;
/** Rises when the same schema is filled otherwise. */
const PROFILE_VERSION = 1;

/**
 * A user-data folder of a manager whose app has read a whole team's logs out of a sync folder, by the real
 * engine and the real merge. Kept beside the team for the next time.
 */
export async function teamProfile(shape: TeamShape): Promise<string> {
  const team = await teamInAFolder(shape);
  const kept = path.join(
    path.dirname(team.userData),
    `imported-v${PROFILE_VERSION}-schema${SCHEMA_VERSION}`,
  );
  const userData = path.join(kept, 'user-data');
  if (existsSync(path.join(kept, 'whole'))) return userData;
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  cpSync(team.userData, userData, { recursive: true });
  for (const name of readdirSync(team.staged)) {
    renameSync(path.join(team.staged, name), path.join(team.inbox, name));
  }
  await importAll(userData);
  writeFileSync(path.join(kept, 'whole'), '');
  return userData;
}

async function importAll(userData: string): Promise<void> {
  const electron = spawnElectron('.', userData);
  try {
    await msToMark(electron, 'first-paint');
    await withPage(electron, async (page) => {
      await page.getByRole('button', { name: 'Import now' }).click();
      await page
        .getByRole('dialog', { name: 'Import what has arrived' })
        .getByRole('group', { name: 'New entries', exact: true })
        .waitFor({ timeout: IMPORT_LIMIT_MS });
    });
  } finally {
    await stopElectron(electron);
  }
}

/** Opens the window anew at a view: `insights?period=all`. */
export async function reopenAt(page: Page, route: string): Promise<void> {
  await page.evaluate(async (shown) => {
    const start = await window.outlog.start();
    const entry = start.ok ? start.value.workspaces[0] : undefined;
    const seat = entry?.seats[0]?.memberId;
    if (!entry || !seat) throw new Error('The profile has a workspace');
    await window.outlog.saveSettings({ workspace: entry.id, seat, route: shown });
  }, route);
  await page.reload();
}
