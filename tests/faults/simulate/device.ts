import type { Engine } from '../../../electron/sync/engine.ts';
import { openEngine } from '../../../electron/sync/open-engine.ts';
import type { IpcFailure, SyncStatus } from '../../../shared/ipc.ts';
import type { Random } from '../../../shared/random.ts';
import type { Result } from '../../../shared/result.ts';
import type { Audience, Edit } from '../../../shared/stream/change.ts';
import { plainProtector } from '../plain-protector.ts';
import { cutPower, type DirectoryNode } from './memory-disk.ts';
import { MemoryFiles } from './memory-files.ts';
import type { VirtualTime } from './virtual-time.ts';

/** When the simulated day begins by a clock that is right, UTC ms. */
const BEGIN_MS = Date.UTC(2026, 10, 22, 8);

export interface Seat {
  readonly name: string;
  readonly workspace: string;
  readonly memberId: string;
  readonly isManager: boolean;
}

/** A change that the program said was saved. */
export interface Saved {
  readonly audience: Audience;
  readonly streamKey: string;
  readonly seq: number;
  readonly h: string;
}

/** A computer: a disk, a clock that may be wrong, and the engine while it runs. */
export class SimulatedDevice {
  readonly seat: Seat;
  disk: DirectoryNode;
  skewMs = 0;
  saved: Saved[] = [];
  engine: Engine | null = null;
  #files: MemoryFiles | null = null;
  #time: VirtualTime;
  #random: Random;

  constructor(seat: Seat, disk: DirectoryNode, time: VirtualTime, random: Random) {
    this.seat = seat;
    this.disk = disk;
    this.#time = time;
    this.#random = random;
  }

  /** The sync tool's folder on this disk. */
  get replica(): DirectoryNode {
    const found = this.disk.entries.get('sync');
    if (found?.kind !== 'directory') throw new Error('The disk has no sync folder.');
    return found;
  }

  get isDead(): boolean {
    return this.#files?.isDead ?? false;
  }

  canRead(audience: string): boolean {
    const { isManager, memberId } = this.seat;
    return isManager || audience === 'team' || audience === `m-${memberId}`;
  }

  /** Starts the program; false where it died on the way or was not let in. */
  async start(dieAfterCalls = Infinity): Promise<boolean> {
    const files = new MemoryFiles(this.disk, this.#random, () => this.nowMs());
    files.callsLeft = dieAfterCalls;
    this.#files = files;
    const options = {
      dir: `/${this.seat.name}/data`,
      protector: plainProtector,
      nowMs: () => this.nowMs(),
      random: (count: number) => this.#random.bytes(count),
      onStatus: () => undefined,
      onIncoming: () => undefined,
    };
    const faults = { fs: files.fileSystem, isActive: false };
    try {
      this.engine = await this.#time.settle(openEngine(options, faults));
    } catch {
      this.engine = null;
    }
    return this.engine !== null && !files.isDead;
  }

  nowMs(): number {
    return BEGIN_MS + this.#time.nowMs + this.skewMs;
  }

  /** The program dies after so many more file calls, wherever it then is. */
  dieAfter(calls: number): void {
    if (this.#files) this.#files.callsLeft = calls;
  }

  /** Ends the program at once; without power, what was not flushed is in the seed's hands. */
  async crash(isPowerCut: boolean): Promise<void> {
    this.#files?.die();
    // Lets go of what this process holds; nothing of it reaches the disk any more.
    await this.close();
    if (isPowerCut) cutPower(this.disk, this.#random);
  }

  async close(): Promise<void> {
    if (this.engine) await this.#time.settle(this.engine.close());
    this.engine = null;
    this.#files = null;
  }

  async append(engine: Engine, edits: Edit[]): Promise<Result<unknown, IpcFailure>> {
    const { workspace, memberId } = this.seat;
    const answer = await engine.append({ workspace, memberId, edits });
    if (!answer.ok) return answer;
    for (const { stream, epoch, audience, changes } of answer.value.appended) {
      const streamKey = `${stream}-${epoch}`;
      for (const { seq, h } of changes) this.saved.push({ audience, streamKey, seq, h });
    }
    return answer;
  }

  async status(): Promise<SyncStatus | null> {
    if (!this.engine) return null;
    const answer = await this.#time.settle(this.engine.syncStatus(this.seat.workspace));
    return answer.ok ? answer.value : null;
  }
}
