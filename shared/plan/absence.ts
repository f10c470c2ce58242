import type { DayKey } from '../day.ts';
import { addDays } from '../day.ts';
import { dayOf, flagOf, textOf } from '../record-fields.ts';
import type { Fields } from '../stream/change.ts';
import type { RecordState } from '../stream/merge.ts';

/** Days of a member's own calendar, both ends included. */
export interface LeaveDays {
  readonly fromDay: DayKey;
  readonly toDay: DayKey;
}

/**
 * Time that a member is not there, and who stands in. Record type `absence`, audience `team`, written by
 * managers. It ends by itself: nothing is written when it begins or is over.
 */
export interface Absence extends LeaveDays {
  readonly id: string;
  readonly memberId: string;
  /** Who stands in where no outcome says otherwise; empty where nobody does. */
  readonly standInId: string;
  /** Who stands in for one outcome. Stored as the fields `standIn.<outcomeId>`, each a member's id. */
  readonly standInByOutcome: ReadonlyMap<string, string>;
  readonly note: string;
  readonly isDeleted: boolean;
}

export const ABSENCE_TYPE = 'absence';

/** The longest leave that is one record: also bounds what is laid out by the day. */
const MOST_LEAVE_DAYS = 366;

const STAND_IN = 'standIn.';

export const absenceFrom = ({ id, fields }: RecordState): Absence => ({
  id,
  memberId: textOf(fields, 'memberId'),
  fromDay: dayOf(fields, 'fromDay'),
  toDay: dayOf(fields, 'toDay'),
  standInId: textOf(fields, 'standInId'),
  standInByOutcome: new Map(
    Object.keys(fields)
      .filter((name) => name.startsWith(STAND_IN) && textOf(fields, name) !== '')
      .map((name) => [name.slice(STAND_IN.length), textOf(fields, name)]),
  ),
  note: textOf(fields, 'note'),
  isDeleted: flagOf(fields, 'deleted'),
});

export type AbsenceDraft = Omit<Absence, 'id' | 'isDeleted'>;

/** `before` is what is stored: stand-ins that are none any more are cleared. */
export const absenceFields = (draft: AbsenceDraft, before?: Absence): Fields => ({
  memberId: draft.memberId,
  fromDay: draft.fromDay,
  toDay: draft.toDay,
  standInId: draft.standInId,
  note: draft.note.trim(),
  ...Object.fromEntries(
    [...(before?.standInByOutcome.keys() ?? [])].map((outcomeId) => [STAND_IN + outcomeId, '']),
  ),
  ...Object.fromEntries(
    [...draft.standInByOutcome].map(([outcomeId, id]) => [STAND_IN + outcomeId, id]),
  ),
});

export const ABSENCE_PROBLEMS = [
  'member-missing',
  'from-missing',
  'to-before-from',
  'too-long',
  'stand-in-self',
  'overlaps',
] as const;
export type AbsenceProblem = (typeof ABSENCE_PROBLEMS)[number];

/** What forbids saving it. `others` may hold the one that is edited and those of others. */
export function absenceProblems(
  draft: AbsenceDraft,
  id: string,
  others: readonly Absence[],
): readonly AbsenceProblem[] {
  const problems: AbsenceProblem[] = [];
  const { memberId, fromDay, toDay } = draft;
  if (memberId === '') problems.push('member-missing');
  if (fromDay === '') problems.push('from-missing');
  else if (toDay < fromDay) problems.push('to-before-from');
  else if (toDay >= addDays(fromDay, MOST_LEAVE_DAYS)) problems.push('too-long');
  const standIns = [draft.standInId, ...draft.standInByOutcome.values()];
  if (memberId !== '' && standIns.includes(memberId)) problems.push('stand-in-self');
  const doesOverlap = others.some(
    (other) =>
      other.id !== id &&
      other.memberId === memberId &&
      isValid(other) &&
      other.fromDay <= toDay &&
      fromDay <= other.toDay,
  );
  if (doesOverlap) problems.push('overlaps');
  return problems;
}

/** Whether it counts: merged data may hold any days. */
const isValid = ({ fromDay, toDay, isDeleted }: Absence): boolean =>
  !isDeleted && fromDay !== '' && fromDay <= toDay && toDay < addDays(fromDay, MOST_LEAVE_DAYS);

export const isAwayOn = (leave: readonly LeaveDays[] | undefined, day: DayKey): boolean =>
  leave !== undefined && leave.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);

/**
 * Everybody's leave by member, united and sorted: two that overlap or touch are one. Nobody without any.
 */
export function leaveByMember(
  absences: readonly Absence[],
): ReadonlyMap<string, readonly LeaveDays[]> {
  const byMember = new Map<string, LeaveDays[]>();
  const inOrder = absences.filter(isValid).toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  for (const { memberId, fromDay, toDay } of inOrder) {
    const held = byMember.get(memberId) ?? [];
    byMember.set(memberId, held);
    const last = held.at(-1);
    if (last && fromDay <= addDays(last.toDay, 1)) {
      held[held.length - 1] = { ...last, toDay: toDay > last.toDay ? toDay : last.toDay };
    } else held.push({ fromDay, toDay });
  }
  return byMember;
}

/** Every day of some leave. */
export function daysOfLeave(leave: readonly LeaveDays[]): readonly DayKey[] {
  const days: DayKey[] = [];
  for (const { fromDay, toDay } of leave) {
    for (let day = fromDay; day <= toDay; day = addDays(day, 1)) days.push(day);
  }
  return days;
}

/**
 * Who does a member's work for an outcome on a day. A stand-in who is away too is stood in for by theirs;
 * the member themself where nobody is left to do it, or where they are there.
 */
export function whoDoes(
  absences: readonly Absence[],
  memberId: string,
  outcomeId: string,
  day: DayKey,
): string {
  const asked = new Set<string>();
  let who = memberId;
  for (;;) {
    const away = awayOn(absences, who, day);
    if (!away) return who;
    asked.add(who);
    const next = away.standInByOutcome.get(outcomeId) ?? away.standInId;
    if (next === '' || asked.has(next)) return memberId;
    who = next;
  }
}

/** Of two that were written at once the one with the smaller id holds, on every device the same. */
function awayOn(absences: readonly Absence[], memberId: string, day: DayKey): Absence | undefined {
  return absences
    .filter(
      (each) =>
        each.memberId === memberId && isValid(each) && each.fromDay <= day && day <= each.toDay,
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** Some days in which one member stands in for another. */
export interface StandIn extends LeaveDays {
  readonly toId: string;
}

/**
 * Who stands in for a member's work of one outcome during their leave, first day first. Days that nobody
 * takes are in none: their work stays with the member.
 */
export function standInsFor(
  absences: readonly Absence[],
  memberId: string,
  outcomeId: string,
): readonly StandIn[] {
  const leave = leaveByMember(absences).get(memberId) ?? [];
  const spans: StandIn[] = [];
  for (const day of daysOfLeave(leave)) {
    const toId = whoDoes(absences, memberId, outcomeId, day);
    if (toId === memberId) continue;
    const last = spans.at(-1);
    if (last?.toId === toId && addDays(last.toDay, 1) === day) {
      spans[spans.length - 1] = { ...last, toDay: day };
    } else spans.push({ toId, fromDay: day, toDay: day });
  }
  return spans;
}
