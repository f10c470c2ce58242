import type { Fields } from './change.ts';

/** Enough for what one device writes between two batches; more are read one by one. */
const MOST_SHAPES = 16;
const NAME = /^[a-zA-Z]{1,32}$/;
/** One spelling each: texts without escapes, control characters or surrogates, whole numbers, words. */
const VALUE = String.raw`(?:"[^"\\\x00-\x1f\ud800-\udfff]*"|-?[1-9]\d{0,14}|0|true|false|null)`;

/**
 * Tells fields that are surely in canonical form (RFC 8785) without reading them: those that name the same
 * things as some that were read, and say of each a plain text, whole number or word.
 */
export class KnownShapes {
  readonly #shapes = new Map<string, RegExp>();

  /** False says nothing. */
  have(fieldsText: string): boolean {
    for (const shape of this.#shapes.values()) if (shape.test(fieldsText)) return true;
    return false;
  }

  /** Fields that may be in a change. */
  learn(fields: Fields): void {
    const names = Object.keys(fields).toSorted();
    const key = names.join();
    if (this.#shapes.size >= MOST_SHAPES || this.#shapes.has(key)) return;
    if (!names.every((name) => NAME.test(name))) return;
    const members = names.map((name) => `"${name}":${VALUE}`);
    this.#shapes.set(key, new RegExp(`^\\{${members.join(',')}\\}$`));
  }
}
