import { randomBytes } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../electron/sync/engine.ts';
import { type FileSystem, nodeFileSystem } from '../../electron/sync/file-system.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import type { Edit } from '../../shared/stream/change.ts';
import type { IpcFailure } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { failingFiles } from '../electron/sync/parts/failing-files.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { plainProtector } from './plain-protector.ts';

const CODES = ['EIO', 'ENOSPC', 'EBUSY', 'EPERM'] as const;
/** Memory, where there is any: thousands of flushes are not what is tested. */
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

/**
 * One file call fails, each time another one: opening, saving, sealing, sending, reading, closing. What
 * was called saved must be in the journal, what was called sent in the folder, and the next start must
 * do all that is left. `count` is how many of the calls are hit; every one where there are fewer.
 */
export const fileCalls: Fault = { defaultCount: 1_000, run };

interface Place {
  readonly root: string;
  readonly workspace: string;
  readonly memberId: string;
}

interface Answers {
  readonly saved: readonly string[];
  readonly isSent: boolean;
  readonly isUntroubled: boolean;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const origin = await prepare();
  const tally = { lost: 0, silent: 0, unmended: 0, noticed: 0 };
  try {
    const total = await countCalls(origin);
    const tries = Math.min(count, total);
    for (let i = 0; i < tries; i += 1) {
      const which = 1 + ((Math.floor((i * total) / tries) + seed) % total);
      await failOne(origin, which, CODES[(which + seed) % CODES.length] ?? 'EIO', tally);
      onProgress(i + 1);
    }
    const { lost, ...figures } = tally;
    const isGood = lost + figures.silent + figures.unmended === 0;
    return {
      name: 'file-calls',
      count: tries,
      lost,
      figures: { calls: total, ...figures },
      isGood,
    };
  } finally {
    rmSync(origin.root, { recursive: true, force: true });
  }
}

async function countCalls(origin: Place): Promise<number> {
  let total = 0;
  const place = copyOf(origin);
  const fs = failingFiles(() => {
    total += 1;
    return null;
  });
  const { isUntroubled } = await work(place, fs, 'counted');
  rmSync(place.root, { recursive: true });
  if (!isUntroubled) throw new Error('nothing fails, and yet something is wrong');
  return total;
}

async function failOne(
  origin: Place,
  which: number,
  code: string,
  tally: { lost: number; silent: number; unmended: number; noticed: number },
): Promise<void> {
  const place = copyOf(origin);
  let call = 0;
  const hit = failingFiles(() => {
    call += 1;
    return call === which ? code : null;
  });
  const during = await work(place, hit, 'during');
  if (!during.isUntroubled) tally.noticed += 1;
  if (during.isSent && entriesSentIn(place) < during.saved.length) tally.silent += 1;
  const after = await work(place, nodeFileSystem, 'after');
  if (!after.isUntroubled || !after.isSent) tally.unmended += 1;
  const journal = path.join(place.root, 'data', 'workspaces', place.workspace, 'journal');
  const kept = new Set(readJournal(journal).changes.map(({ id }) => id));
  tally.lost += [...during.saved, ...after.saved].filter((id) => !kept.has(id)).length;
  rmSync(place.root, { recursive: true });
}

/** Opens the engine, logs, sends, reads and closes, whatever the answers are. */
async function work(place: Place, fs: FileSystem, salt: string): Promise<Answers> {
  const { workspace, memberId } = place;
  const saved: string[] = [];
  let engine: Engine;
  try {
    engine = await open(place.root, fs);
  } catch {
    // The window would say that the data folder cannot be used.
    return { saved, isSent: false, isUntroubled: false };
  }
  let isUntroubled = true;
  for (const name of ['one', 'two', 'three']) {
    const id = `202611-${salt}-${name}`;
    const answer = await engine.append({ workspace, memberId, edits: [entry(memberId, id)] });
    if (answer.ok) saved.push(id);
    isUntroubled &&= answer.ok;
  }
  const sent = await engine.sendNow(workspace);
  const pulled = await engine.pull(workspace);
  await engine.close();
  const isSent = sent.ok && sent.value.own.every(({ savedSeq, sentSeq }) => savedSeq === sentSeq);
  isUntroubled &&= sent.ok && sent.value.waiting === 'none' && pulled.ok;
  return { saved, isSent, isUntroubled };
}

const entry = (memberId: string, id: string): Edit => ({
  audience: `m-${memberId}`,
  type: 'deliverable',
  id,
  fields: { title: id, quantity: 1 },
});

/** How many changes of the member lie in the sync folder, by the sequence numbers in its file names. */
function entriesSentIn({ root, workspace, memberId }: Place): number {
  const audience = path.join(root, 'folder', 'v1', workspace, `m-${memberId}`);
  const names = existsSync(audience)
    ? readdirSync(audience, { recursive: true, encoding: 'utf8' })
    : [];
  return names.reduce((sum, name) => {
    const [, first = '0', last = '0'] = /b-(\d+)-(\d+)-/.exec(name) ?? [];
    return sum + Number(last) - Number(first) + 1;
  }, 0);
}

async function prepare(): Promise<Place> {
  const root = mkdtempSync(path.join(ROOT, 'outlog-file-calls-'));
  mkdirSync(path.join(root, 'folder'));
  const engine = await open(root, nodeFileSystem);
  const made = must(
    await engine.createWorkspace({ name: 'Calls', memberName: 'Robin', timeZone: 'UTC' }),
  );
  const place = { root, workspace: made.id, memberId: made.seats[0]?.memberId ?? '' };
  must(await engine.setFolder(made.id, path.join(root, 'folder')));
  await engine.close();
  return place;
}

/** The data as it was before, in a place of its own, with a folder of its own. */
function copyOf(origin: Place): Place {
  const root = mkdtempSync(path.join(ROOT, 'outlog-file-calls-'));
  cpSync(origin.root, root, { recursive: true });
  for (const name of ['workspace.json', 'delivery.json']) {
    const file = path.join(root, 'data', 'workspaces', origin.workspace, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(origin.root, root));
  }
  return { ...origin, root };
}

const open = (root: string, fs: FileSystem): Promise<Engine> =>
  openEngine(
    {
      dir: path.join(root, 'data'),
      protector: plainProtector,
      nowMs: () => Date.now(),
      random: (count) => randomBytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    },
    { fs, isActive: false },
  );

function must<T>(result: Result<T, IpcFailure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
