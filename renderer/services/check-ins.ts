import { checkInId } from '#shared/cadence/check-in';
import type { DayKey } from '#shared/day';
import type { IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { memberAudience } from '#shared/stream/change';
import { now } from './clock.ts';
import { save } from './save.ts';

/** The sections of a day's report as the member left them. */
export interface ReportTexts {
  readonly report: string;
  readonly blockers: string;
  readonly tomorrow: string;
}

/** Saves the day's report as sent; a later one of the same day takes its place. Delivery is `sendNow`. */
export async function sendCheckIn(
  memberId: string,
  day: DayKey,
  texts: ReportTexts,
): Promise<Result<null, IpcFailure>> {
  return await save([
    {
      audience: memberAudience(memberId),
      type: 'checkIn',
      id: checkInId(memberId, day),
      fields: { day, ...texts, sentAtMs: now() },
    },
  ]);
}
