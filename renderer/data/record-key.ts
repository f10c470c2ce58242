import type { DayKey, MonthKey } from '#shared/day';
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

export const segmentKey = (audience: Audience, part: number): string => `${audience}|${part}`;

/**
 * A member's months lie beside each other, so that a log that is read from its beginning is written from
 * left to right: what comes in every which way is merged over and over behind the scenes.
 */
export const rollupKey = (month: MonthKey, audience: Audience): string => `${audience}|${month}`;

/** Sums are read of all members at once: those of a month lie beside each other. */
export const sumsKeyOf = (rollup: string): string => turned(rollup);
export const rollupKeyOf = (sums: string): string => turned(sums);

function turned(key: string): string {
  const at = key.indexOf('|');
  return `${key.slice(at + 1)}|${key.slice(0, at)}`;
}

/** Whose roll-ups a record holds: only members' deliverables are rolled up. */
export const rollupMember = (key: string): string => key.slice('m-'.length, key.indexOf('|'));

/** Whose sums a record holds. */
export const sumsMember = (key: string): string => rollupMember(rollupKeyOf(key));

/** Where sums of the days from one to another lie: `[lower, upper]`. */
export const sumsRange = (fromDay: DayKey, toDay: DayKey): [string, string] => [
  `${fromDay.slice(0, 7)}|`,
  `${toDay.slice(0, 7)}|\uffff`,
];
