import type { DayKey } from '../day.ts';
import { isDayKey } from '../day.ts';
import { choiceOf, flagOf, numberOf, textOf } from '../record-fields.ts';
import type { RecordState } from '../stream/merge.ts';

export const INTENT_STATUSES = ['planned', 'active', 'done', 'dropped'] as const;
export type IntentStatus = (typeof INTENT_STATUSES)[number];

/** What every level of the plan above an outcome has: something wanted, by whom, until when and why. */
export interface Intent {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  /** The one member who answers for it; empty where nobody does. */
  readonly ownerId: string;
  /** First and last day; empty where none is set. */
  readonly startsOn: DayKey;
  readonly endsOn: DayKey;
  readonly status: IntentStatus;
  /** What was said when it was closed: what was reached, what was learnt. */
  readonly closingNote: string;
  /** The record of an earlier quarter that it goes on from; empty for what is new. */
  readonly carriedFromId: string;
  /** Its place among those beside it, small first; null for the end, by name. */
  readonly order: number | null;
  readonly isDeleted: boolean;
}

export const intentFrom = ({ id, fields }: RecordState): Intent => ({
  id,
  name: textOf(fields, 'name'),
  why: textOf(fields, 'why'),
  ownerId: textOf(fields, 'ownerId'),
  startsOn: dayOf(textOf(fields, 'startsOn')),
  endsOn: dayOf(textOf(fields, 'endsOn')),
  status: choiceOf(fields, 'status', INTENT_STATUSES, 'active'),
  closingNote: textOf(fields, 'closingNote'),
  carriedFromId: textOf(fields, 'carriedFromId'),
  order: numberOf(fields, 'order'),
  isDeleted: flagOf(fields, 'deleted'),
});

/** Done or dropped: nothing more is asked of it. */
export const isClosed = ({ status }: Pick<Intent, 'status'>): boolean =>
  status === 'done' || status === 'dropped';

const dayOf = (text: string): DayKey => (isDayKey(text) ? text : '');
