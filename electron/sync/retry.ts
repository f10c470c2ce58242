import { randomInt } from 'node:crypto';

const FIRST_RETRY_MS = 5_000;
const SHORTEST_RETRY_MS = 1_000;

/** Plans the next try of something that failed, later and later. */
export class Retry {
  #tryAgain: () => void;
  #longestMs: number;
  #timer: NodeJS.Timeout | null = null;
  #failedTries = 0;

  constructor(tryAgain: () => void, longestMs: number) {
    this.#tryAgain = tryAgain;
    this.#longestMs = longestMs;
  }

  /** Full jitter, doubling up to the longest wait (Brooker 2015, "Exponential backoff and jitter"). Answers the wait. */
  plan(): number {
    this.stop();
    const longestMs = Math.min(this.#longestMs, FIRST_RETRY_MS * 2 ** this.#failedTries);
    this.#failedTries += 1;
    const delayMs = randomInt(SHORTEST_RETRY_MS, longestMs);
    this.#timer = setTimeout(this.#tryAgain, delayMs);
    this.#timer.unref();
    return delayMs;
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
