import { basename } from 'node:path';
import type { IpcFailure, SyncStatus } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { SHARED_FILE_MODE, writeAtomically } from '../atomic-write.ts';
import { sealAll } from '../loop/seal.ts';
import type { SyncLoop } from '../sync-loop.ts';
import { withinTime } from '../time-limit.ts';
import type { Workspace } from '../workspace.ts';
import { batchKey, refusedKey, unsealedIn } from './read-queue.ts';

type Answer<T> = Promise<Result<T, IpcFailure>>;

/** Most of a file that is copied: what is larger never was a batch, and support needs no more of it. */
const COPIED_BYTES = 16 * 1024 * 1024;
const READ_TIME_MS = 30_000;

/** Tries one item now: sends it, or reads the refused file again. Failures: `file-gone`. */
export async function retryItem(loop: SyncLoop, key: string): Answer<SyncStatus> {
  const { ws } = loop;
  ws.log.note('item-retried', { ids: { file: key } });
  // Being asked offers what was refused once more, too.
  if (!key.startsWith('f-')) return ok(await loop.send());
  const path = refusedPath(ws, key);
  if (path === null) return fail('file-gone', 'after-fix');
  ws.seenFiles.delete(path);
  const pulled = await loop.pull();
  return pulled.ok ? ok(await loop.status()) : pulled;
}

/**
 * Copies one item to a chosen place, to travel by mail or stick: a batch of ours, or a refused file as it
 * lies. Failures: `file-gone`, `disk-failed`, `batch-unreadable`.
 */
export async function exportItem(
  loop: SyncLoop,
  key: string,
  filePath: string,
): Answer<{ readonly fileName: string }> {
  const { ws } = loop;
  try {
    const bytes = key.startsWith('f-')
      ? await refusedBytes(ws, key)
      : await ws.lane.run(() => ownBytes(ws, key));
    if (!bytes.ok) return bytes;
    await writeAtomically(ws.fs, filePath, bytes.value, SHARED_FILE_MODE);
    ws.log.note('item-exported', { ids: { file: key } });
    return ok({ fileName: basename(filePath) });
  } catch {
    return fail('disk-failed', 'after-fix');
  }
}

/** Where a refused file lies. Failures: `file-gone`. */
export function itemPath(ws: Workspace, key: string): Result<string, IpcFailure> {
  const path = refusedPath(ws, key);
  return path === null ? fail('file-gone', 'after-fix') : ok(path);
}

/** What a copy of the item is called: of a refused file its own name. */
export function itemName(ws: Workspace, key: string): Result<string, IpcFailure> {
  if (!key.startsWith('f-')) return ok(`${key.slice(0, 18)}.outlog`);
  const path = refusedPath(ws, key);
  return path === null ? fail('file-gone', 'after-fix') : ok(basename(path));
}

const refusedPath = (ws: Workspace, key: string): string | null =>
  [...ws.rejected.keys()].find((path) => refusedKey(path) === key) ?? null;

/** What is not sealed yet is sealed for it; of more than one file's worth the first is given. */
async function ownBytes(ws: Workspace, key: string): Promise<Result<Uint8Array, IpcFailure>> {
  let wanted = key;
  const unsealed = unsealedIn(key);
  if (unsealed) {
    const { stream, first } = unsealed;
    await sealAll(ws);
    const batches = ws.store.streams.get(stream)?.batches ?? [];
    const sealed = batches.find((each) => each.first <= first && first <= each.last);
    wanted = sealed ? batchKey(sealed) : key;
  }
  for (const index of ws.store.streams.values()) {
    const batch = ws.own.isOwn(index) && index.batches.find((each) => batchKey(each) === wanted);
    if (!batch) continue;
    const bytes = await ws.store.readSealed(index, batch);
    return bytes === null ? fail('disk-failed', 'later') : ok(bytes);
  }
  return fail('file-gone', 'never');
}

async function refusedBytes(ws: Workspace, key: string): Promise<Result<Uint8Array, IpcFailure>> {
  const path = refusedPath(ws, key);
  if (path === null) return fail('file-gone', 'after-fix');
  try {
    return ok(await withinTime(READ_TIME_MS, readSome(ws, path)));
  } catch {
    return fail('batch-unreadable', 'later');
  }
}

async function readSome({ fs }: Workspace, path: string): Promise<Uint8Array> {
  const handle = await fs.open(path, 'r');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, COPIED_BYTES));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
