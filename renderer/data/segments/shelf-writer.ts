import type { Audience } from '#shared/stream/change';
import type { Projection } from '../projection.ts';
import { segmentKey, segmentMonth } from '../record-key.ts';
import type { SegmentHead } from '../stored.ts';
import type { OpenSegment, SegmentCache } from './segment-cache.ts';
import type { IndexEntry } from './segment-index.ts';
import { headOf, packIndex, unpackIndex } from './segment-index.ts';
import { linesById } from './segment-line.ts';

/** Deliverables in one segment: few records for IndexedDB, and still quick to rewrite. */
export const SEGMENT_SIZE = 500;

/** Reads and changes the packed deliverables of one audience inside one transaction. */
export class ShelfWriter {
  readonly #db: Projection;
  readonly #audience: Audience;
  readonly #cache: SegmentCache;
  readonly #heads: Map<string, SegmentHead>;
  /** The segments of each month in hand, by part. */
  readonly #months = new Map<string, OpenSegment[]>();

  private constructor(
    db: Projection,
    audience: Audience,
    cache: SegmentCache,
    heads: readonly SegmentHead[],
  ) {
    this.#db = db;
    this.#audience = audience;
    this.#cache = cache;
    this.#heads = new Map(heads.map((head) => [this.#keyOf(head.month, head.part), head]));
  }

  static async open(db: Projection, audience: Audience, cache: SegmentCache): Promise<ShelfWriter> {
    const shelf = await db.shelves.get(audience);
    return new ShelfWriter(db, audience, cache, shelf?.segments ?? []);
  }

  /** Has the segments in hand that hold these ids or would take them. */
  async load(ids: Iterable<string>): Promise<void> {
    const months = new Set<string>();
    for (const id of ids) months.add(segmentMonth(id));
    for (const month of months) if (this.#months.has(month)) months.delete(month);
    const wanted = [...this.#heads.values()]
      .filter((head) => months.has(head.month))
      .toSorted((a, b) => a.part - b.part);
    const missing = wanted
      .map((head) => this.#keyOf(head.month, head.part))
      .filter((key) => !this.#cache.get(key));
    if (missing.length > 0) await this.#read(missing);
    for (const month of months) this.#months.set(month, []);
    for (const { month, part } of wanted) {
      const segment = this.#cache.get(this.#keyOf(month, part));
      if (segment) this.#months.get(month)?.push(segment);
    }
  }

  get(id: string): string | undefined {
    return this.#holder(id)?.lines.get(id);
  }

  put(id: string, line: string, entry: IndexEntry): void {
    const segment = this.#holder(id) ?? this.#segmentWithRoom(id);
    segment.lines.set(id, line);
    segment.index.set(id, entry);
    segment.isDirty = true;
  }

  remove(id: string): void {
    const segment = this.#holder(id);
    if (!segment) return;
    segment.lines.delete(id);
    segment.index.delete(id);
    segment.isDirty = true;
  }

  /** Writes what was changed. */
  async flush(): Promise<void> {
    const dirty = [...this.#months.values()].flat().filter((segment) => segment.isDirty);
    if (dirty.length === 0) return;
    const full = dirty.filter(({ lines }) => lines.size > 0);
    const empty = dirty.filter(({ lines }) => lines.size === 0).map(({ key }) => key);
    for (const segment of dirty) segment.isDirty = false;
    for (const { key, month, part, index } of full) {
      this.#heads.set(key, headOf(month, part, index.values()));
    }
    for (const key of empty) {
      this.#heads.delete(key);
      this.#cache.drop(key);
    }
    await Promise.all([
      this.#db.segments.bulkPut(
        full.map(({ key, lines }) => ({ key, lines: [...lines.values()].join('\n') })),
      ),
      this.#db.segmentIndexes.bulkPut(
        full.map(({ key, index }) => ({ key, lines: packIndex([...index.values()]) })),
      ),
      this.#db.segments.bulkDelete(empty),
      this.#db.segmentIndexes.bulkDelete(empty),
      this.#db.shelves.put({ audience: this.#audience, segments: [...this.#heads.values()] }),
    ]);
  }

  async #read(keys: readonly string[]): Promise<void> {
    const [bodies, indexes] = await Promise.all([
      this.#db.segments.bulkGet([...keys]),
      this.#db.segmentIndexes.bulkGet([...keys]),
    ]);
    for (const [at, key] of keys.entries()) {
      const [body, index, head] = [bodies[at], indexes[at], this.#heads.get(key)];
      if (!body || !index || !head)
        throw new Error(`Segment ${key} is on its shelf but not stored`);
      this.#cache.keep({
        key,
        month: head.month,
        part: head.part,
        lines: linesById(body.lines),
        index: new Map(unpackIndex(index.lines).map((entry) => [entry[0], entry])),
        isDirty: false,
      });
    }
  }

  #holder(id: string): OpenSegment | undefined {
    return this.#inHand(id).find(({ lines }) => lines.has(id));
  }

  #segmentWithRoom(id: string): OpenSegment {
    const segments = this.#inHand(id);
    const last = segments.at(-1);
    if (last && last.lines.size < SEGMENT_SIZE) return last;
    const month = segmentMonth(id);
    const part = (last?.part ?? 0) + 1;
    const key = this.#keyOf(month, part);
    const fresh = { key, month, part, lines: new Map(), index: new Map(), isDirty: true };
    segments.push(fresh);
    this.#cache.keep(fresh);
    return fresh;
  }

  #inHand(id: string): OpenSegment[] {
    const segments = this.#months.get(segmentMonth(id));
    if (!segments) throw new Error(`The month of ${id} was not loaded`);
    return segments;
  }

  #keyOf(month: string, part: number): string {
    return segmentKey(this.#audience, month, part);
  }
}
