import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { segmentMonth } from '../record-key.ts';
import type { SegmentHead } from '../stored.ts';

/**
 * What a search needs to know of one packed deliverable without unpacking it:
 * id, instant of completion, day, outcome, import, flags; then, where there is any of it, the client's
 * day where it is another, who gave it out and the recurrence it came from. One that does not count
 * (deleted or moved) has no day. Flags: `r` reopened, `a` accepted.
 */
export type IndexEntry = readonly [
  id: string,
  atMs: number,
  day: DayKey,
  outcomeId: string,
  importId: string,
  flags: string,
  clientDay?: DayKey,
  assignedById?: string,
  recurrenceId?: string,
];

export function indexEntry(deliverable: Deliverable): IndexEntry {
  const { id, completedAtMs, day, outcomeId, importId, assignedById, recurrenceId } = deliverable;
  const counts = !deliverable.isDeleted && !deliverable.isMoved;
  const clientDay = deliverable.clientDay === day ? '' : deliverable.clientDay;
  const flags = flagsOf(deliverable);
  const entry = [id, completedAtMs ?? 0, counts ? day : '', outcomeId, importId, flags] as const;
  return clientDay || assignedById || recurrenceId
    ? [...entry, clientDay, assignedById, recurrenceId]
    : entry;
}

const flagsOf = ({ reopenedCount, acceptedAtMs }: Deliverable): string =>
  `${reopenedCount > 0 ? 'r' : ''}${acceptedAtMs === null ? '' : 'a'}`;

export const packIndex = (entries: readonly IndexEntry[]): string => JSON.stringify(entries);

/** Written by `packIndex` alone. */
export const unpackIndex = (lines: string): IndexEntry[] => JSON.parse(lines) as IndexEntry[];

export function headOf(part: number, entries: Iterable<IndexEntry>): SegmentHead {
  const outcomeIds = new Set<string>();
  const importIds = new Set<string>();
  const months = new Range();
  const days = new Range();
  let count = 0;
  for (const [id, , day, outcomeId, importId] of entries) {
    count += 1;
    months.include(segmentMonth(id));
    if (importId) importIds.add(importId);
    if (!day) continue;
    outcomeIds.add(outcomeId);
    days.include(day);
  }
  return {
    part,
    count,
    fromMonth: months.first,
    toMonth: months.last,
    minDay: days.first,
    maxDay: days.last,
    outcomeIds: [...outcomeIds].toSorted(),
    importIds: [...importIds].toSorted(),
  };
}

/** The first and the last in text order; both empty of nothing. */
class Range {
  first = '';
  last = '';

  include(text: string): void {
    if (this.last === '' || text < this.first) this.first = text;
    if (text > this.last) this.last = text;
  }
}
