import type { DayKey } from '../day.ts';
import { isDayKey } from '../day.ts';
import type { Outcome } from '../plan/outcome.ts';
import { choiceOf, dayOf, flagOf, instantOf, numberOf, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import { audienceMember } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';
import type { Pattern } from './recurrence-rule.ts';
import { patternOf, ruleOf } from './recurrence-rule.ts';

export const DAY_OFF_RULES = ['keep', 'skip', 'next', 'previous'] as const;
export const CATCH_UP_RULES = ['skip', 'once', 'all'] as const;
/** What becomes of runs that came due while nobody could do them: none is made up for, one, or each. */
export type CatchUpRule = (typeof CATCH_UP_RULES)[number];
/** What becomes of an occurrence on a day off: it stays, falls out, or moves to the next or previous work day. */
export type DayOffRule = (typeof DAY_OFF_RULES)[number];

/**
 * Work that comes again and again. Record type `recurrence`, audience `m-<member>`. It is a rule for wall
 * clocks: nine o'clock in Rome is nine o'clock there in summer and in winter.
 */
export interface Recurrence {
  readonly id: string;
  readonly memberId: string;
  readonly outcomeId: string;
  readonly title: string;
  readonly client: string;
  readonly quantity: number;
  readonly reference: string;
  readonly note: string;
  /** RFC 5545 recurrence rule of the dates. */
  readonly rule: string;
  readonly startsOn: DayKey;
  /** Minute of the local day; null is the start of the member's shift. */
  readonly atMinute: number | null;
  /** IANA zone of the dates and of `atMinute`. */
  readonly zone: string;
  readonly dayOff: DayOffRule;
  /** Whose days off count; empty is the member's own calendar. */
  readonly calendarId: string;
  /** The last date of the rule, moved or not; empty where it has none. */
  readonly endsOn: DayKey;
  /** How many occurrences there are in all; null is without end. */
  readonly endsAfterCount: number | null;
  /** Working minutes until it is due; null leaves that to what the outcome promises. */
  readonly dueMinutes: number | null;
  /** Occurrences before this instant are never made: the rule did not hold then. */
  readonly sinceMs: number;
  /** Occurrences from this instant on are not made; null while it goes on. */
  readonly pausedAtMs: number | null;
  /** Occurrences from this instant on are another's again; null where it is no stand-in's. */
  readonly untilMs: number | null;
  /** The member whose work it is while they are away; empty where it is one's own. */
  readonly standInForId: string;
  readonly assignedById: string;
  /** The procedure that each occurrence is a run of; empty where it is a piece of work. */
  readonly sopId: string;
  readonly catchUp: CatchUpRule;
  readonly isDeleted: boolean;
}

export const RECURRENCE_TYPE = 'recurrence';

const LAST_MINUTE = 24 * 60 - 1;

export const recurrenceFrom = ({ id, audience, fields }: RecordState): Recurrence => ({
  id,
  memberId: audienceMember(audience) ?? '',
  outcomeId: textOf(fields, 'outcomeId'),
  title: textOf(fields, 'title'),
  client: textOf(fields, 'client'),
  quantity: numberOf(fields, 'quantity') ?? 1,
  reference: textOf(fields, 'reference'),
  note: textOf(fields, 'note'),
  rule: textOf(fields, 'rule'),
  startsOn: dayOf(fields, 'startsOn'),
  atMinute: minuteOf(fields),
  zone: textOf(fields, 'zone') || 'UTC',
  dayOff: choiceOf(fields, 'dayOff', DAY_OFF_RULES, 'keep'),
  calendarId: textOf(fields, 'calendarId'),
  endsOn: dayOf(fields, 'endsOn'),
  endsAfterCount: positiveOf(fields, 'endsAfterCount'),
  dueMinutes: positiveOf(fields, 'dueMinutes'),
  sinceMs: instantOf(fields, 'sinceMs') ?? 0,
  pausedAtMs: instantOf(fields, 'pausedAtMs'),
  untilMs: instantOf(fields, 'untilMs'),
  standInForId: textOf(fields, 'standInForId'),
  assignedById: textOf(fields, 'assignedById'),
  sopId: textOf(fields, 'sopId'),
  catchUp: choiceOf(fields, 'catchUp', CATCH_UP_RULES, 'once'),
  isDeleted: flagOf(fields, 'deleted'),
});

function minuteOf(fields: Fields): number | null {
  const minute = numberOf(fields, 'atMinute');
  return minute !== null && minute >= 0 && minute <= LAST_MINUTE ? Math.floor(minute) : null;
}

function positiveOf(fields: Fields, name: string): number | null {
  const value = numberOf(fields, name);
  return value !== null && value > 0 ? value : null;
}

/** A recurrence as a form has it. `null` in a number is an empty field. */
export interface RecurrenceDraft extends Pick<
  Recurrence,
  | 'outcomeId'
  | 'title'
  | 'client'
  | 'reference'
  | 'note'
  | 'startsOn'
  | 'zone'
  | 'dayOff'
  | 'calendarId'
  | 'endsOn'
  | 'sopId'
  | 'catchUp'
> {
  readonly quantity: number | null;
  readonly pattern: Pattern;
  readonly anchor: 'time' | 'shift';
  readonly atMinute: number | null;
  readonly end: 'never' | 'on' | 'after';
  readonly endsAfterCount: number | null;
  readonly due: 'promise' | 'minutes';
  readonly dueMinutes: number | null;
}

/** The draft of a new recurrence, every working day at nine. */
export const newRecurrence = (startsOn: DayKey, zone: string): RecurrenceDraft => ({
  outcomeId: '',
  title: '',
  client: '',
  reference: '',
  note: '',
  quantity: 1,
  pattern: { every: 'day', interval: 1 },
  startsOn,
  anchor: 'time',
  atMinute: 9 * 60,
  zone,
  dayOff: 'skip',
  calendarId: '',
  end: 'never',
  endsOn: '',
  endsAfterCount: null,
  due: 'promise',
  dueMinutes: null,
  sopId: '',
  catchUp: 'once',
});

/** What a form shows of a recurrence; null where its rule is one that the form cannot say. */
export function recurrenceDraftOf(recurrence: Recurrence): RecurrenceDraft | null {
  const pattern = patternOf(recurrence.rule);
  const { atMinute, endsOn, endsAfterCount, dueMinutes } = recurrence;
  return (
    pattern && {
      ...recurrence,
      pattern,
      anchor: atMinute === null ? 'shift' : 'time',
      end: endsAfterCount !== null ? 'after' : endsOn === '' ? 'never' : 'on',
      due: dueMinutes === null ? 'promise' : 'minutes',
    }
  );
}

/** The fields that a draft without problems is stored as; what does not apply is null. */
export const recurrenceFields = (draft: RecurrenceDraft): Fields => ({
  outcomeId: draft.outcomeId,
  title: draft.title.trim(),
  client: draft.client.trim(),
  reference: draft.reference.trim(),
  note: draft.note.trim(),
  quantity: draft.quantity ?? 1,
  rule: ruleOf(draft.pattern),
  startsOn: draft.startsOn,
  atMinute: draft.anchor === 'time' ? draft.atMinute : null,
  zone: draft.zone,
  dayOff: draft.dayOff,
  calendarId: draft.calendarId,
  endsOn: draft.end === 'on' ? draft.endsOn : '',
  endsAfterCount: draft.end === 'after' ? draft.endsAfterCount : null,
  dueMinutes: draft.due === 'minutes' ? draft.dueMinutes : null,
  ...(draft.sopId !== '' && { sopId: draft.sopId, catchUp: draft.catchUp }),
});

export const RECURRENCE_PROBLEMS = [
  'outcome-missing',
  'outcome-archived',
  'title-missing',
  'quantity-not-positive',
  'interval-out-of-range',
  'weekdays-missing',
  'date-out-of-range',
  'time-missing',
  'start-missing',
  'start-beyond-limits',
  'end-missing',
  'end-before-start',
  'count-out-of-range',
  'due-not-positive',
] as const;
export type RecurrenceProblem = (typeof RECURRENCE_PROBLEMS)[number];

/** The longest that a rule may count; also bounds the work of counting it. */
export const MOST_COUNTED = 1_000;
const MOST_STEPS = 366;
const FIRST_START: DayKey = '2000-01-01';
const LAST_START: DayKey = '2100-01-01';

export function recurrenceProblems(
  draft: RecurrenceDraft,
  outcome: Outcome | undefined,
): readonly RecurrenceProblem[] {
  const problems: RecurrenceProblem[] = [];
  const { quantity, startsOn, endsOn, endsAfterCount, dueMinutes } = draft;
  if (!outcome) problems.push('outcome-missing');
  else if (outcome.isArchived) problems.push('outcome-archived');
  if (draft.title.trim() === '') problems.push('title-missing');
  if (quantity === null || !(quantity > 0)) problems.push('quantity-not-positive');
  problems.push(...patternProblems(draft.pattern));
  if (draft.anchor === 'time' && draft.atMinute === null) problems.push('time-missing');
  if (!isDayKey(startsOn)) problems.push('start-missing');
  else if (startsOn < FIRST_START || startsOn > LAST_START) problems.push('start-beyond-limits');
  if (draft.end === 'on' && !isDayKey(endsOn)) problems.push('end-missing');
  else if (draft.end === 'on' && endsOn < startsOn) problems.push('end-before-start');
  if (draft.end === 'after' && !isWithin(endsAfterCount, MOST_COUNTED)) {
    problems.push('count-out-of-range');
  }
  if (draft.due === 'minutes' && !(dueMinutes !== null && dueMinutes > 0)) {
    problems.push('due-not-positive');
  }
  return problems;
}

function patternProblems(pattern: Pattern): readonly RecurrenceProblem[] {
  const problems: RecurrenceProblem[] = [];
  if (!isWithin(pattern.interval, MOST_STEPS)) problems.push('interval-out-of-range');
  if (pattern.every === 'week' && pattern.weekdays.length === 0) problems.push('weekdays-missing');
  if (pattern.every === 'month' && pattern.place.kind === 'date') {
    if (!isWithin(pattern.place.date, 31)) problems.push('date-out-of-range');
  }
  return problems;
}

const isWithin = (value: number | null, most: number): boolean =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most;
