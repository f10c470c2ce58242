import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { type Random, seededRandom } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { makeProfile, type Profile } from './sabotage/profile.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const MB = 1024 * 1024;
/** Room for what Chromium keeps, and for what the app calls enough. */
const DISK_BYTES = 420 * MB;
const ENTRIES = 20;
const SEEN_WITHIN_MS = 60_000;
const FILLING_TRIES = 20;
const FULL_WORDS = 'The disk is full: new entries cannot be saved now';

/**
 * The whole app on a small disk (a tmpfs) that fills up while it writes, to the last byte or to less than
 * the app needs, and is emptied again. Each time the window says that it cannot save, nothing that was
 * acknowledged is lost, and both the words and the refusals end by themselves. Mounting needs root on Linux.
 */
export const fullDiskApp: Fault = { defaultCount: 30, run };

interface Tally {
  lost: number;
  chainBreaks: number;
  unseen: number;
  notRecovered: number;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const random = seededRandom(`full-disk-app/${seed}`);
  const tally: Tally = { lost: 0, chainBreaks: 0, unseen: 0, notRecovered: 0 };
  for (let done = 1; done <= count; done += 1) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'outlog-full-disk-app-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]);
    try {
      await fillUp(folder, random, tally);
    } finally {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true, force: true });
    }
    onProgress(done);
  }
  const { lost, ...figures } = tally;
  const isGood = lost + figures.chainBreaks + figures.unseen + figures.notRecovered === 0;
  return { name: 'full-disk-app', count, lost, figures, isGood };
}

async function fillUp(folder: string, random: Random, tally: Tally): Promise<void> {
  const profile = await makeProfile(path.join(folder, 'user-data'), ENTRIES);
  const { userData } = profile;
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  const saved: string[] = [];
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => performance.getEntriesByName('today-interactive').length > 0);
    const log = async (id: string, length: number) => {
      const code = await append(page, profile, id, length);
      if (code === 'ok') saved.push(id);
      return code;
    };
    await log('202611-before', 100);
    const filler = path.join(folder, 'filler');
    // Sometimes to the last byte, sometimes to where the app itself begins to refuse.
    fillLeaving(folder, filler, random.chance(0.5) ? 0 : random.whole(1, 40) * MB);
    for (let n = 0, code = 'ok'; code === 'ok' && n < 2_000; n += 1) {
      code = await log(`202611-full${n}`, random.whole(0, 60_000));
    }
    const words = page.getByText(FULL_WORDS);
    if (!(await isSoon(words.waitFor({ timeout: SEEN_WITHIN_MS })))) tally.unseen += 1;
    rmSync(filler);
    const isOver = await isSoon(words.waitFor({ state: 'detached', timeout: SEEN_WITHIN_MS }));
    if (!isOver || (await log('202611-after', 100)) !== 'ok') tally.notRecovered += 1;
  } finally {
    await app.close();
  }
  const journal = readJournal(journalOf(profile));
  const kept = new Set(journal.changes.map(({ id }) => id));
  tally.lost += saved.filter((id) => !kept.has(id)).length;
  tally.chainBreaks += journal.chainBreaks;
}

const isSoon = (wait: Promise<unknown>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );

async function append(page: Page, profile: Profile, id: string, length: number): Promise<string> {
  const { workspace, memberId } = profile;
  return await page.evaluate(
    async ([workspace, memberId, id, length]) => {
      const fields = { title: id, note: 'n'.repeat(length) };
      const edit = { audience: `m-${memberId}` as const, type: 'deliverable', id, fields };
      const answer = await window.outlog.append({ workspace, memberId, edits: [edit] });
      return answer.ok ? 'ok' : answer.error.code;
    },
    [workspace, memberId, id, length] as const,
  );
}

/** The app goes on writing meanwhile: where the room is gone before it is taken, what is left is asked again. */
function fillLeaving(folder: string, filler: string, leftBytes: number): void {
  for (let tries = 0; tries < FILLING_TRIES; tries += 1) {
    const free = execFileSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' });
    const sizeBytes = Math.max(1, Number(free.trim().split('\n').at(-1)) - leftBytes);
    try {
      execFileSync('fallocate', ['-l', String(sizeBytes), filler], { stdio: 'ignore' });
      return;
    } catch {
      rmSync(filler, { force: true });
    }
  }
  throw new Error('The disk cannot be filled.');
}

const journalOf = ({ userData, workspace }: Profile): string =>
  path.join(userData, 'workspaces', workspace, 'journal');
