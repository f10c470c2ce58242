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

export const segmentKey = (audience: Audience, part: number): string => `${audience}|${part}`;

export const rollupKey = (month: MonthKey, audience: Audience): string => `${month}|${audience}`;

/** Whose roll-ups a record holds: only members' deliverables are rolled up. */
export const rollupMember = (key: string): string => key.slice(key.indexOf('|m-') + '|m-'.length);

/** Where records of the days from one to another lie: `[lower, upper]` of `rollupKey`. */
export const rollupRange = (fromDay: DayKey, toDay: DayKey): [string, string] => [
  `${fromDay.slice(0, 7)}|`,
  `${toDay.slice(0, 7)}|\uffff`,
];
