import type { Entry } from '../entry.ts';
import { entryFrom } from '../entry.ts';
import type { Projection } from '../projection.ts';
import { linesById, unpackLine } from '../segments/segment-line.ts';
import type { WriterMark } from '../stored.ts';
import type { EntryRef } from './collect-refs.ts';
import { collectRefs } from './collect-refs.ts';
import type { EntryFilter, EntryPage } from './entry-filter.ts';
import { wantedBy } from './entry-filter.ts';
import type { PackedPlace } from './packed-refs.ts';

/** What is asked for: `limit` entries after the first `offset`. */
export interface PageRequest {
  readonly filter: EntryFilter;
  readonly limit: number;
  readonly offset: number;
}

/** A page asked of the find worker. `mark` changes with every write, so that an old answer is not reused. */
export interface FindRequest extends PageRequest {
  readonly database: string;
  readonly mark: WriterMark | undefined;
}

export const readPage = async (db: Projection, request: PageRequest): Promise<EntryPage> =>
  await pageOf(db, await collectRefs(db, wantedBy(request.filter)), request);

/** Reads the entries behind a stretch of refs. */
export async function pageOf(
  db: Projection,
  refs: readonly EntryRef[],
  { limit, offset }: Pick<PageRequest, 'limit' | 'offset'>,
): Promise<EntryPage> {
  const shown = refs.slice(offset, offset + limit);
  const places = shown.flatMap(({ place }) => ('segment' in place ? [place] : []));
  const lines = await linesOf(db, places);
  const entries = shown.flatMap(({ id, place }): Entry[] => {
    if (!('segment' in place)) return [place];
    const line = lines.get(place.segment)?.get(id);
    return line === undefined ? [] : [entryFrom(unpackLine(line, place.audience))];
  });
  return { entries, total: refs.length };
}

type Lines = ReadonlyMap<string, string>;

/** The lines of each segment by id. */
async function linesOf(
  db: Projection,
  places: readonly PackedPlace[],
): Promise<ReadonlyMap<string, Lines>> {
  const keys = [...new Set(places.map(({ segment }) => segment))];
  const bodies = await db.segments.bulkGet(keys);
  return new Map(bodies.flatMap((body) => (body ? [[body.key, linesById(body.lines)]] : [])));
}
