import type { Recurrence } from '#shared/deliverables/recurrence';
import { recurrenceFrom } from '#shared/deliverables/recurrence';
import type { RecordState } from '#shared/stream/merge';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import type { RecurrenceRow } from './stored.ts';

export interface RecurrenceEntry extends Recurrence, Delivery {}

/** Work that comes again and again, of one member or of everybody, by title; paused ones are in it. */
export async function openRecurrences(memberId?: string): Promise<RecurrenceEntry[]> {
  const { recurrences } = currentProjection();
  const rows =
    memberId === undefined
      ? recurrences.toCollection()
      : recurrences.where('memberId').equals(memberId);
  return (await rows.toArray())
    .map(recurrenceEntry)
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
}

/** Every rule of everybody whose log is here, deleted ones too. */
export const recurrenceStates = async (): Promise<readonly RecordState[]> =>
  await currentProjection().recurrences.toArray();

const recurrenceEntry = (row: RecurrenceRow): RecurrenceEntry => ({
  ...recurrenceFrom(row),
  ...deliveryOf(row),
});

const collator = new Intl.Collator(undefined, { numeric: true });
