import type { Json } from '../json.ts';
import type { Audience, Change, Fields } from './change.ts';

/** Where a write stands in the one order of all writes: hybrid logical time, then stream id. */
export type Stamp = string;

const stampOf = (hlc: string, stream: string): Stamp => `${hlc}.${stream}`;

/** The stream that made a write. */
export const stampStream = (stamp: Stamp): string => stamp.slice(stamp.indexOf('.') + 1);

/** A write that a later one of the same field overrode: kept as history. */
export interface Overridden {
  readonly field: string;
  readonly stamp: Stamp;
  readonly value: Json;
}

/**
 * A record as the fold of its changes: per field the write with the greatest stamp wins
 * (last-writer-wins map, Shapiro et al. 2011). `stamp` is that of every field not named in
 * `stamps`. The representation is canonical: equal sets of writes give equal states.
 */
export interface RecordState {
  readonly audience: Audience;
  readonly type: string;
  readonly id: string;
  readonly fields: Fields;
  readonly stamp: Stamp;
  readonly stamps?: Readonly<Record<string, Stamp>>;
  readonly past?: readonly Overridden[];
}

export const fieldStamp = (state: RecordState, field: string): Stamp =>
  state.stamps?.[field] ?? state.stamp;

/**
 * Folds one change into a record. Commutative, associative and idempotent over changes: any order
 * and any repetition gives the same state.
 */
export function mergeChange(
  state: RecordState | undefined,
  change: Pick<Change, 'hlc' | 'type' | 'id' | 'fields'>,
  stream: string,
  audience: Audience,
): RecordState {
  const stamp = stampOf(change.hlc, stream);
  if (state === undefined) {
    const { type, id, fields } = change;
    return { audience, type, id, fields, stamp };
  }
  const fields: Record<string, Json> = { ...state.fields };
  const stamps: Record<string, Stamp> = {};
  for (const field of Object.keys(fields)) stamps[field] = fieldStamp(state, field);
  const past = [...(state.past ?? [])];
  for (const [field, value] of Object.entries(change.fields)) {
    const heldStamp = stamps[field];
    if (heldStamp === undefined) {
      fields[field] = value;
      stamps[field] = stamp;
      continue;
    }
    const held = fields[field] as Json;
    const order = compareWrites(stamp, value, heldStamp, held);
    if (order === 0) continue;
    if (order > 0) {
      past.push({ field, stamp: heldStamp, value: held });
      fields[field] = value;
      stamps[field] = stamp;
    } else if (!past.some((old) => isSameWrite(old, field, stamp, value))) {
      past.push({ field, stamp, value });
    }
  }
  return canonicalState(state, fields, stamps, past);
}

function canonicalState(
  { audience, type, id, stamp }: RecordState,
  fields: Fields,
  stamps: Readonly<Record<string, Stamp>>,
  past: readonly Overridden[],
): RecordState {
  const base = commonestStamp(stamps) ?? stamp;
  const others = Object.entries(stamps).filter(([, each]) => each !== base);
  return {
    audience,
    type,
    id,
    fields,
    stamp: base,
    ...(others.length > 0 && { stamps: Object.fromEntries(others) }),
    ...(past.length > 0 && { past: past.toSorted(compareOverridden) }),
  };
}

/** The stamp that most fields carry (of equals the smallest), so that few fields need one of their own. */
function commonestStamp(stamps: Readonly<Record<string, Stamp>>): Stamp | undefined {
  const counts = new Map<Stamp, number>();
  for (const stamp of Object.values(stamps)) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  let best: Stamp | undefined;
  for (const [stamp, count] of counts) {
    const bestCount = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > bestCount || (count === bestCount && best !== undefined && stamp < best)) {
      best = stamp;
    }
  }
  return best;
}

/** Equal stamps with different values exist only where a device was cloned; the values then decide. */
function compareWrites(stampA: Stamp, valueA: Json, stampB: Stamp, valueB: Json): number {
  if (stampA !== stampB) return stampA < stampB ? -1 : 1;
  return compareText(JSON.stringify(valueA), JSON.stringify(valueB));
}

const isSameWrite = (old: Overridden, field: string, stamp: Stamp, value: Json): boolean =>
  old.field === field && old.stamp === stamp && JSON.stringify(old.value) === JSON.stringify(value);

const compareOverridden = (a: Overridden, b: Overridden): number =>
  compareText(a.field, b.field) || compareWrites(a.stamp, a.value, b.stamp, b.value);

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
