import { decodeBatch, type VerifiedBatch } from '#shared/stream/batch-decode';
import { readerTools, sha256Hex } from '../../../sync/batch-tools.ts';
import type { FileSystem } from '../../../sync/file-system.ts';
import { type FoundFile, listFolder } from '../../../sync/folder/list-folder.ts';
import { readFound } from '../../../sync/folder/read-found.ts';
import { FolderWatch } from '../../../sync/folder/watch-folder.ts';
import { withinTime } from '../../../sync/time-limit.ts';

/** A batch that lies in the folder and did not come through the receiver. */
export interface NoticedBatch {
  readonly file: Uint8Array;
  readonly sha256: string;
  readonly batch: VerifiedBatch;
  /** Below the audience's directory. */
  readonly path: string;
}

export interface NoticeOptions {
  readonly fs: FileSystem;
  readonly folder: string;
  readonly nowMs: () => number;
  readonly workspaces: () => readonly string[];
  /** Whether what lies there was taken before. */
  readonly isKnown: (workspace: string, audience: string, path: string) => boolean;
  readonly onBatch: (noticed: NoticedBatch) => Promise<void>;
}

const FULL_LOOK_EVERY_MS = 60_000;
const LEAST_PAUSE_MS = 1_000;
/** Looking takes at most this part of the time. */
const MOST_LOOKING_RATIO = 1 / 20;
/** How long an online-only placeholder may take to arrive before the others have their turn. */
const READ_TIME_MS = 10_000;
/** Calls that never come back each hold a thread of Node's four: with this many, nothing else is read. */
const HANGING_READS = 2;

/**
 * Notices batches that reach the folder by another road: the manager's own app, a sync tool. A hint of the
 * file system makes it look sooner; it looks every minute anyway.
 */
export class FolderNotice {
  readonly #options: NoticeOptions;
  readonly #watch: FolderWatch;
  readonly #timer: NodeJS.Timeout;
  /** Size and time of files that are no batch (yet), so that each is read once and again when it changes. */
  readonly #refused = new Map<string, string>();
  readonly #hanging = new Set<string>();
  #looking: Promise<void> | null = null;
  #nextAtMs = 0;
  #isClosed = false;

  constructor(options: NoticeOptions) {
    this.#options = options;
    this.#watch = new FolderWatch(() => void this.#lookQuietly());
    this.#timer = setInterval(() => void this.#lookQuietly(), FULL_LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Looks unless it did so just now. */
  async glance(): Promise<void> {
    if (this.#options.nowMs() >= this.#nextAtMs) await this.#lookQuietly();
  }

  look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#watch.close();
    await this.#looking?.catch(() => undefined);
  }

  /** A folder that cannot be listed now is listed later; what is known of it stays. */
  async #lookQuietly(): Promise<void> {
    await this.look().catch(() => undefined);
  }

  async #lookOnce(): Promise<void> {
    const startedMs = performance.now();
    const { fs, folder, workspaces, nowMs } = this.#options;
    const directories: string[] = [];
    try {
      for (const workspace of workspaces()) {
        const listing = await listFolder(fs, folder, workspace, () => true);
        directories.push(...listing.directories);
        for (const found of listing.files) {
          if (this.#isClosed) return;
          await this.#takePatiently(workspace, found);
        }
      }
      this.#watch.watch(this.#isClosed ? [] : directories);
    } finally {
      const tookMs = performance.now() - startedMs;
      this.#nextAtMs = nowMs() + Math.max(LEAST_PAUSE_MS, tookMs / MOST_LOOKING_RATIO);
    }
  }

  /** What cannot be read, or does not come back, keeps no other file waiting; its turn comes again. */
  async #takePatiently(workspace: string, found: FoundFile): Promise<void> {
    const { path, name, audience, relative } = found;
    if (!name.includes('.outlog') || this.#options.isKnown(workspace, audience, relative)) return;
    if (this.#hanging.has(path) || this.#hanging.size >= HANGING_READS) return;
    this.#hanging.add(path);
    const taking = this.#take(workspace, found).finally(() => this.#hanging.delete(path));
    await withinTime(READ_TIME_MS, taking).catch(() => undefined);
  }

  async #take(workspace: string, found: FoundFile): Promise<void> {
    const { fs, onBatch } = this.#options;
    const { size, mtimeMs } = await fs.stat(found.path);
    const stamp = `${size}/${mtimeMs}`;
    if (this.#refused.get(found.path) === stamp) return;
    const read = await readFound(fs, found.path);
    const file = 'bytes' in read ? read.bytes : null;
    const batch = file && decodeBatch(file, readerTools);
    const isTaken =
      batch?.ok === true &&
      batch.header.workspace === workspace &&
      batch.header.audience === found.audience;
    if (file !== null && isTaken) {
      await onBatch({ file, sha256: sha256Hex(file), batch, path: found.relative });
    } else {
      // Until it changes: it may be still on its way, or another program's.
      this.#refused.set(found.path, stamp);
    }
  }
}
