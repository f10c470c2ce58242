import type { DayKey } from '#shared/day';
import type { Audience } from '#shared/stream/change';
import type { Overridden } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import type { Entry } from './entry.ts';
import { entryFrom } from './entry.ts';
import { readPage } from './find/entry-page.ts';
import { readRecord } from './read-record.ts';

export type { Entry } from './entry.ts';
export type { EntryFilter } from './find/entry-filter.ts';
export { findEntries } from './find/find-entries.ts';

/**
 * Open work, of one member, of several or of everybody, oldest request first. Reads all of it: what
 * shows everybody's all the time follows `useOpenEntries`.
 */
export async function openEntries(memberIds?: string | readonly string[]): Promise<Entry[]> {
  const open = currentProjection().deliverables.where('openOf');
  const rows = memberIds === undefined ? open.above('') : open.anyOf(memberIds);
  return (await rows.toArray()).map(entryFrom).toSorted(byRequest);
}

/** Open work that needs any other. */
export async function needingEntries(): Promise<Entry[]> {
  const rows = currentProjection().deliverables.where('needs').above('').distinct();
  return (await rows.toArray()).map(entryFrom).toSorted(byRequest);
}

/** What a member completed on a day, latest first, however long ago. */
export async function entriesOfDay(memberId: string, day: DayKey): Promise<Entry[]> {
  const filter = { memberIds: [memberId], fromDay: day, toDay: day };
  const page = await readPage(currentProjection(), { filter, limit: Infinity, offset: 0 });
  return page.entries;
}

/** One deliverable, wherever it is kept; deleted ones too. */
export async function readEntry(audience: Audience, id: string): Promise<Entry | undefined> {
  const record = await readRecord(currentProjection(), audience, 'deliverable', id);
  return record && entryFrom(record);
}

/** What was said of a record before and said differently later, oldest first. */
export async function historyOf(
  audience: Audience,
  type: string,
  id: string,
): Promise<Overridden[]> {
  const record = await readRecord(currentProjection(), audience, type, id);
  return [...(record?.past ?? [])].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

export const byRequest = (a: Entry, b: Entry): number =>
  (a.requestedAtMs ?? a.startedAtMs ?? 0) - (b.requestedAtMs ?? b.startedAtMs ?? 0) ||
  (a.id < b.id ? -1 : 1);
