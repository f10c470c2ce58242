import type { DayKey } from '#shared/day';
import { memberAudience } from '#shared/stream/change';
import type { Audience } from '#shared/stream/change';
import { entryFrom } from '../entry.ts';
import type { Projection } from '../projection.ts';
import { segmentIndexKey, segmentKey } from '../record-key.ts';
import type { IndexEntry } from '../segments/segment-index.ts';
import { readFlags, unpackIndex } from '../segments/segment-index.ts';
import { unpackLine } from '../segments/segment-line.ts';
import type { SegmentHead, Shelf } from '../stored.ts';
import type { OddBy, Wanted } from './entry-filter.ts';
import { holdsWords, isInDays } from './entry-filter.ts';
import type { EntryJudge } from './entry-judge.ts';

/** Where in packed history an entry lies. */
export interface PackedPlace {
  readonly audience: Audience;
  readonly segment: string;
}

export interface PackedRef {
  readonly id: string;
  readonly atMs: number;
  readonly place: PackedPlace;
}

/** Segments read at once: enough to keep IndexedDB busy, few enough to hold in memory. */
const SEGMENTS_AT_ONCE = 32;

interface WantedSegment {
  readonly audience: Audience;
  readonly key: string;
  readonly count: number;
}

/** The segments that can hold anything wanted, by their heads. */
export async function segmentsFor(db: Projection, wanted: Wanted): Promise<WantedSegment[]> {
  const shelves = wanted.members
    ? await db.shelves.bulkGet([...wanted.members].map(memberAudience))
    : await db.shelves.toArray();
  return shelves.flatMap((shelf) => (shelf ? segmentsOn(shelf, wanted) : []));
}

const segmentsOn = ({ audience, segments }: Shelf, wanted: Wanted): WantedSegment[] =>
  segments
    .filter((head) => canHold(head, wanted))
    .map(({ part, count }) => ({ audience, key: segmentKey(audience, part), count }));

const canHold = (head: SegmentHead, { memberDays, outcomes, importId }: Wanted): boolean =>
  head.maxDay !== '' &&
  head.maxDay >= memberDays.fromDay &&
  head.minDay <= memberDays.toDay &&
  (!outcomes || head.outcomeIds.some((id) => outcomes.has(id))) &&
  (!importId || head.importIds.includes(importId));

/** What is wanted of packed history, found without unpacking more than it must. */
export async function packedRefs(
  db: Projection,
  wanted: Wanted,
  judge: EntryJudge | null,
): Promise<PackedRef[]> {
  const segments = await segmentsFor(db, wanted);
  const hasBodies = wanted.words.length > 0 || judge !== null;
  const refs: PackedRef[] = [];
  // Nothing is read that nobody waits for: its failure would be nobody's, either.
  const readFrom = (at: number): ReturnType<typeof readSegments> | null =>
    at < segments.length
      ? readSegments(db, segments.slice(at, at + SEGMENTS_AT_ONCE), hasBodies)
      : null;
  let next = readFrom(0);
  for (let at = SEGMENTS_AT_ONCE; next; at += SEGMENTS_AT_ONCE) {
    const some = await next;
    // Read while these are looked through.
    next = readFrom(at);
    for (const segment of some) refs.push(...matchingRefs(wanted, judge, segment));
  }
  return refs;
}

interface ReadSegment extends WantedSegment {
  readonly index: string;
  /** Only where entries are read, and not their index alone. */
  readonly body: string | null;
}

async function readSegments(
  db: Projection,
  segments: readonly WantedSegment[],
  hasBodies: boolean,
): Promise<ReadSegment[]> {
  const keys = segments.map(({ key }) => key);
  const [indexes, bodies] = await Promise.all([
    db.segmentIndexes.bulkGet(keys.map(segmentIndexKey)),
    hasBodies ? db.segments.bulkGet(keys) : [],
  ]);
  return segments.map((segment, at) => ({
    ...segment,
    index: indexes[at]?.lines ?? '[]',
    body: bodies[at]?.lines ?? null,
  }));
}

function matchingRefs(
  wanted: Wanted,
  judge: EntryJudge | null,
  { audience, key, index, body }: ReadSegment,
): PackedRef[] {
  const isRight =
    body === null ? null : lineMatcher({ words: wanted.words, judge }, audience, body);
  const place = { audience, segment: key };
  return unpackIndex(index).flatMap((entry, line) =>
    isIndexed(entry, wanted) && (!isRight || isRight(line))
      ? [{ id: entry[0], atMs: entry[1], place }]
      : [],
  );
}

function isIndexed(entry: IndexEntry, wanted: Wanted): boolean {
  const [, , day, outcomeId, importId, flags, clientDay, assignedById, recurrenceId] = entry;
  const { marks } = readFlags(flags);
  return (
    day !== '' &&
    isInDays({ day, clientDay: clientDay || day }, wanted) &&
    (!wanted.outcomes || wanted.outcomes.has(outcomeId)) &&
    (!wanted.importId || wanted.importId === importId) &&
    (!wanted.assigners || wanted.assigners.has(assignedById ?? '')) &&
    (!wanted.recurrenceId || wanted.recurrenceId === recurrenceId) &&
    (!wanted.stages || wanted.stages.has(marks.includes('a') ? 'accepted' : 'completed')) &&
    (!wanted.reopenedOnly || marks.includes('r')) &&
    (!wanted.odd || isOdd(day, flags, wanted.odd))
  );
}

function isOdd(day: DayKey, flags: string, { currencies, lastDay }: OddBy): boolean {
  const { marks, currency } = readFlags(flags);
  const isForeign = currency !== null && !currencies.includes(currency);
  return marks.includes('o') || isForeign || day > lastDay;
}

/** Whether the nth line of a body is what is wanted. Most are ruled out without being unpacked. */
function lineMatcher(
  { words, judge }: Pick<Wanted, 'words'> & { readonly judge: EntryJudge | null },
  audience: Audience,
  body: string,
): (line: number) => boolean {
  // As JSON writes them.
  const written = words.map((word) => JSON.stringify(word).slice(1, -1));
  const lower = body.toLowerCase();
  if (!written.every((word) => lower.includes(word))) return () => false;
  const [lines, lowerLines] = [body.split('\n'), lower.split('\n')];
  return (at) => {
    const [line, lowerLine] = [lines[at], lowerLines[at]];
    if (line === undefined || !written.every((word) => lowerLine?.includes(word))) return false;
    const entry = entryFrom(unpackLine(line, audience));
    return holdsWords(entry, words) && (!judge || judge(entry));
  };
}
