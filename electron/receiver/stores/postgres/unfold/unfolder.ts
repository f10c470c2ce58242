import type { Pool } from 'pg';
import { isCollision } from '../query.ts';
import { Judges } from './judges.ts';
import { noteAccess } from './note-access.ts';
import { unfoldSome } from './unfold-step.ts';

/** While batches keep coming, steps take at most this part of the time. */
const MOST_BUSY_RATIO = 1 / 10;
const LEAST_PAUSE_MS = 50;
/** Another receiver may have kept something, or ended in the middle. */
const LOOK_EVERY_MS = 5_000;

/**
 * Unfolds what was kept into the views, in the pauses of what is more urgent. Several may run on one
 * database; one that ends leaves its work to the others.
 */
export class Unfolder {
  readonly #pool: Pool;
  readonly #judges: Judges;
  readonly #isQuiet: () => boolean;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #isWoken = false;
  #isClosed = false;
  #lastStepMs = 0;

  /** @param isQuiet whether nothing is being kept just now */
  constructor(pool: Pool, isQuiet: () => boolean) {
    this.#pool = pool;
    this.#judges = new Judges(pool);
    this.#isQuiet = isQuiet;
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  wake(): void {
    this.#isWoken = true;
    if (!this.#isClosed) this.#running ??= this.#run();
  }

  /** When all that is known now is unfolded. Rejects where a step fails. */
  async drain(): Promise<void> {
    await this.#running;
    while (await this.#step());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isWoken && !this.#isClosed) {
        this.#isWoken = false;
        while (!this.#isClosed && (await this.#stepInPause()));
      }
    } catch {
      // The database is away, or a step met another's: the next look takes it up again.
    } finally {
      this.#running = null;
    }
  }

  async #stepInPause(): Promise<boolean> {
    if (!this.#isQuiet()) {
      const pauseMs = Math.max(LEAST_PAUSE_MS, this.#lastStepMs / MOST_BUSY_RATIO);
      await new Promise((resolve) => setTimeout(resolve, pauseMs).unref());
    }
    const startedMs = performance.now();
    const hasMore = !this.#isClosed && (await this.#step());
    this.#lastStepMs = performance.now() - startedMs;
    return hasMore;
  }

  async #step(): Promise<boolean> {
    try {
      const hasNews = await noteAccess(this.#pool, this.#judges);
      return (await unfoldSome(this.#pool, this.#judges)) || hasNews;
    } catch (error) {
      if (isCollision(error)) return true;
      throw error;
    }
  }
}
