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

/** What a member said of a day, if anything. */
export async function checkIn(memberId: string, day: DayKey): Promise<CheckInEntry | undefined> {
  const key = recordKey(memberAudience(memberId), 'checkIn', checkInId(memberId, day));
  const row = await currentProjection().checkIns.get(key);
  return row && checkInEntry(row);
}

/** What everybody said of some days, both ends included; in no order. */
export async function checkInsBetween(fromDay: DayKey, toDay: DayKey): Promise<CheckInEntry[]> {
  const rows = currentProjection().checkIns.where('day').between(fromDay, toDay, true, true);
  return (await rows.toArray()).map(checkInEntry);
}

const checkInEntry = (row: CheckInRow): CheckInEntry => ({
  ...checkInFrom(row),
  ...deliveryOf(row),
});
