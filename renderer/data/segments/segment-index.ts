import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import type { SegmentHead } from '../stored.ts';

/**
 * What a search needs to know of one packed deliverable without unpacking it:
 * id, instant of completion, day, outcome, import, flags. One that does not count (deleted or moved)
 * has no day. Flags: `r` reopened.
 */
export type IndexEntry = readonly [
  id: string,
  atMs: number,
  day: DayKey,
  outcomeId: string,
  importId: string,
  flags: string,
];

export function indexEntry(deliverable: Deliverable): IndexEntry {
  const counts = !deliverable.isDeleted && !deliverable.isMoved;
  return [
    deliverable.id,
    deliverable.completedAtMs ?? 0,
    counts ? deliverable.day : '',
    deliverable.outcomeId,
    deliverable.importId,
    deliverable.reopenedCount > 0 ? 'r' : '',
  ];
}

export const packIndex = (entries: readonly IndexEntry[]): string => JSON.stringify(entries);

/** Written by `packIndex` alone. */
export const unpackIndex = (lines: string): IndexEntry[] => JSON.parse(lines) as IndexEntry[];

export function headOf(
  month: SegmentHead['month'],
  part: number,
  entries: Iterable<IndexEntry>,
): SegmentHead {
  const outcomeIds = new Set<string>();
  const importIds = new Set<string>();
  let [count, minDay, maxDay] = [0, '', ''];
  for (const [, , day, outcomeId, importId] of entries) {
    count += 1;
    if (importId) importIds.add(importId);
    if (!day) continue;
    outcomeIds.add(outcomeId);
    if (!minDay || day < minDay) minDay = day;
    if (day > maxDay) maxDay = day;
  }
  return {
    month,
    part,
    count,
    minDay,
    maxDay,
    outcomeIds: [...outcomeIds].toSorted(),
    importIds: [...importIds].toSorted(),
  };
}
