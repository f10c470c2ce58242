import type { DayKey } from '../day.ts';
import { numberOf, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/**
 * A member's wrap-up of one day: the report as it was sent. Record type `checkIn`,
 * id = `<member>-<day>`, audience `m-<member>`.
 */
export interface CheckIn {
  readonly id: string;
  readonly memberId: string;
  readonly day: DayKey;
  readonly report: string;
  readonly blockers: string;
  readonly tomorrow: string;
  readonly sentAtMs: number | null;
}

export const checkInId = (memberId: string, day: DayKey): string => `${memberId}-${day}`;

export const checkInFrom = ({ id, audience, fields }: RecordState): CheckIn => ({
  id,
  memberId: audienceMember(audience) ?? '',
  day: textOf(fields, 'day'),
  report: textOf(fields, 'report'),
  blockers: textOf(fields, 'blockers'),
  tomorrow: textOf(fields, 'tomorrow'),
  sentAtMs: numberOf(fields, 'sentAtMs'),
});
