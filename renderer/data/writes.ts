import type { Json } from '#shared/json';
import { textOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import { isAudience } from '#shared/stream/change';
import { parseHlc } from '#shared/stream/clock';
import { fieldStamp } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import { readRecord } from './read-record.ts';

/** One writing of one field of a record: what it said, when, and by whom. */
export interface FieldWrite {
  readonly field: string;
  readonly value: Json;
  /** The writer's clock; UTC ms. */
  readonly atMs: number;
  /** Empty where the writer's device is not known here. */
  readonly memberId: string;
  /** The stream it was written in: one device's for one audience. */
  readonly stream: string;
  readonly isCurrent: boolean;
}

/**
 * Every writing of a record's fields, earliest first: what was overridden and what holds. Work that was
 * moved here has a past elsewhere, as far as this device may read it.
 */
export async function writesOf(
  audience: Audience,
  type: string,
  id: string,
): Promise<readonly FieldWrite[]> {
  const writes: FieldWrite[] = [];
  const seen = new Set<Audience>();
  let at: Audience | null = audience;
  while (at && !seen.has(at)) {
    seen.add(at);
    const here = await writesIn(at, type, id);
    writes.push(...(at === audience ? here.writes : here.writes.map(notCurrent)));
    at = here.movedFrom;
  }
  return writes.toSorted((a, b) => a.atMs - b.atMs || Number(a.isCurrent) - Number(b.isCurrent));
}

const notCurrent = (write: FieldWrite): FieldWrite => ({ ...write, isCurrent: false });

interface WritesIn {
  readonly writes: readonly FieldWrite[];
  readonly movedFrom: Audience | null;
}

async function writesIn(audience: Audience, type: string, id: string): Promise<WritesIn> {
  const db = currentProjection();
  const record = await readRecord(db, audience, type, id);
  if (!record) return { writes: [], movedFrom: null };
  const cursors = await db.cursors.toArray();
  const writers = new Map(cursors.map(({ stream, memberId }) => [stream, memberId]));
  const write = (field: string, value: Json, stamp: string, isCurrent: boolean): FieldWrite => {
    const [hlc = '', stream = ''] = stamp.split('.', 2);
    const atMs = parseHlc(hlc)?.ms ?? 0;
    return { field, value, atMs, memberId: writers.get(stream) ?? '', stream, isCurrent };
  };
  const current = Object.entries(record.fields).map(([field, value]) =>
    write(field, value, fieldStamp(record, field), true),
  );
  const past = (record.past ?? []).map(({ field, value, stamp }) =>
    write(field, value, stamp, false),
  );
  const from = textOf(record.fields, 'movedFrom');
  return { writes: [...past, ...current], movedFrom: isAudience(from) ? from : null };
}
