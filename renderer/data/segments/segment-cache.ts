import { KeptTerms } from '../kept-terms.ts';
import type { WriterMark } from '../stored.ts';
import type { OpenSegment } from './open-segment.ts';

/** Segments kept open between chunks; beyond this many the longest unused ones go. */
const KEPT_SEGMENTS = 16;

/**
 * Segments and terms that one writer keeps between its transactions, so that a long rebuild reads none
 * twice. Good only while nobody else has written: each transaction begins with `trust`.
 */
export class SegmentCache {
  readonly terms = new KeptTerms();
  /** This transaction changes what the cache may hold, so it ends with `nextMark`. */
  isUsed = false;
  readonly #writer: string;
  readonly #open = new Map<string, OpenSegment>();
  #count = 0;
  #age = 0;

  constructor(writer: string) {
    this.#writer = writer;
  }

  /** Forgets everything where the database was written by another since. */
  trust(mark: WriterMark | undefined): void {
    this.isUsed = false;
    if (mark?.writer === this.#writer && mark.count === this.#count) return;
    this.clear();
    this.#count = mark?.count ?? 0;
  }

  /** The mark to write with this transaction; call `clear` where the transaction fails. */
  nextMark(): WriterMark {
    this.#count += 1;
    return { key: 'writer', writer: this.#writer, count: this.#count };
  }

  /**
   * Rises when everything is forgotten. What a failed transaction had begun may go on for a while: by the
   * age at which it began it has no part in what is kept since.
   */
  get age(): number {
    return this.#age;
  }

  get(key: string, age: number): OpenSegment | undefined {
    const segment = age === this.#age ? this.#open.get(key) : undefined;
    if (segment) {
      this.#open.delete(key);
      this.#open.set(key, segment);
    }
    return segment;
  }

  keep(segment: OpenSegment, age: number): void {
    if (age === this.#age) this.#open.set(segment.key, segment);
  }

  drop(key: string, age: number): void {
    if (age === this.#age) this.#open.delete(key);
  }

  /** Between transactions only: what a transaction has in hand must stay. */
  shrink(): void {
    for (const key of this.#open.keys()) {
      if (this.#open.size <= KEPT_SEGMENTS) return;
      this.#open.delete(key);
    }
  }

  clear(): void {
    this.#age += 1;
    this.#open.clear();
    this.terms.doubt();
  }
}
