import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine } from '../../electron/sync/engine.ts';
import { type FileSystem, nodeFileSystem } from '../../electron/sync/file-system.ts';
import { openEngine } from '../../electron/sync/open-engine.ts';
import { PIECE_BYTES } from '../../shared/evidence/pieces.ts';
import type { IpcFailure } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { failingFiles } from '../electron/sync/parts/failing-files.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { plainProtector } from './plain-protector.ts';

const CODES = ['EIO', 'ENOSPC', 'EBUSY', 'EPERM'] as const;
const ROOT = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
const SIDES = ['writer', 'reader'] as const;
type Side = (typeof SIDES)[number];

/**
 * One computer attaches and sends files, another fetches them; at one file call of one of them the
 * program dies (that call and all after it fail) or that call alone fails. What was called attached must
 * be readable afterwards, must reach the other computer, and nothing may ever be read that is not the
 * file. `count` is how many calls are hit on each side; every one where there are fewer.
 */
export const evidenceCalls: Fault = { defaultCount: 400, run };

interface Place {
  readonly root: string;
  readonly workspace: string;
}

interface Tally {
  lost: number;
  unsent: number;
  wrong: number;
  noticed: number;
}

async function run({ count, seed, onProgress }: FaultOptions): Promise<FaultResult> {
  const place = await prepare();
  const tally: Tally = { lost: 0, unsent: 0, wrong: 0, noticed: 0 };
  let done = 0;
  let calls = 0;
  try {
    for (const side of SIDES) {
      const total = await countCalls(place, side);
      calls += total;
      const tries = Math.min(count, total);
      for (let i = 0; i < tries; i += 1) {
        const which = 1 + ((Math.floor((i * total) / tries) + seed) % total);
        await hitOne(place, side, which, tally);
        done += 1;
        onProgress(done);
      }
    }
    const { lost, ...figures } = tally;
    const isGood = lost + figures.unsent + figures.wrong === 0;
    return { name: 'evidence', count: done, lost, figures: { calls, ...figures }, isGood };
  } finally {
    rmSync(place.root, { recursive: true, force: true });
  }
}

async function countCalls(place: Place, side: Side): Promise<number> {
  let total = 0;
  const counting = failingFiles(() => {
    total += 1;
    return null;
  });
  await work(place, side, counting);
  return total;
}

async function hitOne(place: Place, side: Side, which: number, tally: Tally): Promise<void> {
  let call = 0;
  const code = CODES[which % CODES.length] ?? 'EIO';
  const isDeath = which % 2 === 0;
  const hit = failingFiles(() => {
    call += 1;
    return call === which || (isDeath && call > which) ? code : null;
  });
  const attached = await work(place, side, hit);
  if (attached.isTroubled) tally.noticed += 1;

  const writer = await open(place, 'writer', nodeFileSystem);
  const reader = await open(place, 'reader', nodeFileSystem);
  const { workspace } = place;
  for (const { hash, bytes } of attached.files) {
    const read = await writer.readEvidence({ workspace, hash });
    if (!read.ok) tally.lost += 1;
    else if (!bytes.equals(read.value.bytes)) tally.wrong += 1;
  }
  const sent = must(await writer.moveEvidence(workspace));
  if (sent.evidence.waitingCount > 0) tally.unsent += 1;
  must(await reader.pull(workspace));
  await reader.moveEvidence(workspace);
  for (const { hash, bytes } of attached.files) {
    const read = await reader.readEvidence({ workspace, hash });
    if (!read.ok) tally.unsent += 1;
    else if (!bytes.equals(read.value.bytes)) tally.wrong += 1;
  }
  await writer.close();
  await reader.close();
}

interface Attached {
  readonly files: readonly { readonly hash: string; readonly bytes: Buffer }[];
  readonly isTroubled: boolean;
}

/** The writer attaches two files and sends them; the reader fetches what a sound writer has sent. */
async function work(place: Place, side: Side, fs: FileSystem): Promise<Attached> {
  if (side === 'writer') return await attachAndSend(place, fs);
  const sound = await attachAndSend(place, nodeFileSystem);
  let isTroubled = true;
  await withEngine(place, 'reader', fs, async (engine) => {
    const pulled = await engine.pull(place.workspace);
    const moved = await engine.moveEvidence(place.workspace);
    isTroubled = !pulled.ok || !moved.ok || moved.value.evidence.waiting !== 'none';
  });
  return { files: sound.files, isTroubled };
}

async function attachAndSend(place: Place, fs: FileSystem): Promise<Attached> {
  const { workspace } = place;
  const files: { hash: string; bytes: Buffer }[] = [];
  let isTroubled = true;
  await withEngine(place, 'writer', fs, async (engine) => {
    for (const sizeBytes of [2_000, PIECE_BYTES + 500]) {
      const bytes = randomBytes(sizeBytes);
      const input = { workspace, audience: 'team', name: 'photo', bytes } as const;
      const added = await engine.addEvidenceBytes(input);
      if (added.ok) files.push({ hash: added.value.hash, bytes });
    }
    const moved = await engine.moveEvidence(workspace);
    isTroubled = files.length < 2 || !moved.ok || moved.value.evidence.waiting !== 'none';
  });
  return { files, isTroubled };
}

/** A disk that fails while the program starts keeps it from starting: the window would say so. */
async function withEngine(
  place: Place,
  side: Side,
  fs: FileSystem,
  use: (engine: Engine) => Promise<void>,
): Promise<void> {
  let engine: Engine;
  try {
    engine = await open(place, side, fs);
  } catch {
    return;
  }
  await use(engine);
  await engine.close();
}

async function prepare(): Promise<Place> {
  const root = mkdtempSync(path.join(ROOT, 'outlog-evidence-'));
  const folder = path.join(root, 'folder');
  mkdirSync(folder);
  const writer = await open({ root, workspace: '' }, 'writer', nodeFileSystem);
  const made = must(
    await writer.createWorkspace({ name: 'Files', memberName: 'Robin', timeZone: 'UTC' }),
  );
  must(await writer.setFolder(made.id, folder));
  const invitePath = path.join(folder, 'ana.outlog-invite');
  must(
    await writer.createInvite(
      { workspace: made.id, memberId: 'ana', memberName: 'Ana' },
      invitePath,
    ),
  );
  await writer.close();
  const reader = await open({ root, workspace: '' }, 'reader', nodeFileSystem);
  const invite = must(await reader.readInvite(readFileSync(invitePath), folder));
  must(await reader.joinWorkspace({ token: invite.token, timeZone: 'UTC' }));
  await reader.close();
  return { root, workspace: made.id };
}

const open = ({ root }: Place, side: Side, fs: FileSystem): Promise<Engine> =>
  openEngine(
    {
      dir: path.join(root, side),
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
