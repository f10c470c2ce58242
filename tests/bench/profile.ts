import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { Engine } from '../../electron/sync/engine.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { newId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Edit } from '../../shared/stream/change.ts';
import { plainProtector } from '../faults/plain-protector.ts';
import { PROJECT } from './electron-process.ts';
import { longHistory } from './history.ts';

const COUNT = 100_000;
const CHUNK = 2_000;
const ZONE = 'Asia/Manila';
/** Rises when what lies in the folder would no longer be what is wanted. */
const PROFILE_VERSION = 1;

/**
 * A user-data folder of an assistant with 100,000 deliverables, made by the real engine and opened once
 * by the real app so that its database is built. Kept below out/ for the next time.
 */
export async function profileOf100k(): Promise<string> {
  const kept = path.join(PROJECT, 'out/bench', `profile-${COUNT}-v${PROFILE_VERSION}`);
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
  mkdirSync(folder);
  const nowMs = Date.now();
  const assistantId = newId(randomBytes);
  const { plan, log } = longHistory(assistantId, COUNT, nowMs);
  const clock = { ms: log[0]?.atMs ?? nowMs };
  const manager = await engineIn(path.join(kept, 'manager'), clock);
  const workspace = await foundWorkspace(manager, assistantId, plan, folder, kept);
  const assistant = await engineIn(userData, clock);
  await join(assistant, path.join(kept, 'invite'), folder);
  value(await assistant.pull(workspace));
  for (let at = 0; at < log.length; at += CHUNK) {
    const chunk = log.slice(at, at + CHUNK);
    clock.ms = chunk.at(-1)?.atMs ?? clock.ms;
    const edits = chunk.map(({ edit }) => edit);
    value(await assistant.append({ workspace, memberId: assistantId, edits }));
  }
  clock.ms = nowMs;
  value(await assistant.sendNow(workspace));
  await assistant.close();
  await manager.close();
}

const engineIn = (dir: string, clock: { readonly ms: number }): Promise<Engine> => {
  mkdirSync(dir, { recursive: true });
  return openEngine({
    dir,
    protector: plainProtector,
    nowMs: () => clock.ms,
    random: randomBytes,
    onStatus: () => undefined,
    onIncoming: () => undefined,
  });
};

async function foundWorkspace(
  manager: Engine,
  assistantId: string,
  plan: readonly Edit[],
  folder: string,
  kept: string,
): Promise<string> {
  const entry = value(
    await manager.createWorkspace({
      name: 'Long history',
      memberName: 'Robin Hale',
      timeZone: 'Europe/Lisbon',
    }),
  );
  const managerId = entry.seats[0]?.memberId ?? '';
  const calendarId = plan.find(({ type }) => type === 'calendar')?.id ?? '';
  const member = (id: string, name: string, seat: string, timeZone: string): Edit => ({
    audience: 'team',
    type: 'member',
    id,
    fields: { name, seat, timeZone, calendarId },
  });
  const edits: Edit[] = [
    {
      audience: 'team',
      type: 'workspace',
      id: entry.id,
      fields: { name: entry.name, currency: 'USD' },
    },
    member(managerId, 'Robin Hale', 'manager', 'Europe/Lisbon'),
    member(assistantId, 'Maricel Ybañez', 'assistant', ZONE),
    ...plan,
  ];
  value(await manager.append({ workspace: entry.id, memberId: managerId, edits }));
  value(await manager.setFolder(entry.id, folder));
  const invite = value(
    await manager.createInvite(
      { workspace: entry.id, memberId: assistantId, memberName: 'Maricel Ybañez' },
      path.join(kept, 'invite'),
    ),
  );
  const inviteEdit: Edit = {
    audience: 'team',
    type: 'invite',
    id: invite.inviteKey,
    fields: { memberId: assistantId, createdAtMs: Date.now() },
  };
  value(await manager.append({ workspace: entry.id, memberId: managerId, edits: [inviteEdit] }));
  value(await manager.sendNow(entry.id));
  return entry.id;
}

async function join(assistant: Engine, inviteFile: string, folder: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(inviteFile));
  const summary = value(await assistant.readInvite(bytes, folder));
  const entry = value(await assistant.joinWorkspace({ token: summary.token, timeZone: ZONE }));
  if (!summary.hasFolder) value(await assistant.setFolder(entry.id, folder));
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
    await page.getByRole('button', { name: 'Workspace and seat' }).waitFor();
    await page.getByTestId('merge-state').waitFor({ state: 'detached', timeout: 300_000 });
  } finally {
    await app.close();
  }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.detail)}`);
  return result.value;
}
