import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { plainProtector } from '../faults/plain-protector.ts';
import { must } from '../faults/served-desk.ts';
import { PROJECT } from './electron-process.ts';
import { type Figure, median } from './figures.ts';
import { offlineEntries, writeOffline } from './offline-entries.ts';

const ENTRIES = 10_000;
const ROUNDS = 3;
/** A working day of the busiest team there is, in a second. */
const LEAST_CHANGES_PER_S = 3_000;

interface Round {
  readonly flushMs: number;
  readonly bareMs: number;
  readonly bytes: number;
  readonly files: number;
}

/**
 * 10,000 entries written without a folder, from its choice until the last of them is in it and read back
 * (what was not sealed on the way is sealed, signed and checked first); beside it the same bytes written and
 * flushed, and no more.
 */
export async function measureFlushFolder(): Promise<Figure> {
  const parent = path.join(PROJECT, 'out/bench');
  mkdirSync(parent, { recursive: true });
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await flushOnce(parent, round));
  const flushMs = median(rounds.map((each) => each.flushMs));
  const bareMs = median(rounds.map((each) => each.bareMs));
  const [{ bytes = 0, files = 0 } = {}] = rounds;
  return {
    name: 'flush-folder',
    values: {
      changesPerS: (ENTRIES / flushMs) * 1_000,
      bareChangesPerS: (ENTRIES / bareMs) * 1_000,
      flushMs,
      bareMs,
      bytes,
      files,
    },
    limited: 'changesPerS',
    limit: LEAST_CHANGES_PER_S,
    isLeast: true,
  };
}

async function flushOnce(parent: string, seed: number): Promise<Round> {
  const root = mkdtempSync(path.join(parent, 'flush-folder-'));
  const folder = path.join(root, 'folder');
  mkdirSync(folder);
  const engine = await openEngine(
    {
      dir: path.join(root, 'data'),
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { isActive: false },
  );
  try {
    const names = { name: 'Fernlight', memberName: 'Robin', timeZone: 'UTC' };
    const entry = must(await engine.createWorkspace(names));
    const memberId = entry.seats[0]?.memberId ?? '';
    await writeOffline(engine, entry.id, memberId, offlineEntries(memberId, ENTRIES, seed));
    const startedMs = performance.now();
    const status = must(await engine.setFolder(entry.id, folder));
    const flushMs = performance.now() - startedMs;
    if (status.unsentCount > 0) throw new Error(`${status.unsentCount} changes were not sent`);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.outlog'))
      .map((name) => readFileSync(path.join(folder, name)));
    const bareMs = writeBare(root, files);
    const bytes = files.reduce((sum, { length }) => sum + length, 0);
    return { flushMs, bareMs, bytes, files: files.length };
  } finally {
    await engine.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function writeBare(root: string, files: readonly Uint8Array[]): number {
  const startedMs = performance.now();
  for (const [i, bytes] of files.entries()) {
    const file = openSync(path.join(root, `bare-${i}`), 'wx');
    writeSync(file, bytes);
    fsyncSync(file);
    closeSync(file);
  }
  return performance.now() - startedMs;
}
