import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { decodeBatch } from '../../shared/stream/batch-decode.ts';
import { readerTools } from '../../electron/sync/batch-tools.ts';
import { seededRandom } from '../../shared/random.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { PowerDisk } from './power-disk.ts';

const CHILD = path.join(import.meta.dirname, 'power-child.ts');
const CUT_AFTER_MS = { least: 0, most: 400 };

/**
 * The power goes while the engine writes and sends: the process is killed, and the disk becomes what had
 * reached it by then, again and again on the same disk. Every change that was called saved must be in the
 * journal, every one that was called sent in the folder. Mounting needs root on Linux.
 */
export const power: Fault = { defaultCount: 200, run };

interface Told {
  readonly saved: readonly string[];
  /** By stream and epoch. */
  readonly sent: ReadonlyMap<string, number>;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'outlog-power-'));
  const random = seededRandom(seed);
  const saved = new Set<string>();
  const sent = new Map<string, number>();
  let unflushedLost = 0;
  const disk = new PowerDisk(directory);
  try {
    for (let done = 1; done <= count; done += 1) {
      const salt = `p${done}n`;
      const afterMs = random.whole(CUT_AFTER_MS.least, CUT_AFTER_MS.most);
      const told = await writeUntilKilled(disk.mountPoint, salt, afterMs);
      disk.cutPower();
      for (const id of told.saved) saved.add(id);
      for (const [key, seq] of told.sent) sent.set(key, Math.max(seq, sent.get(key) ?? 0));
      unflushedLost += countUnflushedLost(disk.mountPoint, salt, told.saved);
      onProgress(done);
    }
    const { changes, chainBreaks } = readJournal(journalIn(disk.mountPoint));
    const kept = new Set(changes.map(({ id }) => id));
    const lostSaved = [...saved].filter((id) => !kept.has(id)).length;
    const lostSent = [...sent].filter(([key, seq]) => sentUpTo(disk.mountPoint, key) < seq).length;
    const figures = { acknowledged: saved.size, chainBreaks, lostSent, unflushedLost };
    return {
      name: 'power',
      count,
      lost: lostSaved + lostSent,
      figures,
      // A cut that loses nothing at all was no cut.
      isGood: lostSaved + lostSent + chainBreaks === 0 && saved.size >= count && unflushedLost > 0,
    };
  } finally {
    disk.remove();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function writeUntilKilled(disk: string, salt: string, afterMs: number): Promise<Told> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, disk, salt], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const saved: string[] = [];
  const sent = new Map<string, number>();
  const ended = new Promise<string | null>((resolve) => {
    child.once('close', (_code, signal) => resolve(signal));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [word, what = '', seq] = line.split(' ');
    if (saved.length === 0 && word === 'saved') setTimeout(() => child.kill('SIGKILL'), afterMs);
    if (word === 'saved') saved.push(what);
    if (word === 'sent' && seq !== undefined) sent.set(what, Number(seq));
  });
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself (${signal})`);
  return { saved, sent };
}

/** Lines of the file that nobody flushed and that the cut took: what would become of entries without flushing. */
function countUnflushedLost(disk: string, salt: string, saved: readonly string[]): number {
  const file = path.join(disk, `unflushed-${salt}`);
  const kept = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return saved.filter((id) => !kept.has(id)).length;
}

function journalIn(disk: string): string {
  const root = path.join(disk, 'data', 'workspaces');
  const [workspace = ''] = readdirSync(root);
  return path.join(root, workspace, 'journal');
}

/** How far a stream's whole batches in the folder reach without a hole. */
function sentUpTo(disk: string, key: string): number {
  const root = path.join(disk, 'folder');
  const spans = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(key) && name.endsWith('.outlog'))
    .flatMap((name) => {
      const batch = decodeBatch(readFileSync(path.join(root, name)), readerTools);
      return batch.ok ? [batch.header] : [];
    })
    .toSorted((a, b) => a.first - b.first);
  let reached = 0;
  for (const { first, count } of spans) {
    if (first <= reached + 1) reached = Math.max(reached, first + count - 1);
  }
  return reached;
}
