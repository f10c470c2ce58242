import type { MonthKey } from '#shared/day';
import type { SegmentHead } from '../stored.ts';
import { coversMonth, hasRoom, roomFor } from './room.ts';

interface OpenSpan {
  readonly part: number;
  count: number;
  fromMonth: MonthKey;
  toMonth: MonthKey;
}

/** Which months the segments of a shelf hold, and how many entries, while they change. */
export class SegmentSpans {
  readonly #spans: Map<number, OpenSpan>;

  constructor(heads: readonly SegmentHead[]) {
    this.#spans = new Map(
      heads.map(({ part, count, fromMonth, toMonth }) => [
        part,
        { part, count, fromMonth, toMonth },
      ]),
    );
  }

  /** The segments that can hold an entry of a month, and the one that would take a new one. */
  partsFor(month: MonthKey): number[] {
    const covering = [...this.#spans.values()].filter((span) => coversMonth(span, month));
    const room = roomFor(this.#spans.values(), month);
    return [...covering, ...(room ? [room] : [])].map(({ part }) => part);
  }

  /** Whether a segment takes an entry of a month without reaching further. */
  fits(part: number, month: MonthKey): boolean {
    const span = this.#spans.get(part);
    return span !== undefined && coversMonth(span, month) && hasRoom(span);
  }

  covers(part: number, month: MonthKey): boolean {
    const span = this.#spans.get(part);
    return span !== undefined && coversMonth(span, month);
  }

  /** Whether a segment takes no more, and has nothing of a month or later ones. */
  isFullBefore(part: number, month: MonthKey): boolean {
    const span = this.#spans.get(part);
    return span !== undefined && span.toMonth < month && !hasRoom(span);
  }

  /** Of some segments, the best for a new entry of a month; a new part where none will do. */
  partWithRoom(parts: Iterable<number>, month: MonthKey): number {
    const spans = [...parts].flatMap((part) => this.#spans.get(part) ?? []);
    return roomFor(spans, month)?.part ?? this.#addPart(month);
  }

  note(part: number, month: MonthKey, count: number): void {
    const span = this.#spans.get(part);
    if (!span) return;
    span.count = count;
    if (month < span.fromMonth) span.fromMonth = month;
    if (month > span.toMonth) span.toMonth = month;
  }

  delete(part: number): void {
    this.#spans.delete(part);
  }

  #addPart(month: MonthKey): number {
    const part = Math.max(0, ...this.#spans.keys()) + 1;
    this.#spans.set(part, { part, count: 0, fromMonth: month, toMonth: month });
    return part;
  }
}
