import type { Json } from '#shared/json';
import type { Audience } from '#shared/stream/change';
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
  readonly isCurrent: boolean;
}

/** Every writing of a record's fields, earliest first: what was overridden and what holds. */
export async function writesOf(
  audience: Audience,
  type: string,
  id: string,
): Promise<readonly FieldWrite[]> {
  const db = currentProjection();
  const record = await readRecord(db, audience, type, id);
  if (!record) return [];
  const cursors = await db.cursors.toArray();
  const writers = new Map(cursors.map(({ stream, memberId }) => [stream, memberId]));
  const write = (field: string, value: Json, stamp: string, isCurrent: boolean): FieldWrite => {
    const [hlc = '', stream = ''] = stamp.split('.', 2);
    const atMs = parseHlc(hlc)?.ms ?? 0;
    return { field, value, atMs, memberId: writers.get(stream) ?? '', isCurrent };
  };
  const current = Object.entries(record.fields).map(([field, value]) =>
    write(field, value, fieldStamp(record, field), true),
  );
  const past = (record.past ?? []).map(({ field, value, stamp }) =>
    write(field, value, stamp, false),
  );
  return [...past, ...current].toSorted(
    (a, b) => a.atMs - b.atMs || Number(a.isCurrent) - Number(b.isCurrent),
  );
}
