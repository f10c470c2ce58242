import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { seededRandom } from '../../../shared/random.ts';

interface Timer {
  readonly atMs: number;
  readonly order: number;
  readonly callback: () => void;
  readonly everyMs: number | null;
}

/**
 * Time and chance of this whole process in one hand: timers fire when the simulation says so, and what the
 * engine draws itself (names of temporary files, back-off) comes from the seed. Everything else it waits
 * for is in memory, so that a turn of the event loop ends only when nothing can go on without a timer.
 */
export class VirtualTime {
  nowMs = 0;
  #timers = new Map<object, Timer>();
  #order = 0;

  /** Takes the process over; it is not given back. */
  install(): void {
    const later = (callback: () => void, delayMs = 0, everyMs: number | null = null): object => {
      const handle = { unref: () => handle, ref: () => handle };
      this.#order += 1;
      const atMs = this.nowMs + Math.max(0, delayMs);
      this.#timers.set(handle, { atMs, order: this.#order, callback, everyMs });
      return handle;
    };
    const forget = (handle?: object): void => {
      if (handle) this.#timers.delete(handle);
    };
    rememberCrypto();
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, delayMs?: number) => later(callback, delayMs),
      setInterval: (callback: () => void, everyMs: number) => later(callback, everyMs, everyMs),
      clearTimeout: forget,
      clearInterval: forget,
    });
  }

  /** A new run: no timer of the last one is left, and chance begins anew. */
  begin(seed: string): void {
    this.nowMs = 0;
    this.#timers.clear();
    const random = seededRandom(`${seed}/process`);
    Object.assign(crypto, {
      randomBytes: (count: number) => Buffer.from(random.bytes(count)),
      randomInt: (least: number, most: number) => random.whole(least, most - 1),
    });
    syncBuiltinESMExports();
  }

  /** Everything that is due within the time that passes, each thing it sets going followed to its end. */
  async pass(durationMs: number): Promise<void> {
    const untilMs = this.nowMs + durationMs;
    for (;;) {
      await quiet();
      const next = this.#next();
      if (!next || next[1].atMs > untilMs) break;
      this.#fire(next);
    }
    this.nowMs = untilMs;
  }

  /** What a call answers; as much time passes as it waits for. */
  async settle<T>(call: Promise<T>): Promise<T> {
    let isSettled = false;
    const note = (): void => void (isSettled = true);
    call.then(note, note);
    for (;;) {
      await quiet();
      if (isSettled) return await call;
      const next = this.#next();
      if (!next) throw new Error('A call waits for something that never comes.');
      this.nowMs = Math.max(this.nowMs, next[1].atMs);
      this.#fire(next);
    }
  }

  #next(): [object, Timer] | null {
    let first: [object, Timer] | null = null;
    for (const [handle, timer] of this.#timers) {
      const isFirst =
        first === null ||
        timer.atMs < first[1].atMs ||
        (timer.atMs === first[1].atMs && timer.order < first[1].order);
      if (isFirst) first = [handle, timer];
    }
    return first;
  }

  #fire([handle, timer]: [object, Timer]): void {
    this.#timers.delete(handle);
    if (timer.everyMs !== null) {
      this.#timers.set(handle, { ...timer, atMs: timer.atMs + timer.everyMs });
    }
    timer.callback();
  }
}

const quiet = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Seven devices check each other's signatures with one processor: what was checked once in this process
 * is not computed again. The same call with the same bytes has the same answer.
 */
function rememberCrypto(): void {
  const { verify, createPrivateKey } = crypto;
  const verdicts = new WeakMap<crypto.KeyObject, Map<string, boolean>>();
  const keys = new Map<string, crypto.KeyObject>();
  Object.assign(crypto, {
    verify: (_: null, message: Uint8Array, key: crypto.KeyObject, signature: Uint8Array) => {
      const ofKey = verdicts.get(key) ?? new Map<string, boolean>();
      verdicts.set(key, ofKey);
      const name = latin(message) + latin(signature);
      const known = ofKey.get(name) ?? verify(null, message, key, signature);
      if (ofKey.size > REMEMBERED) ofKey.clear();
      ofKey.set(name, known);
      return known;
    },
    createPrivateKey: (input: { key: Buffer; format: 'der'; type: 'pkcs8' }): crypto.KeyObject => {
      const name = latin(input.key);
      const made = keys.get(name) ?? createPrivateKey(input);
      keys.set(name, made);
      return made;
    },
  });
}

const REMEMBERED = 2_000;
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
