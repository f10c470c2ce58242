import type { DayKey } from '../day.ts';
import { choiceOf, flagOf, textOf } from '../record-fields.ts';
import type { Overridden, RecordState } from '../stream/merge.ts';
import type { LeaveDays } from './absence.ts';
import type { CalendarStay } from './member-calendar.ts';
import { staysOf } from './member-calendar.ts';

export const SEATS = ['manager', 'assistant'] as const;
export type Seat = (typeof SEATS)[number];

/** A person in a workspace. Record type `member`, audience `team`. */
export interface Member {
  readonly id: string;
  readonly name: string;
  /** What they were called before, or by another device at the same time, the latest first; absent where nothing else. */
  readonly alsoCalled?: readonly string[];
  /** In lower case, as an import brought it; absent where nobody said. */
  readonly email?: string;
  readonly seat: Seat;
  /** IANA zone of their working day. */
  readonly timeZone: string;
  /** The calendar they work by now. */
  readonly calendarId: string;
  /** Those they worked by before, by day; absent where there was no other. */
  readonly calendarsBefore?: readonly CalendarStay[];
  /** What they do, in the manager's words: "Listings". */
  readonly title: string;
  /** Where they work: "Cebu". */
  readonly place: string;
  /** The first day that targets count from; empty where they always did. */
  readonly startsOn: DayKey;
  /** The last day that targets count to; empty where none is set. */
  readonly goneOn: DayKey;
  readonly isGone: boolean;
  /** When they are away, from the plan's absences; absent where they never are. */
  readonly leave?: readonly LeaveDays[];
}

export const memberFrom = ({ id, fields, past }: RecordState): Member => ({
  id,
  name: textOf(fields, 'name'),
  ...calledBefore(textOf(fields, 'name'), past ?? []),
  ...(textOf(fields, 'email') !== '' && { email: textOf(fields, 'email') }),
  seat: choiceOf(fields, 'seat', SEATS, 'assistant'),
  timeZone: textOf(fields, 'timeZone') || 'UTC',
  calendarId: textOf(fields, 'calendarId'),
  ...beforeOf(staysOf(fields['calendarsBefore'])),
  title: textOf(fields, 'title'),
  place: textOf(fields, 'place'),
  startsOn: textOf(fields, 'startsOn'),
  goneOn: textOf(fields, 'goneOn'),
  isGone: flagOf(fields, 'gone') || flagOf(fields, 'deleted'),
});

const beforeOf = (calendarsBefore: readonly CalendarStay[]): Pick<Member, 'calendarsBefore'> =>
  calendarsBefore.length > 0 ? { calendarsBefore } : {};

/** Of two names that were given at once the later write's is theirs; the other is not lost. */
function calledBefore(name: string, past: readonly Overridden[]): Pick<Member, 'alsoCalled'> {
  const names = past
    .toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .flatMap(({ field, value }) =>
      field === 'name' && typeof value === 'string' && value.trim() !== '' ? [value] : [],
    );
  const others = [...new Set(names)].filter((each) => each !== name);
  return others.length > 0 ? { alsoCalled: others } : {};
}
