import type { Audience } from '#shared/stream/change';
import type { Projection } from './projection.ts';
import type { SegmentCache } from './segments/segment-cache.ts';

/**
 * Of whom anything is stored, as one writer knows it without reading while nobody else writes: what is
 * asked of the database meanwhile would wait for the transaction before. Whoever goes by it asks in their
 * own transaction whether the cache is as old as it was.
 */
export class KnownAudiences {
  readonly #db: Projection;
  readonly #cache: SegmentCache;
  readonly #audiences = new Set<Audience>();
  #age: number | null = null;
  #termsAge: number | null = null;

  constructor(db: Projection, cache: SegmentCache) {
    this.#db = db;
    this.#cache = cache;
  }

  /** Reads what is not known; with it, by which terms everybody is measured. */
  async read(): Promise<void> {
    const { age } = this.#cache;
    if (this.#termsAge !== age) await this.#cache.terms.readAll(this.#db);
    this.#termsAge = age;
    if (this.#age === age) return;
    // Any stream of theirs: also of one whose changes were refused some may be stored by now.
    for (const { audience } of await this.#db.cursors.toArray()) this.#audiences.add(audience);
    this.#age = age;
  }

  isNew(audience: Audience): boolean {
    return !this.#audiences.has(audience);
  }

  /** Something of theirs is on its way into the database. */
  note(audience: Audience): void {
    this.#audiences.add(audience);
  }

  /** Something is on its way of which it is not known what it says: read it once it is there. */
  doubt(): void {
    this.#audiences.clear();
    this.#age = null;
  }
}
