import { randomInt } from 'node:crypto';

/** How long is waited between tries: at random from the shortest up to the first, then twice that, … */
export interface Backoff {
  readonly shortestMs: number;
  readonly firstMs: number;
  readonly longestMs: number;
}

const LONGEST_DOUBLINGS = 20;

/** Plans the next try of something that failed, later and later. */
export class Retry {
  #tryAgain: () => void;
  #timer: NodeJS.Timeout | null = null;
  #failedTries = 0;

  constructor(tryAgain: () => void) {
    this.#tryAgain = tryAgain;
  }

  /** Full jitter, doubling up to the longest wait (Brooker 2015, "Exponential backoff and jitter"). Answers the wait. */
  plan({ shortestMs, firstMs, longestMs }: Backoff, atLeastMs = 0): number {
    this.stop();
    const upToMs = Math.min(
      longestMs,
      firstMs * 2 ** Math.min(this.#failedTries, LONGEST_DOUBLINGS),
    );
    this.#failedTries += 1;
    const delayMs = Math.max(Math.ceil(atLeastMs), randomInt(shortestMs, upToMs + 1));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#tryAgain();
    }, delayMs);
    this.#timer.unref();
    return delayMs;
  }

  get isPlanned(): boolean {
    return this.#timer !== null;
  }

  /** It went well, or what failed is no longer asked for. */
  reset(): void {
    this.stop();
    this.#failedTries = 0;
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
