import type { CheckIn } from '#shared/cadence/check-in';
import { checkInFrom, checkInId } from '#shared/cadence/check-in';
import type { DayKey } from '#shared/day';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import { recordKey } from './record-key.ts';
import type { CheckInRow } from './stored.ts';

export interface CheckInEntry extends CheckIn, Delivery {}

/** A member's wrap-up of a day, if there is one. */
export async function checkIn(memberId: string, day: DayKey): Promise<CheckInEntry | undefined> {
  const key = recordKey(memberAudience(memberId), 'checkIn', checkInId(memberId, day));
  const row = await currentProjection().checkIns.get(key);
  return row && checkInEntry(row);
}

/** Everybody's wrap-ups of a day. */
export async function checkInsOfDay(day: DayKey): Promise<CheckInEntry[]> {
  return (await currentProjection().checkIns.where('day').equals(day).toArray()).map(checkInEntry);
}

const checkInEntry = (row: CheckInRow): CheckInEntry => ({
  ...checkInFrom(row),
  ...deliveryOf(row),
});
