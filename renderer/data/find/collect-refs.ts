import { memberAudience } from '#shared/stream/change';
import type { Audience } from '#shared/stream/change';
import type { Entry } from '../entry.ts';
import { entryFrom } from '../entry.ts';
import type { Projection } from '../projection.ts';
import { segmentKey } from '../record-key.ts';
import type { IndexEntry } from '../segments/segment-index.ts';
import { unpackIndex } from '../segments/segment-index.ts';
import { unpackLine } from '../segments/segment-line.ts';
import type { DeliverableRow, SegmentHead } from '../stored.ts';
import type { Wanted } from './entry-filter.ts';
import { holdsWords } from './entry-filter.ts';

/** Where in packed history an entry lies. */
export interface PackedPlace {
  readonly audience: Audience;
  readonly segment: string;
}

/** One found entry: read already, or its place. */
export interface EntryRef {
  readonly id: string;
  readonly atMs: number;
  readonly place: Entry | PackedPlace;
}

/** Segments read at once: enough to keep IndexedDB busy, few enough to hold in memory. */
const SEGMENTS_AT_ONCE = 32;

/** Everything wanted, newest first. */
export async function collectRefs(db: Projection, wanted: Wanted): Promise<EntryRef[]> {
  const rows = await matchingRows(db, wanted);
  const refs = rows.map((entry): EntryRef => ({
    id: entry.id,
    atMs: lastMoment(entry),
    place: entry,
  }));
  if (wanted.completed) {
    const segments = await segmentsFor(db, wanted);
    for (let at = 0; at < segments.length; at += SEGMENTS_AT_ONCE) {
      refs.push(...(await packedRefs(db, wanted, segments.slice(at, at + SEGMENTS_AT_ONCE))));
    }
  }
  return refs.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
}

/** At most this many records are looked at to answer: what decides where the search runs. */
export async function countCandidates(db: Projection, wanted: Wanted): Promise<number> {
  const [rows, segments] = await Promise.all([
    rowsInDays(db, wanted).count(),
    wanted.completed ? segmentsFor(db, wanted) : [],
  ]);
  return segments.reduce((sum, { count }) => sum + count, rows);
}

async function matchingRows(db: Projection, wanted: Wanted): Promise<Entry[]> {
  const [open, completed] = await Promise.all([
    wanted.open ? openRows(db, wanted) : [],
    wanted.completed ? completedRows(db, wanted) : [],
  ]);
  return [...open, ...completed].map(entryFrom).filter((entry) => isWanted(entry, wanted));
}

async function openRows(db: Projection, { members }: Wanted): Promise<DeliverableRow[]> {
  const open = db.deliverables.where('openOf');
  return await (members ? open.anyOf([...members]) : open.above('')).toArray();
}

async function completedRows(db: Projection, wanted: Wanted): Promise<DeliverableRow[]> {
  if (!wanted.importId) return await rowsInDays(db, wanted).toArray();
  const imported = await db.deliverables.where('importId').equals(wanted.importId).toArray();
  return imported.filter(({ day }) => day !== undefined && isInDays(day, wanted));
}

const rowsInDays = (db: Projection, { fromDay, toDay }: Wanted) =>
  db.deliverables.where('[day+memberId]').between([fromDay, ''], [toDay, '\uffff'], true, true);

const isWanted = (entry: Entry, wanted: Wanted): boolean =>
  !entry.isDeleted &&
  !entry.isMoved &&
  (!wanted.members || wanted.members.has(entry.memberId)) &&
  (!wanted.outcomes || wanted.outcomes.has(entry.outcomeId)) &&
  (!wanted.importId || wanted.importId === entry.importId) &&
  (!wanted.reopenedOnly || entry.reopenedCount > 0) &&
  holdsWords(entry, wanted.words);

interface WantedSegment {
  readonly audience: Audience;
  readonly key: string;
  readonly count: number;
}

/** The segments that can hold anything wanted, by their heads. */
async function segmentsFor(db: Projection, wanted: Wanted): Promise<WantedSegment[]> {
  const shelves = wanted.members
    ? await db.shelves.bulkGet([...wanted.members].map(memberAudience))
    : await db.shelves.toArray();
  return shelves.flatMap((shelf) =>
    (shelf?.segments ?? [])
      .filter((head) => canHold(head, wanted))
      .map(({ month, part, count }) => ({
        audience: shelf?.audience ?? 'team',
        key: segmentKey(shelf?.audience ?? 'team', month, part),
        count,
      })),
  );
}

const canHold = (head: SegmentHead, { fromDay, toDay, outcomes, importId }: Wanted): boolean =>
  head.maxDay !== '' &&
  head.maxDay >= fromDay &&
  head.minDay <= toDay &&
  (!outcomes || head.outcomeIds.some((id) => outcomes.has(id))) &&
  (!importId || head.importIds.includes(importId));

async function packedRefs(
  db: Projection,
  wanted: Wanted,
  segments: readonly WantedSegment[],
): Promise<EntryRef[]> {
  const indexes = await db.segmentIndexes.bulkGet(segments.map(({ key }) => key));
  const refs: EntryRef[] = [];
  for (const [at, { audience, key }] of segments.entries()) {
    const index = indexes[at];
    const found = (index ? unpackIndex(index.lines) : []).filter((each) => isIndexed(each, wanted));
    const kept =
      wanted.words.length > 0 && found.length > 0
        ? await withWords(db, { audience, key }, found, wanted.words)
        : found;
    for (const [id, atMs] of kept) refs.push({ id, atMs, place: { audience, segment: key } });
  }
  return refs;
}

const isIndexed = ([, , day, outcomeId, importId, flags]: IndexEntry, wanted: Wanted): boolean =>
  day !== '' &&
  isInDays(day, wanted) &&
  (!wanted.outcomes || wanted.outcomes.has(outcomeId)) &&
  (!wanted.importId || wanted.importId === importId) &&
  (!wanted.reopenedOnly || flags.includes('r'));

async function withWords(
  db: Projection,
  { audience, key }: { readonly audience: Audience; readonly key: string },
  found: readonly IndexEntry[],
  words: readonly string[],
): Promise<IndexEntry[]> {
  const body = await db.segments.get(key);
  // As JSON writes them: most lines are ruled out without being unpacked.
  const written = words.map((word) => JSON.stringify(word).slice(1, -1));
  const ids = new Set<string>();
  for (const line of body?.lines.split('\n') ?? []) {
    const lower = line.toLowerCase();
    if (!written.every((word) => lower.includes(word))) continue;
    const entry = entryFrom(unpackLine(line, audience));
    if (holdsWords(entry, words)) ids.add(entry.id);
  }
  return found.filter(([id]) => ids.has(id));
}

const isInDays = (day: string, { fromDay, toDay }: Wanted): boolean =>
  day >= fromDay && day <= toDay;

const lastMoment = (entry: Entry): number =>
  entry.completedAtMs ?? entry.startedAtMs ?? entry.requestedAtMs ?? 0;
