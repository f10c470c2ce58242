import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import { removeQuietly, SHARED_FILE_MODE, writeTemporary } from '../atomic-write.ts';
import { sha256Hex } from '../batch-tools.ts';
import {
  errnoOf,
  type FileSystem,
  flushDirectory,
  isNameSettled,
  orAbsent,
  settleName,
} from '../file-system.ts';
import { pause } from '../pause.ts';

/** How long a rename that a virus scanner or a sync tool holds up is tried again. */
const BUSY_FOR_MS = 60_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 1_000;

export interface Delivery {
  readonly fs: FileSystem;
  /** The sync folder, which must be there: it is never created. */
  readonly folder: string;
  /** The file's place below it. */
  readonly parts: readonly string[];
  readonly bytes: Uint8Array;
  /** Ends the patience with a busy file: the program is closing. */
  readonly signal: AbortSignal;
  readonly busyForMs?: number;
}

/**
 * Puts a file into a sync folder so that a reader sees all of it or nothing, then reads it back: when
 * this returns, the bytes are there and their hash holds. Throws the file error otherwise.
 */
export async function deliverFile(delivery: Delivery): Promise<void> {
  const { fs, bytes } = delivery;
  const path = pathOf(delivery);
  const sha256 = sha256Hex(bytes);
  if (await holds(fs, path, sha256)) {
    await keepFound(fs, path);
    return;
  }
  await makeBelow(delivery);
  const temporary = await writeOnce(fs, path, bytes);
  try {
    await rename(delivery, temporary);
  } catch (error) {
    await removeQuietly(fs, temporary);
    throw error;
  }
  await flushDirectory(fs, dirname(path));
  if (!(await holds(fs, path, sha256))) {
    throw Object.assign(new Error('The folder gave back other bytes.'), { code: 'EIO' });
  }
}

const pathOf = ({ folder, parts }: Delivery): string => join(folder, ...parts);

/** Level by level: a recursive call would create a folder that is not mounted, and fill the local disk. */
async function makeBelow({ fs, folder, parts }: Delivery): Promise<void> {
  let directory = folder;
  for (const part of parts.slice(0, -1)) {
    directory = join(directory, part);
    let isNew = true;
    try {
      await fs.mkdir(directory);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
      isNew = false;
    }
    if (isNew || !isNameSettled(fs, directory)) await settleName(fs, directory);
  }
}

async function holds(fs: FileSystem, path: string, sha256: string): Promise<boolean> {
  const found = await orAbsent(fs.readFile(path));
  return found !== null && sha256Hex(found) === sha256;
}

/** Whoever laid it there may have died, or be a sync tool, before it was safe. */
async function keepFound(fs: FileSystem, path: string): Promise<void> {
  try {
    const handle = await fs.open(path, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // A file that only its owner may write is its owner's to keep.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error))) throw error;
  }
  await flushDirectory(fs, dirname(path));
}

/** A flush that failed says nothing about the next one of the same file, so a second try is a new file. */
async function writeOnce(fs: FileSystem, path: string, bytes: Uint8Array): Promise<string> {
  try {
    return await writeTemporary(fs, path, bytes, SHARED_FILE_MODE);
  } catch (error) {
    if (errnoOf(error) !== 'EIO') throw error;
    return await writeTemporary(fs, path, bytes, SHARED_FILE_MODE);
  }
}

async function rename(delivery: Delivery, temporary: string): Promise<void> {
  const { fs, signal, busyForMs = BUSY_FOR_MS } = delivery;
  const path = pathOf(delivery);
  let waitedMs = 0;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      await fs.rename(temporary, path);
      return;
    } catch (error) {
      if (!isBusy(error) || signal.aborted) throw error;
      if (waitedMs >= busyForMs) break;
      const jitteredMs = randomInt(FIRST_PAUSE_MS, pauseMs + FIRST_PAUSE_MS);
      await pause(jitteredMs, signal);
      waitedMs += jitteredMs;
    }
  }
  await writeDirectly(delivery);
  await removeQuietly(fs, temporary);
}

/** Some mounts never allow the rename. Readers hash what they find, so a part of a file harms nobody. */
async function writeDirectly(delivery: Delivery): Promise<void> {
  const { fs, bytes } = delivery;
  const handle = await fs.open(pathOf(delivery), 'wx', SHARED_FILE_MODE);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isBusy = (error: unknown): boolean => ['EPERM', 'EBUSY'].includes(errnoOf(error));
