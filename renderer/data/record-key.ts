import type { MonthKey } from '#shared/day';
import { monthOfDeliverable } from '#shared/ids';
import type { Audience } from '#shared/stream/change';

/** Ids and audiences hold no `|`, so keys are unambiguous and sort by audience first. */
export const recordKey = (audience: Audience, type: string, id: string): string =>
  type === 'deliverable' ? `${audience}|${id}` : `${audience}|${type}|${id}`;

/** The audience of a record, from its key. */
export const keyAudience = (key: string): string => key.slice(0, key.indexOf('|'));

/** Ids that name no month are kept together, before all others. */
export const segmentMonth = (deliverableId: string): MonthKey =>
  monthOfDeliverable(deliverableId) ?? '0000-00';

const MONTH_START = 'yyyymm-'.length;

/** `segmentMonth` of one id after the other, which are mostly of the month of the one before. */
export function monthReader(): (deliverableId: string) => MonthKey {
  let start = '';
  let month: MonthKey = '';
  return (id) => {
    // What is shorter begins others that it says nothing of.
    if (start.length === MONTH_START && id.startsWith(start)) return month;
    start = id.slice(0, MONTH_START);
    month = segmentMonth(id);
    return month;
  };
}

/**
 * What is packed of a member lies together, whatever it is: a log that is read from its beginning is written
 * from left to right. What comes in every which way is merged over and over behind the scenes, and so is
 * whatever lies between two places that are written at a time.
 */
export const segmentKey = (audience: Audience, part: number): string => `${audience}|b|${part}`;

/** The index of a segment, by the segment's key. */
export const segmentIndexKey = (segment: string): string => segment.replace('|b|', '|i|');

export const rollupKey = (month: MonthKey, audience: Audience): string => `${audience}|r|${month}`;

/** Begins the keys of a member's roll-ups, which are in the order of their months. */
export const rollupsOf = (audience: Audience): string => `${audience}|r|`;

/**
 * Sums are read of all members at once, and written of one after the other: those of a few members, by the
 * first letter of their ids, are a block, in which those of a month lie beside each other. It lies behind
 * everything else of these members.
 */
const BLOCKS = '13579bdfhknqsvxz';
const FIRST_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

const blockOf = (audience: string): string =>
  BLOCKS[FIRST_LETTERS.indexOf(audience['m-'.length] ?? '') >> 1] ?? BLOCKS.slice(0, 1);

const BEFORE_MONTH = 'm-b|'.length;
const BEHIND_MONTH = BEFORE_MONTH + 'yyyy-mm|'.length;

export function sumsKeyOf(rollup: string): string {
  const [audience = '', , month = ''] = rollup.split('|');
  return `m-${blockOf(audience)}|${month}|${audience}`;
}

export const rollupKeyOf = (sums: string): string =>
  `${sums.slice(BEHIND_MONTH)}|r|${sumsMonth(sums)}`;

/** Whether a key is of sums: no other has a digit there. */
export const isSumsKey = (key: string): boolean => /^m-.\|\d/.test(key);

/** Whose roll-ups a record holds: only members' deliverables are rolled up. */
export const rollupMember = (key: string): string => key.slice('m-'.length, key.indexOf('|'));

/** Whose sums a record holds. */
export const sumsMember = (key: string): string => key.slice(BEHIND_MONTH + 'm-'.length);

/** Of which month. */
export const sumsMonth = (key: string): MonthKey => key.slice(BEFORE_MONTH, BEHIND_MONTH - 1);

/** Places within a block, the lower included: what begins with a month and `|` lies between them. */
export type MonthsRange = readonly [lower: string, upper: string];

export const monthsRange = (from: MonthKey, to: MonthKey): MonthsRange => [
  `${from}|`,
  `${to}|\uffff`,
];

/** Where sums of some months lie: a range of keys in each block. */
export const sumsRanges = ([lower, upper]: MonthsRange): readonly (readonly [string, string])[] =>
  [...BLOCKS].map((block) => [`m-${block}|${lower}`, `m-${block}|${upper}`]);
