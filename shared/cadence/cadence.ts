import type { DayKey } from '../day.ts';
import { choiceOf, dayOf, flagOf, numberOf, textOf, textsOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';

export const CADENCE_KINDS = ['checkIn', 'weekly', 'monthly'] as const;
/** Daily alignment; weekly output and priorities; monthly performance and improvement. */
export type CadenceKind = (typeof CADENCE_KINDS)[number];

/**
 * A meeting that comes back, for a team in one zone. Record type `cadence`, audience `team`. A check-in is
 * held by every member of it alone, at the same local time of each member's own zone; a review is held
 * by its owner, at the time of the cadence's zone.
 */
export interface Cadence {
  readonly id: string;
  readonly kind: CadenceKind;
  readonly name: string;
  /** Who is in it; empty for everybody, whoever joins later among them. */
  readonly memberIds: readonly string[];
  /** The manager who holds it. */
  readonly ownerId: string;
  /** IANA zone of its time; of check-ins the zone of who has none. */
  readonly timeZone: string;
  /** Local time of day, minutes after midnight. */
  readonly minuteOfDay: number;
  /** Of weekly ones: 1 Monday – 7 Sunday. */
  readonly weekday: number;
  /** Of monthly ones: the day of the month, the last day where the month is shorter. */
  readonly dayOfMonth: number;
  /** Nothing is due before it. */
  readonly fromDay: DayKey;
  readonly isPaused: boolean;
  readonly isDeleted: boolean;
}

const NINE_O_CLOCK = 9 * 60;

export const cadenceFrom = ({ id, fields }: RecordState): Cadence => ({
  id,
  kind: choiceOf(fields, 'kind', CADENCE_KINDS, 'weekly'),
  name: textOf(fields, 'name'),
  memberIds: textsOf(fields, 'memberIds'),
  ownerId: textOf(fields, 'ownerId'),
  timeZone: textOf(fields, 'timeZone') || 'UTC',
  minuteOfDay: within(numberOf(fields, 'minuteOfDay'), 0, 24 * 60 - 1) ?? NINE_O_CLOCK,
  weekday: within(numberOf(fields, 'weekday'), 1, 7) ?? 1,
  dayOfMonth: within(numberOf(fields, 'dayOfMonth'), 1, 31) ?? 1,
  fromDay: dayOf(fields, 'fromDay'),
  isPaused: flagOf(fields, 'paused'),
  isDeleted: flagOf(fields, 'deleted'),
});

const within = (value: number | null, least: number, most: number): number | null =>
  value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
