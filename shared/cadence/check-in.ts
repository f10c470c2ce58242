import type { DayKey } from '../day.ts';
import type { Json } from '../json.ts';
import { instantOf, objectsIn, textOf } from '../record-fields.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/** Open work that a member takes up on a day, by the title that it had when they said so. */
export interface PlannedWork {
  readonly workId: string;
  readonly outcomeId: string;
  readonly title: string;
}

/**
 * What a member says of one day: its plan when it begins, its report when it ends. Record type `checkIn`,
 * id = `<member>-<day>`, audience `m-<member>`.
 */
export interface CheckIn {
  readonly id: string;
  readonly memberId: string;
  readonly day: DayKey;
  /** In the order in which they are taken up. */
  readonly planned: readonly PlannedWork[];
  /** What is planned beside open work, in the member's words. */
  readonly alsoPlanned: string;
  /** What holds the day up as it begins; what holds work up is told by the work itself. */
  readonly heldUpBy: string;
  /** Null where the day began without a check-in. */
  readonly checkedInAtMs: number | null;
  readonly report: string;
  readonly blockers: string;
  readonly tomorrow: string;
  /** When the report was sent; null where it was not. */
  readonly sentAtMs: number | null;
}

export const checkInId = (memberId: string, day: DayKey): string => `${memberId}-${day}`;

export const checkInFrom = ({ id, audience, fields }: RecordState): CheckIn => ({
  id,
  memberId: audienceMember(audience) ?? '',
  day: textOf(fields, 'day'),
  planned: plannedIn(fields['planned']),
  alsoPlanned: textOf(fields, 'alsoPlanned'),
  heldUpBy: textOf(fields, 'heldUpBy'),
  checkedInAtMs: instantOf(fields, 'checkedInAtMs'),
  report: textOf(fields, 'report'),
  blockers: textOf(fields, 'blockers'),
  tomorrow: textOf(fields, 'tomorrow'),
  sentAtMs: instantOf(fields, 'sentAtMs'),
});

const plannedIn = (value: Json | undefined): readonly PlannedWork[] =>
  objectsIn(value).flatMap((fields) => {
    const workId = textOf(fields, 'workId');
    const outcomeId = textOf(fields, 'outcomeId');
    return workId === '' ? [] : [{ workId, outcomeId, title: textOf(fields, 'title') }];
  });
