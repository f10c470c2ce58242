import { toHex } from '#shared/hex';

const KEPT = 32;

/** What the window may point at by a token and never sees. The oldest make room. */
export class FewByToken<T> {
  #random: (count: number) => Uint8Array;
  #kept = new Map<string, T>();

  constructor(random: (count: number) => Uint8Array) {
    this.#random = random;
  }

  keep(value: T): string {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    const token = toHex(this.#random(16));
    this.#kept.set(token, value);
    return token;
  }

  get(token: string): T | null {
    return this.#kept.get(token) ?? null;
  }

  drop(token: string): void {
    this.#kept.delete(token);
  }
}
