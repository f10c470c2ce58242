import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { seededRandom } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { plainProtector } from './plain-protector.ts';

const CHILD = path.join(import.meta.dirname, 'append-child.ts');
/** From the middle of the first flush to well past many. */
const KILL_AFTER_MS = { least: 0, most: 80 };

/**
 * `kill -9` of a plain Node process while the engine writes: the same promise as with the whole app,
 * a few times faster, so that more moments are hit. Every acknowledged change must be in the journal,
 * read by another reader, with no break in the chain; the engine itself must open it again each time.
 */
export const killAppend: Fault = { defaultCount: 200, run };

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'outlog-kill-append-'));
  const random = seededRandom(seed);
  const acknowledged = new Set<string>();
  try {
    for (let done = 1; done <= count; done += 1) {
      const afterMs = random.whole(KILL_AFTER_MS.least, KILL_AFTER_MS.most);
      for (const id of await writeUntilKilled(dir, `k${done}n`, afterMs)) acknowledged.add(id);
      onProgress(done);
    }
    const { changes, chainBreaks } = readJournal(await journalOf(dir));
    const kept = new Set(changes.map(({ id }) => id));
    const lost = [...acknowledged].filter((id) => !kept.has(id)).length;
    return {
      name: 'kill-append',
      count,
      lost,
      figures: { acknowledged: acknowledged.size, chainBreaks },
      isGood: lost === 0 && chainBreaks === 0 && acknowledged.size >= count,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The ids that were acknowledged before the child was killed. */
async function writeUntilKilled(
  dir: string,
  salt: string,
  afterMs: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, dir, salt], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  const ended = new Promise<string | null>((resolve) => {
    child.once('close', (_code, signal) => resolve(signal));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (ids.length === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
    // A line cut off by the kill was never whole: its ids were acknowledged, but cannot be told.
    ids.push(...line.split(' '));
  });
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself (${signal})`);
  return ids.filter((id) => id.startsWith(`202611-${salt}`));
}

/** Opens the engine once more, as the next start would, and says where its journal lies. */
async function journalOf(dir: string): Promise<string> {
  const engine = await openEngine({
    dir,
    protector: plainProtector,
    nowMs: () => Date.now(),
    random: (count) => randomBytes(count),
    onStatus: () => undefined,
    onIncoming: () => undefined,
  });
  const workspace = engine.workspaces()[0]?.id ?? '';
  const heads = await engine.heads(workspace);
  await engine.close();
  if (!heads.ok) throw new Error(heads.error.code);
  return path.join(dir, 'workspaces', workspace, 'journal');
}
