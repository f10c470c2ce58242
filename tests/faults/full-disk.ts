import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../electron/sync/engine.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { seededRandom } from '../../shared/random.ts';
import type { Random } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { plainProtector } from './plain-protector.ts';

const DISK_BYTES = 1024 * 1024;
const PAGE_BYTES = 4_096;
/** No reserve: the disk fills up under the very write. */
const NO_LIMITS = { lowBytes: 0, fullBytes: 0, ballastBytes: 0 };

/**
 * A disk (a small tmpfs) that fills up at a random byte while the engine writes, and is emptied again.
 * Each time: nothing acknowledged is lost, every refusal is `disk-full`, and writing goes on once there
 * is room. Mounting needs root on Linux.
 */
export const fullDisk: Fault = { defaultCount: 500, run };

interface Tally {
  lost: number;
  chainBreaks: number;
  refused: number;
  otherFailures: number;
  notRecovered: number;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const random = seededRandom(seed);
  const tally: Tally = { lost: 0, chainBreaks: 0, refused: 0, otherFailures: 0, notRecovered: 0 };
  for (let done = 1; done <= count; done += 1) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'outlog-full-disk-'));
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
  const { chainBreaks, otherFailures, notRecovered, refused } = figures;
  const isGood = lost + chainBreaks + otherFailures + notRecovered === 0 && refused >= count;
  return { name: 'full-disk', count, lost, figures, isGood };
}

async function fillUp(folder: string, random: Random, tally: Tally): Promise<void> {
  const engine = await open(folder);
  const made = await engine.createWorkspace({ name: 'F', memberName: 'Robin', timeZone: 'UTC' });
  if (!made.ok) throw new Error(made.error.code);
  const { id: workspace, seats } = made.value;
  const memberId = seats[0]?.memberId ?? '';
  const acknowledged: string[] = [];
  const log = async (id: string): Promise<string> => {
    const fields = { note: 'n'.repeat(random.whole(0, 3_000)) };
    const edit = { audience: `m-${memberId}` as const, type: 'deliverable', id, fields };
    const answer = await engine.append({ workspace, memberId, edits: [edit] });
    if (answer.ok) acknowledged.push(id);
    return answer.ok ? 'ok' : answer.error.code;
  };
  const filler = path.join(folder, 'filler');
  fill(filler, random.whole(0, 40) * PAGE_BYTES);
  for (let i = 0, refusals = 0; refusals < 3; i += 1) {
    const code = await log(`e${i}`);
    if (code === 'disk-full') refusals += 1;
    else if (code !== 'ok') tally.otherFailures += 1;
    if (code !== 'ok') tally.refused += 1;
    if (i > 2_000) throw new Error('the disk does not fill up');
  }
  rmSync(filler);
  if ((await log('after')) !== 'ok') tally.notRecovered += 1;
  await engine.close();
  const journal = readJournal(path.join(folder, 'workspaces', workspace, 'journal'));
  const kept = new Set(journal.changes.map(({ id }) => id));
  tally.lost += acknowledged.filter((id) => !kept.has(id)).length;
  tally.chainBreaks += journal.chainBreaks;
}

/** Leaves room for `leftBytes`, about. */
function fill(filler: string, leftBytes: number): void {
  for (let sizeBytes = DISK_BYTES - leftBytes; sizeBytes > 0; sizeBytes -= PAGE_BYTES) {
    try {
      writeFileSync(filler, Buffer.alloc(sizeBytes, 1));
      return;
    } catch {
      // What is there already takes room, too.
    }
  }
}

const open = (dir: string): Promise<Engine> =>
  openEngine(
    {
      dir,
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { diskLimits: NO_LIMITS, isActive: false },
  );
