import { ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one caller may ask for. Far above what the app does, far below what would hurt. */
export interface LimitFigures {
  /** Requests a minute by one member's token: an app that catches up sends a few a second. */
  readonly tokenPerMinute: number;
  /** Requests a minute from one address; a whole office may sit behind one. */
  readonly addressPerMinute: number;
  /** Requests without a good token a minute from one address. */
  readonly strangerPerMinute: number;
  /** Looks for an invite's code a minute from one address: there are a million of them. */
  readonly joinPerMinute: number;
  /** Requests of one token at a time. */
  readonly tokenAtOnce: number;
  /** Bytes of all bodies that are on their way at a time. */
  readonly arrivingBytes: number;
  /** Connections of one address, which is not this computer's own; and of all. */
  readonly addressConnections: number;
  readonly connections: number;
  /** How long a request's head may take to arrive, and the whole of it. */
  readonly headersMs: number;
  readonly requestMs: number;
}

export const LIMITS: LimitFigures = {
  tokenPerMinute: 3_000,
  addressPerMinute: 12_000,
  strangerPerMinute: 120,
  joinPerMinute: 20,
  tokenAtOnce: 16,
  arrivingBytes: 128 * 1024 * 1024,
  addressConnections: 256,
  connections: 4_000,
  headersMs: ENDPOINT_LIMITS.headersMs,
  requestMs: ENDPOINT_LIMITS.requestMs,
};

const MINUTE_S = 60;

/** Counts what each caller asks for. What is counted is of this process: several receivers count apart. */
export class RequestLimits {
  readonly figures: LimitFigures;
  readonly #token: RateLimiterMemory;
  readonly #address: RateLimiterMemory;
  readonly #stranger: RateLimiterMemory;
  readonly #join: RateLimiterMemory;
  readonly #atOnce = new Map<string, number>();
  #arrivingBytes = 0;

  constructor(figures: LimitFigures) {
    this.figures = figures;
    this.#token = perMinute(figures.tokenPerMinute);
    this.#address = perMinute(figures.addressPerMinute);
    this.#stranger = perMinute(figures.strangerPerMinute);
    this.#join = perMinute(figures.joinPerMinute);
  }

  /** Each answers null, or after how many seconds to come again. */
  readonly waitOfToken = (hash: string): Promise<number | null> => wait(this.#token, hash);
  readonly waitOfAddress = (address: string): Promise<number | null> =>
    wait(this.#address, address);
  readonly waitOfStranger = (address: string): Promise<number | null> =>
    wait(this.#stranger, address);
  readonly waitOfJoin = (address: string): Promise<number | null> => wait(this.#join, address);

  /** A token's request begins: what to call when it ends, or null where it has too many at once. */
  begin(tokenHash: string): (() => void) | null {
    const count = this.#atOnce.get(tokenHash) ?? 0;
    if (count >= this.figures.tokenAtOnce) return null;
    this.#atOnce.set(tokenHash, count + 1);
    return () => {
      const left = (this.#atOnce.get(tokenHash) ?? 1) - 1;
      if (left > 0) this.#atOnce.set(tokenHash, left);
      else this.#atOnce.delete(tokenHash);
    };
  }

  /** False where there is no room for these bytes now; bytes that got room are given back by `leave`. */
  arrive(byteCount: number): boolean {
    if (this.#arrivingBytes + byteCount > this.figures.arrivingBytes) return false;
    this.#arrivingBytes += byteCount;
    return true;
  }

  leave(byteCount: number): void {
    this.#arrivingBytes -= byteCount;
  }
}

const perMinute = (points: number): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration: MINUTE_S });

async function wait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}
