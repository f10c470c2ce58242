import type { MonthKey } from '#shared/day';
import type { Audience } from '#shared/stream/change';
import type { Projection } from '../projection.ts';
import { monthReader, segmentIndexKey, segmentKey } from '../record-key.ts';
import type { SegmentHead } from '../stored.ts';
import { OpenSegment } from './open-segment.ts';
import type { SegmentTexts } from './open-segment.ts';
import type { SegmentCache } from './segment-cache.ts';
import type { IndexEntry } from './segment-index.ts';
import { headOf } from './segment-index.ts';
import { SegmentSpans } from './segment-spans.ts';

/** What is to be packed. */
export interface PackedEntry {
  readonly id: string;
  readonly line: string;
  readonly entry: IndexEntry;
  /** It is on the shelf already: `get` has answered it. */
  readonly isHeld: boolean;
}

/** Reads and changes the packed deliverables of one audience inside one transaction. */
export class ShelfWriter {
  /** It held nothing when it was opened. */
  readonly wasEmpty: boolean;
  readonly #db: Projection;
  readonly #audience: Audience;
  readonly #cache: SegmentCache;
  readonly #cacheAge: number;
  /** By part, as they are stored. */
  readonly #heads: Map<number, SegmentHead>;
  readonly #spans: SegmentSpans;
  readonly #inHand = new Map<number, OpenSegment>();
  readonly #loadedMonths = new Set<string>();
  readonly #monthOf = monthReader();
  #lastFilled: OpenSegment | null = null;
  /** To be written, by key. */
  readonly #packed = new Map<string, SegmentTexts>();

  private constructor(
    db: Projection,
    audience: Audience,
    { cache, age }: { readonly cache: SegmentCache; readonly age: number },
    heads: readonly SegmentHead[],
  ) {
    this.#db = db;
    this.#audience = audience;
    this.#cache = cache;
    this.#cacheAge = age;
    this.wasEmpty = heads.length === 0;
    this.#heads = new Map(heads.map((head) => [head.part, head]));
    this.#spans = new SegmentSpans(heads);
  }

  static async open(db: Projection, audience: Audience, cache: SegmentCache): Promise<ShelfWriter> {
    const { age } = cache;
    const shelf = await db.shelves.get(audience);
    return new ShelfWriter(db, audience, { cache, age }, shelf?.segments ?? []);
  }

  /** Of an audience of whom nothing is packed. */
  static ofNobody(db: Projection, audience: Audience, cache: SegmentCache): ShelfWriter {
    return new ShelfWriter(db, audience, { cache, age: cache.age }, []);
  }

  /** Has the segments in hand that hold these ids or would take them. */
  async load(ids: Iterable<string>): Promise<void> {
    const parts = new Set<number>();
    for (const month of new Set([...ids].map(this.#monthOf))) {
      if (this.#loadedMonths.has(month)) continue;
      this.#loadedMonths.add(month);
      for (const part of this.#spans.partsFor(month)) parts.add(part);
    }
    await this.#takeInHand([...parts].filter((part) => !this.#inHand.has(part)));
  }

  get(id: string): string | undefined {
    return this.#holder(id)?.lines.get(id);
  }

  /** In the order of their months, so that a segment spans few of them. */
  putAll(entries: readonly PackedEntry[]): void {
    const monthly = entries.map((each) => ({ ...each, month: this.#monthOf(each.id) }));
    for (const { id, line, entry, isHeld, month } of monthly.toSorted(byMonth)) {
      const segment = (isHeld ? this.#holder(id) : undefined) ?? this.#segmentWithRoom(month);
      segment.lines.set(id, line);
      segment.index.set(id, entry);
      this.#noteChanged(segment, month);
    }
  }

  remove(id: string): void {
    const segment = this.#holder(id);
    if (!segment) return;
    segment.lines.delete(id);
    segment.index.delete(id);
    this.#noteChanged(segment, this.#monthOf(id));
  }

  /** Packs full segments of months before one, to be written with the others, and lets go of them. */
  packBefore(month: MonthKey): void {
    const past = [...this.#inHand.values()].filter(({ part }) =>
      this.#spans.isFullBefore(part, month),
    );
    for (const segment of past) {
      this.#inHand.delete(segment.part);
      if (segment.isDirty) this.#pack(segment);
    }
    for (const each of this.#loadedMonths) {
      if (past.some(({ part }) => this.#spans.covers(part, each))) this.#loadedMonths.delete(each);
    }
  }

  /** Writes what was changed. */
  async flush(): Promise<void> {
    const emptied: string[] = [];
    for (const segment of this.#inHand.values()) {
      if (!segment.isDirty) continue;
      if (segment.lines.size > 0) {
        this.#pack(segment);
        continue;
      }
      segment.isDirty = false;
      this.#heads.delete(segment.part);
      this.#spans.delete(segment.part);
      this.#packed.delete(segment.key);
      this.#cache.drop(segment.key, this.#cacheAge);
      emptied.push(segment.key);
    }
    if (this.#packed.size === 0 && emptied.length === 0) return;
    const packed = [...this.#packed];
    await Promise.all([
      this.#db.segments.bulkPut(packed.map(([key, { body }]) => ({ key, lines: body }))),
      this.#db.segmentIndexes.bulkPut(
        packed.map(([key, { index }]) => ({ key: segmentIndexKey(key), lines: index })),
      ),
      this.#db.segments.bulkDelete(emptied),
      this.#db.segmentIndexes.bulkDelete(emptied.map(segmentIndexKey)),
      this.#db.shelves.put({ audience: this.#audience, segments: [...this.#heads.values()] }),
    ]);
  }

  #pack(segment: OpenSegment): void {
    this.#heads.set(segment.part, headOf(segment.part, segment.index.values()));
    this.#packed.set(segment.key, segment.pack());
  }

  async #takeInHand(parts: readonly number[]): Promise<void> {
    const missing = parts.filter((part) => !this.#kept(part));
    if (missing.length > 0) await this.#read(missing);
    for (const part of parts) {
      const segment = this.#kept(part);
      if (segment) this.#inHand.set(part, segment);
    }
  }

  /** What was packed here is held here, whatever the cache has let go of meanwhile. */
  #kept(part: number): OpenSegment | undefined {
    const key = this.#keyOf(part);
    const kept = this.#cache.get(key, this.#cacheAge);
    const texts = kept ? undefined : this.#packed.get(key);
    return texts ? new OpenSegment(key, part, texts) : kept;
  }

  async #read(parts: readonly number[]): Promise<void> {
    const keys = parts.map((part) => this.#keyOf(part));
    const [bodies, indexes] = await Promise.all([
      this.#db.segments.bulkGet(keys),
      this.#db.segmentIndexes.bulkGet(keys.map(segmentIndexKey)),
    ]);
    for (const [at, part] of parts.entries()) {
      const [key, body, index] = [this.#keyOf(part), bodies[at], indexes[at]];
      if (!body || !index) throw new Error(`Segment ${key} is on its shelf but not stored`);
      const texts = { body: body.lines, index: index.lines };
      this.#cache.keep(new OpenSegment(key, part, texts), this.#cacheAge);
    }
  }

  #holder(id: string): OpenSegment | undefined {
    if (!this.#loadedMonths.has(this.#monthOf(id))) throw new Error(`${id} was not loaded`);
    for (const segment of this.#inHand.values()) if (segment.lines.has(id)) return segment;
    return undefined;
  }

  #segmentWithRoom(month: MonthKey): OpenSegment {
    // Mostly the one that took the entry before, which is of the same month.
    if (this.#lastFilled && this.#spans.fits(this.#lastFilled.part, month)) return this.#lastFilled;
    const part = this.#spans.partWithRoom(this.#inHand.keys(), month);
    this.#lastFilled = this.#inHand.get(part) ?? this.#freshSegment(part);
    return this.#lastFilled;
  }

  #freshSegment(part: number): OpenSegment {
    const fresh = new OpenSegment(this.#keyOf(part), part, null);
    this.#inHand.set(part, fresh);
    this.#cache.keep(fresh, this.#cacheAge);
    return fresh;
  }

  #noteChanged(segment: OpenSegment, month: MonthKey): void {
    segment.isDirty = true;
    this.#spans.note(segment.part, month, segment.lines.size);
  }

  #keyOf(part: number): string {
    return segmentKey(this.#audience, part);
  }
}

const byMonth = (a: { readonly month: MonthKey }, b: { readonly month: MonthKey }): number =>
  a.month === b.month ? 0 : a.month < b.month ? -1 : 1;
