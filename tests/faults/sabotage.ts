import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { type Random, seededRandom } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { damage } from './sabotage/damage.ts';
import { makeProfile, type Profile } from './sabotage/profile.ts';
import { mergedCount, stateHash } from './sabotage/window-state.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const ENTRIES = 400;
const MANY_ENTRIES = 50_000;
const REBUILT_WITHIN_MS = 30_000;
const MANY_REBUILT_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;
/** A start waits more than it works. */
const AT_ONCE = 4;

/**
 * The window's database deleted, its files emptied, cut short or their bits flipped while the app is
 * closed. The next start must end with exactly the state that an unharmed one has. Once, a database of
 * 50,000 changes is built from nothing, timed.
 */
export const sabotage: Fault = { defaultCount: 500, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'outlog-sabotage-'));
  const random = seededRandom(`sabotage/${seed}`);
  const tally = { lost: 0, different: 0 };
  try {
    const many = await makeProfile(path.join(root, 'many'), MANY_ENTRIES);
    const rebuildMs = await timedBuild(many);
    const profile = await makeProfile(path.join(root, 'profile'), ENTRIES);
    const wanted = await started(profile, (page) => whenWhole(page, profile));
    let next = 0;
    let done = 0;
    const work = async () => {
      while (next < count) {
        next += 1;
        await harmOne(root, next, { profile, wanted, random: random.fork(String(next)) }, tally);
        onProgress((done += 1));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const { lost, different } = tally;
    const figures = { different, rebuilt50kMs: Math.round(rebuildMs) };
    const isGood = lost + different === 0 && rebuildMs <= MANY_REBUILT_WITHIN_MS;
    return { name: 'sabotage', count, lost, figures, isGood };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

interface Harm {
  readonly profile: Profile;
  readonly wanted: string;
  readonly random: Random;
}

async function harmOne(
  root: string,
  which: number,
  { profile, wanted, random }: Harm,
  tally: { lost: number; different: number },
): Promise<void> {
  const userData = path.join(root, `harmed-${which}`);
  cpSync(profile.userData, userData, { recursive: true });
  const harmed = { ...profile, userData };
  const what = damage(userData, random);
  await started(harmed, async (page) => {
    const found = await until(async () => (await stateHash(page, profile.database)) === wanted);
    if (found) return;
    const merged = await mergedCount(page, profile.database);
    tally.lost += Math.max(0, profile.changeCount - merged);
    tally.different += 1;
    console.error(`sabotage: ${what}: ${merged} of ${profile.changeCount} changes`);
  });
  rmSync(userData, { recursive: true, force: true });
}

/** The state once every change is in it and it stands still. */
async function whenWhole(page: Page, { database, changeCount }: Profile): Promise<string> {
  let before: string | null = null;
  const isWhole = await until(async () => {
    if ((await mergedCount(page, database)) < changeCount) return false;
    const now = await stateHash(page, database);
    const isStill = now !== null && now === before;
    before = now;
    return isStill;
  });
  if (!isWhole || before === null) throw new Error('An unharmed start does not come to rest.');
  return before;
}

/** From the page's start until every change is in its database, which was not there before. */
async function timedBuild(profile: Profile): Promise<number> {
  return await started(profile, async (page) => {
    const isBuilt = await until(
      async () => (await mergedCount(page, profile.database)) >= profile.changeCount,
    );
    if (!isBuilt) return Infinity;
    return await page.evaluate(() => performance.now());
  });
}

async function started<T>({ userData }: Profile, use: (page: Page) => Promise<T>): Promise<T> {
  const app = await _electron.launch({ args: ['.', `--user-data-dir=${userData}`], cwd: PROJECT });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'outlog' in window);
    return await use(page);
  } finally {
    await app.close();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const endAtMs = performance.now() + REBUILT_WITHIN_MS;
  while (performance.now() < endAtMs) {
    if (await isSo()) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}
