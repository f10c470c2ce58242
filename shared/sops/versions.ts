import type { Json } from '../json.ts';
import { instantOf, numberOf, prefixedFields, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState, Stamp } from '../stream/merge.ts';
import { fieldStamp, stampStream } from '../stream/merge.ts';
import type { SopVersion } from './sop.ts';
import { sopVersionFrom } from './sop.ts';

/**
 * The whole versions of one SOP, newest first, from its records in any order.
 *
 * Two managers who publish apart from each other may both take the next number. Each publication is a
 * record of its own, so neither is mixed with the other; the one published first keeps the number, the
 * others are told apart by a tenth (2, then 2.1): what is numbered after them never has to be renumbered.
 * A version of which pieces are still on their way is not there yet.
 */
export function versionsFrom(states: readonly RecordState[]): readonly SopVersion[] {
  const published = states
    .map((state) => ({ ...state, fields: publishedFields(state) }))
    .filter(({ fields }) => isWhole(fields))
    .toSorted(inOrder);
  let claimed = 0;
  let twins = 0;
  return published
    .map((state) => {
      const number = claimOf(state);
      twins = number === claimed ? Math.min(twins + 1, MOST_TWINS) : 0;
      claimed = number;
      return sopVersionFrom(state, number + twins / 10);
    })
    .toReversed();
}

/** A tenth more would be the next number. */
const MOST_TWINS = 9;

const inOrder = (a: RecordState, b: RecordState): number =>
  claimOf(a) - claimOf(b) || publishedAt(a) - publishedAt(b) || (a.id < b.id ? -1 : 1);

const claimOf = ({ fields }: RecordState): number => numberOf(fields, 'number') ?? 0;
const publishedAt = ({ fields }: RecordState): number => instantOf(fields, 'publishedAtMs') ?? 0;

/** The number that the next publication takes. `known` is what the SOP itself says was the last. */
export const nextNumber = (versions: readonly SopVersion[], known: number): number =>
  Math.floor(Math.max(known, ...versions.map(({ number }) => number))) + 1;

interface Write {
  readonly field: string;
  readonly stamp: Stamp;
  readonly value: Json;
}

/**
 * What a version said when it was published: of every field the first write by the stream that published
 * it. Whatever anybody writes to it later, and whatever a second device wrote under the same id, is kept
 * as history and never read: a published version is immutable however its writes are merged.
 */
function publishedFields(state: RecordState): Fields {
  const streams = new Set(Object.values(state.stamps ?? {}).map(stampStream));
  if (
    !state.past &&
    (streams.size === 0 || (streams.size === 1 && streams.has(stampStream(state.stamp))))
  ) {
    return state.fields;
  }
  const writes: readonly Write[] = [
    ...(state.past ?? []),
    ...Object.entries(state.fields).map(([field, value]) => ({
      field,
      value,
      stamp: fieldStamp(state, field),
    })),
  ].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
  const head = writes.find(({ field }) => field === 'number');
  if (!head) return {};
  const publisher = stampStream(head.stamp);
  const fields: Record<string, Json> = {};
  for (const { field, stamp, value } of writes) {
    if (stampStream(stamp) === publisher && !(field in fields)) fields[field] = value;
  }
  return fields;
}

/** How many steps, sections and credits a version has, which its first piece says; absent in older ones. */
function isWhole(fields: Fields): boolean {
  if (textOf(fields, 'sopId') === '' || numberOf(fields, 'number') === null) return false;
  const expected = numberOf(fields, 'partCount');
  return (
    expected === null || PARTS.reduce((sum, part) => sum + countOf(fields, part), 0) >= expected
  );
}

const PARTS = ['step', 'section', 'credit'];

const countOf = (fields: Fields, prefix: string): number =>
  [...prefixedFields(fields, prefix)].length;
