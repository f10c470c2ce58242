import type { Entry } from '../entry.ts';
import type { Projection } from '../projection.ts';
import type { Wanted } from './entry-filter.ts';
import { judgeOf } from './entry-judge.ts';
import type { PackedPlace } from './packed-refs.ts';
import { packedRefs, segmentsFor } from './packed-refs.ts';
import { countRowsInDays, matchingRows } from './row-entries.ts';

/** One found entry: read already, or its place. */
export interface EntryRef {
  readonly id: string;
  readonly atMs: number;
  readonly place: Entry | PackedPlace;
}

/** Everything wanted, newest first. */
export async function collectRefs(db: Projection, wanted: Wanted): Promise<EntryRef[]> {
  const judge = await judgeOf(db, wanted);
  const [rows, packed] = await Promise.all([
    matchingRows(db, wanted, judge),
    wanted.completed ? packedRefs(db, wanted, judge) : [],
  ]);
  const inRows = rows.map((place): EntryRef => ({
    id: place.id,
    atMs: lastMoment(place),
    place,
  }));
  return [...inRows, ...packed].toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
}

/** At most this many records are looked at to answer: what decides where the search runs. */
export async function countCandidates(db: Projection, wanted: Wanted): Promise<number> {
  const [rows, segments] = await Promise.all([
    countRowsInDays(db, wanted),
    wanted.completed ? segmentsFor(db, wanted) : [],
  ]);
  return segments.reduce((sum, { count }) => sum + count, rows);
}

const lastMoment = (entry: Entry): number =>
  entry.completedAtMs ?? entry.startedAtMs ?? entry.requestedAtMs ?? 0;
