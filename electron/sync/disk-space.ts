import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { removeQuietly } from './atomic-write.ts';
import type { FileSystem } from './file-system.ts';

export type DiskState = 'ok' | 'low' | 'full';

export interface DiskLimits {
  /** Less than this is `low`. */
  readonly lowBytes: number;
  /** Less than this is `full`: no new entries. */
  readonly fullBytes: number;
  /** Kept to be given up: finishing what is begun needs room. */
  readonly ballastBytes: number;
}

const MB = 1_000_000;
export const DISK_LIMITS: DiskLimits = {
  lowBytes: 200 * MB,
  fullBytes: 64 * MB,
  ballastBytes: 64 * MB,
};

const BLOCK_BYTES = 1024 * 1024;

/**
 * Watches the free space where the journal lies. The ballast counts as taken, also while it is given
 * up: giving it up must not look like recovery.
 */
export class DiskSpace {
  #fs: FileSystem;
  #directory: string;
  #limits: DiskLimits;
  #state: DiskState = 'ok';
  #looks = 0;
  #freeBytesSeen: number | null = null;

  constructor(fs: FileSystem, directory: string, limits: DiskLimits) {
    this.#fs = fs;
    this.#directory = directory;
    this.#limits = limits;
  }

  get state(): DiskState {
    return this.#state;
  }

  /** Free at the last look; null where the system does not say. */
  get freeBytes(): number | null {
    return this.#freeBytesSeen;
  }

  /** Looks at the disk; gives the ballast up when it is full, takes it back when there is room again. */
  async look(canFillBallast: boolean): Promise<DiskState> {
    this.#looks += 1;
    const look = this.#looks;
    const freeBytes = await this.#freeBytes();
    this.#freeBytesSeen = freeBytes;
    if (freeBytes === null) return this.#state;
    const heldBytes = await this.#heldBytes();
    // Another began later and saw what is newer: this one must not speak after it.
    if (look !== this.#looks) return this.#state;
    const owedBytes = this.#limits.ballastBytes - heldBytes;
    this.#state = this.#stateAt(freeBytes - owedBytes);
    if (this.#state === 'full' && heldBytes > 0) await this.giveUpBallast();
    if (this.#state === 'ok' && owedBytes > 0 && canFillBallast) await this.#fillBallast();
    return this.#state;
  }

  /** Whether so much more can be written without the disk becoming low. */
  async hasRoomFor(sizeBytes: number): Promise<boolean> {
    const freeBytes = await this.#freeBytes();
    if (freeBytes === null) return this.#state === 'ok';
    const owedBytes = this.#limits.ballastBytes - (await this.#heldBytes());
    return freeBytes - owedBytes - sizeBytes >= this.#limits.lowBytes;
  }

  async #heldBytes(): Promise<number> {
    try {
      return (await this.#fs.stat(this.#path)).size;
    } catch {
      return 0;
    }
  }

  /** A write failed for want of room: whatever the figures say, the disk is full until they are looked at again. */
  async noteFull(): Promise<void> {
    this.#state = 'full';
    await this.giveUpBallast();
  }

  async giveUpBallast(): Promise<void> {
    await removeQuietly(this.#fs, this.#path);
  }

  get #path(): string {
    return join(this.#directory, '.ballast');
  }

  #stateAt(usableBytes: number): DiskState {
    if (usableBytes < this.#limits.fullBytes) return 'full';
    return usableBytes < this.#limits.lowBytes ? 'low' : 'ok';
  }

  async #freeBytes(): Promise<number | null> {
    try {
      const { bavail, bsize } = await this.#fs.statfs(this.#directory);
      return bavail * bsize;
    } catch {
      return null;
    }
  }

  /** Real bytes: a sparse or compressible file would keep no room. */
  async #fillBallast(): Promise<void> {
    try {
      const handle = await this.#fs.open(this.#path, 'w', 0o600);
      try {
        const block = randomBytes(BLOCK_BYTES);
        for (let left = this.#limits.ballastBytes; left > 0; left -= BLOCK_BYTES) {
          await handle.write(block, 0, Math.min(left, BLOCK_BYTES));
        }
      } finally {
        await handle.close();
      }
    } catch {
      await this.giveUpBallast();
    }
  }
}
