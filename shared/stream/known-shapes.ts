import type { Fields } from './change.ts';

/** Enough for what one device writes between two batches; more are read one by one. */
const MOST_SHAPES = 16;
/** A pattern of thousands of names would be more than an engine takes. */
const MOST_NAMES = 64;
const NAME = /^[a-zA-Z]{1,32}$/;
/** One spelling each: texts without escapes, control characters or surrogates, whole numbers, words. */
const VALUE = String.raw`(?:"[^"\\\x00-\x1f\ud800-\udfff]*"|-?[1-9]\d{0,14}|0|true|false|null)`;

/** Looks in vain that are allowed before any was of use, and what one of use makes up for. */
const FIRST_CREDIT = 64;
const MOST_CREDIT = 256;
const CREDIT_OF_HIT = 2;

/**
 * Tells fields that are surely in canonical form (RFC 8785) without reading them: those that name the same
 * things as some that were read, and say of each a plain text, whole number or word. Where that is seldom
 * of use it gives up: whoever writes lines to be slow gains a few looks at most for each line.
 */
export class KnownShapes {
  readonly #keys = new Set<string>();
  /** The one that was of use last comes first. */
  readonly #shapes: RegExp[] = [];
  #credit = FIRST_CREDIT;

  /** False says nothing. */
  have(fieldsText: string): boolean {
    for (const [at, shape] of this.#shapes.entries()) {
      if (this.#credit <= 0) return false;
      if (shape.test(fieldsText)) {
        this.#credit = Math.min(this.#credit + CREDIT_OF_HIT, MOST_CREDIT);
        if (at > 0) this.#shapes.unshift(...this.#shapes.splice(at, 1));
        return true;
      }
      this.#credit -= 1;
    }
    return false;
  }

  /** Fields that may be in a change. */
  learn(fields: Fields): void {
    const names = Object.keys(fields);
    if (this.#shapes.length >= MOST_SHAPES || names.length > MOST_NAMES) return;
    names.sort();
    const key = names.join();
    if (this.#keys.has(key) || !names.every((name) => NAME.test(name))) return;
    const members = names.map((name) => `"${name}":${VALUE}`);
    this.#keys.add(key);
    this.#shapes.push(new RegExp(`^\\{${members.join(',')}\\}$`));
  }
}
