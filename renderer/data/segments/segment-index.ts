import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { odditiesOf } from '#shared/deliverables/oddities';
import { monthReader } from '../record-key.ts';
import type { SegmentHead } from '../stored.ts';

/**
 * What a search needs to know of one packed deliverable without unpacking it:
 * id, instant of completion, day, outcome, import, flags; then, where there is any of it, the client's
 * day where it is another, who gave it out and the recurrence it came from. One that does not count
 * (deleted or moved) has no day. Flags: `r` reopened, `a` accepted, `o` odd whatever its currency (see
 * `odditiesOf`); then, of what has a value or cost, `$` and the currency that it names.
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

function flagsOf(deliverable: Deliverable): string {
  const { reopenedCount, acceptedAtMs, valueMinor, costMinor, currency } = deliverable;
  const isOdd = odditiesOf(deliverable, [currency]).length > 0;
  const marks = `${reopenedCount > 0 ? 'r' : ''}${acceptedAtMs === null ? '' : 'a'}${isOdd ? 'o' : ''}`;
  return valueMinor === null && costMinor === null ? marks : `${marks}$${currency}`;
}

/** The marks of an entry's flags, and the currency of its money: null where it has none. */
export function readFlags(flags: string): {
  readonly marks: string;
  readonly currency: string | null;
} {
  const at = flags.indexOf('$');
  return at < 0
    ? { marks: flags, currency: null }
    : { marks: flags.slice(0, at), currency: flags.slice(at + 1) };
}

export const packIndex = (entries: readonly IndexEntry[]): string => JSON.stringify(entries);

/** Written by `packIndex` alone. */
export const unpackIndex = (lines: string): IndexEntry[] => JSON.parse(lines) as IndexEntry[];

export function headOf(part: number, entries: Iterable<IndexEntry>): SegmentHead {
  const outcomeIds = new Set<string>();
  const importIds = new Set<string>();
  const months = new Range();
  const days = new Range();
  const monthOf = monthReader();
  let count = 0;
  for (const [id, , day, outcomeId, importId] of entries) {
    count += 1;
    months.include(monthOf(id));
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
