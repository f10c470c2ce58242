import { dirname, join } from 'node:path';
import { removeQuietly, SHARED_FILE_MODE, writeTemporary } from '../../../sync/atomic-write.ts';
import { errnoOf, type FileSystem, flushDirectory, orAbsent } from '../../../sync/file-system.ts';
import { deliverFile } from '../../../sync/folder/deliver-file.ts';
import { DISK_LIMITS } from '../../../sync/disk-space.ts';
import { hasMarker } from '../../../sync/folder/marker.ts';
import { StoreFullError } from '../../receiver-store.ts';

/** Held up by a virus scanner or a sync tool: what `deliverFile` has patience for. */
const BUSY: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

/**
 * How much stays free on the disk: it may be the manager's own, whose app needs room. Files of entries
 * stop long before entries do.
 */
export const LEAST_FREE_BYTES = {
  batch: 2 * DISK_LIMITS.fullBytes,
  piece: DISK_LIMITS.lowBytes,
} as const;

/**
 * Puts a file into the sync folder, durably; a reader sees all of it or nothing. The folder itself is never
 * made: where a drive is not mounted the local disk must not take its place.
 */
export class FilePlacer {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #signal: AbortSignal;
  readonly #known = new Set<string>();

  constructor(fs: FileSystem, folder: string, signal: AbortSignal) {
    this.#fs = fs;
    this.#folder = folder;
    this.#signal = signal;
  }

  /** Rejects with `StoreFullError` where less than `leastFreeBytes` would stay free. */
  async place(parts: readonly string[], bytes: Uint8Array, leastFreeBytes: number): Promise<void> {
    if ((await this.#freeBytes()) - bytes.length < leastFreeBytes) {
      throw new StoreFullError('No space is left.');
    }
    const path = join(this.#folder, ...parts);
    // A directory that is known saves the calls that make sure of it.
    const isQuick = this.#known.has(dirname(path)) && (await this.#placeQuickly(path, bytes));
    if (!isQuick) {
      await deliverFile({ fs: this.#fs, folder: this.#folder, parts, bytes, signal: this.#signal });
      this.#known.add(dirname(path));
    }
    await this.#insistOnFolder();
  }

  /** With these very bytes: a power cut may leave a file that is as long and holds nothing. */
  async isThere(parts: readonly string[], bytes: Uint8Array): Promise<boolean> {
    const found = await orAbsent(this.#fs.readFile(join(this.#folder, ...parts)));
    return found !== null && Buffer.compare(found, bytes) === 0;
  }

  /** A drive that came off leaves an empty directory in its place: what is written there is on no drive. */
  async #insistOnFolder(): Promise<void> {
    if (!(await hasMarker(this.#fs, this.#folder))) throw new Error('The folder is away.');
  }

  /** A file system that does not say is one with room until a write fails. */
  async #freeBytes(): Promise<number> {
    try {
      const { bavail, bsize } = await this.#fs.statfs(this.#folder);
      return bavail * bsize;
    } catch {
      return Number.POSITIVE_INFINITY;
    }
  }

  async #placeQuickly(path: string, bytes: Uint8Array): Promise<boolean> {
    let temporary: string | null = null;
    try {
      temporary = await writeTemporary(this.#fs, path, bytes, SHARED_FILE_MODE);
      await this.#fs.rename(temporary, path);
      await flushDirectory(this.#fs, dirname(path));
      return true;
    } catch (error) {
      if (temporary !== null) await removeQuietly(this.#fs, temporary);
      if (errnoOf(error) === 'ENOENT') this.#known.delete(dirname(path));
      else if (!BUSY.has(errnoOf(error))) throw error;
      return false;
    }
  }
}
