import type { FileHandle } from 'node:fs/promises';
import { errnoOf, type FileSystem, flushDirectory } from '../file-system.ts';
import { encodeFrame } from './frame.ts';
import { advance, headFrameOf, type JournalPart, type JournalState } from './records.ts';
import { segmentPath } from './segment.ts';

/** Builds an append's changes on top of the state they will follow. Called right before they are written. */
export type Stamp = (state: JournalState) => readonly JournalPart[];

interface Waiting {
  readonly stamp: Stamp;
  readonly resolve: (parts: readonly JournalPart[]) => void;
  readonly reject: (error: unknown) => void;
}

export interface ActiveSegment {
  readonly number: number;
  readonly handle: FileHandle;
  end: number;
}

export interface JournalStart {
  readonly fs: FileSystem;
  readonly directory: string;
  readonly state: JournalState;
  readonly active: ActiveSegment | null;
  readonly lastSegment: number;
  readonly segmentBytes?: number;
}

const SEGMENT_BYTES = 4 * 1024 * 1024;
const QUICK_OPEN_BYTES = 128 * 1024;
/** One write takes no more than this, so that a long queue does not become one long wait. */
const GROUP_BYTES = 8 * 1024 * 1024;

/**
 * The device's own streams on disk. An append is answered after `fdatasync`; appends that arrive while
 * one is being flushed share the next flush. A write that fails leaves the file as it was, and fails
 * only the appends in it.
 */
export class Journal {
  readonly directory: string;
  #fs: FileSystem;
  #state: JournalState;
  #active: ActiveSegment | null;
  #lastSegment: number;
  #segmentBytes: number;
  #queue: Waiting[] = [];
  #draining: Promise<void> | null = null;
  #isClosed = false;

  constructor(start: JournalStart) {
    this.directory = start.directory;
    this.#fs = start.fs;
    this.#state = start.state;
    this.#active = start.active;
    this.#lastSegment = start.lastSegment;
    this.#segmentBytes = start.segmentBytes ?? SEGMENT_BYTES;
  }

  /** What is flushed: nothing later than this was ever answered. */
  get state(): JournalState {
    return this.#state;
  }

  /** The segment being written and where its sound frames end. */
  get tail(): { readonly number: number; readonly end: number } | null {
    return this.#active && { number: this.#active.number, end: this.#active.end };
  }

  get lastSegment(): number {
    return this.#lastSegment;
  }

  append(stamp: Stamp): Promise<readonly JournalPart[]> {
    if (this.#isClosed) return Promise.reject(new Error('The journal is closed.'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ stamp, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Ends on a small segment, since the next start reads the last one before it shows anything. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#draining;
    if (this.#active && this.#active.end > QUICK_OPEN_BYTES) {
      // A full disk only makes that start a little slower.
      await this.#rotate().catch(() => undefined);
    }
    if (this.#active) await closeQuietly(this.#active.handle);
    this.#active = null;
  }

  async #drain(): Promise<void> {
    // Callers of the same turn join this flush instead of waiting for the next.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#flushGroup();
    this.#draining = null;
  }

  async #flushGroup(): Promise<void> {
    let draft = this.#state;
    const frames: Buffer[] = [];
    const written: { item: Waiting; parts: readonly JournalPart[] }[] = [];
    for (let bytes = 0; this.#queue.length > 0 && bytes < GROUP_BYTES;) {
      const item = this.#queue.shift();
      if (!item) break;
      try {
        const parts = item.stamp(draft);
        const frame = encodeFrame({ k: 'changes', parts });
        draft = advance(draft, parts);
        bytes += frame.length;
        frames.push(frame);
        written.push({ item, parts });
      } catch (error) {
        item.reject(error);
      }
    }
    try {
      await this.#write(frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames));
      this.#state = draft;
      for (const { item, parts } of written) item.resolve(parts);
    } catch (error) {
      for (const { item } of written) item.reject(error);
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    const active = await this.#writable();
    try {
      await writeAll(active.handle, bytes, active.end);
      await active.handle.datasync();
      active.end += bytes.length;
    } catch (error) {
      await this.#undo(active, error);
      throw error;
    }
  }

  async #writable(): Promise<ActiveSegment> {
    if (this.#active && this.#active.end < this.#segmentBytes) return this.#active;
    return await this.#rotate();
  }

  async #rotate(): Promise<ActiveSegment> {
    const next = await this.#startSegment(this.#lastSegment + 1);
    const full = this.#active;
    this.#active = next;
    this.#lastSegment = next.number;
    await full?.handle.close();
    return next;
  }

  async #startSegment(number: number): Promise<ActiveSegment> {
    const path = segmentPath(this.directory, number);
    const handle = await this.#fs.open(path, 'wx+', 0o600);
    try {
      const head = encodeFrame(headFrameOf(this.#state));
      await writeAll(handle, head, 0);
      await handle.datasync();
      await flushDirectory(this.#fs, this.directory);
      return { number, handle, end: head.length };
    } catch (error) {
      await closeQuietly(handle);
      await this.#fs.unlink(path).catch(() => {
        // The next segment takes a higher number, and this one's head says nothing new.
        this.#lastSegment = number;
      });
      throw error;
    }
  }

  /**
   * Cuts off what was written of a failed group. A descriptor whose flush failed is never used again:
   * the kernel may have dropped the very pages a second flush would report as safe (Rebello et al.
   * 2020, "Can applications recover from fsync failures?"). The next append starts a new segment, whose
   * head says what of this one counts.
   */
  async #undo(active: ActiveSegment, error: unknown): Promise<void> {
    let isCut = false;
    try {
      await active.handle.truncate(active.end);
      isCut = true;
    } catch {
      // The head of the next segment leaves the garbage out.
    }
    if (isCut && isOutOfSpace(error)) return;
    this.#active = null;
    await closeQuietly(active.handle);
  }
}

export const isOutOfSpace = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(errnoOf(error));

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function closeQuietly(handle: FileHandle): Promise<void> {
  try {
    await handle.close();
  } catch {
    // Nothing more can be asked of it.
  }
}
