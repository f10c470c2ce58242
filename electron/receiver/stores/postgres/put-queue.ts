import type { Pool } from 'pg';
import { type IncomingBatch, type PutOutcome, StoreFullError } from '../../receiver-store.ts';
import { putBatches } from './put-batches.ts';
import { isCollision, isDiskFull } from './query.ts';
import { rowKey } from './stream-rows.ts';

interface Queued {
  readonly incoming: IncomingBatch;
  readonly resolve: (outcome: PutOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Batches in one transaction: enough to share its flush, few enough to answer soon. */
const MOST_IN_GROUP = 32;
const MOST_GROUPS = 3;
const COLLISION_TRIES = 5;

/**
 * Groups batches that come at the same time into transactions. One stream is in one transaction at a time;
 * what waits for that does not hold up the others.
 */
export class PutQueue {
  readonly #pool: Pool;
  #waiting: Queued[] = [];
  readonly #busyStreams = new Set<string>();
  #groups = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Batches that are waiting or being written. */
  get isIdle(): boolean {
    return this.#groups === 0 && this.#waiting.length === 0;
  }

  put(incoming: IncomingBatch): Promise<PutOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ incoming, resolve, reject });
      this.#start();
    });
  }

  #start(): void {
    while (this.#groups < MOST_GROUPS && this.#waiting.length > 0) {
      const group = this.#takeGroup();
      if (group.length === 0) return;
      this.#groups += 1;
      void this.#run(group);
    }
  }

  #takeGroup(): readonly Queued[] {
    const group: Queued[] = [];
    this.#waiting = this.#waiting.filter((queued) => {
      const key = rowKey(queued.incoming.batch.header);
      if (group.length >= MOST_IN_GROUP || this.#busyStreams.has(key)) return true;
      this.#busyStreams.add(key);
      group.push(queued);
      return false;
    });
    return group;
  }

  async #run(group: readonly Queued[]): Promise<void> {
    try {
      const outcomes = await this.#write(group);
      outcomes.forEach((outcome, at) => group[at]?.resolve(outcome));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(isDiskFull(error) ? fullError(error) : error);
      // One batch that the database does not take must not fail the others.
      else for (const each of group) await this.#runAlone(each);
    } finally {
      for (const { incoming } of group) this.#busyStreams.delete(rowKey(incoming.batch.header));
      this.#groups -= 1;
      this.#start();
    }
  }

  async #runAlone(queued: Queued): Promise<void> {
    try {
      const [outcome] = await this.#write([queued]);
      if (outcome) queued.resolve(outcome);
    } catch (error) {
      queued.reject(isDiskFull(error) ? fullError(error) : error);
    }
  }

  async #write(group: readonly Queued[]): Promise<readonly PutOutcome[]> {
    const batches = group.map(({ incoming }) => incoming);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await putBatches(this.#pool, batches);
      } catch (error) {
        if (!isCollision(error) || attempt === COLLISION_TRIES) throw error;
      }
    }
  }
}

const fullError = (cause: unknown): StoreFullError =>
  new StoreFullError('No space is left.', { cause });
