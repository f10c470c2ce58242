import type { DayKey } from '../day.ts';
import type { Calendar } from './calendar.ts';
import type { Member } from './member.ts';
import { unitOfKind } from './measure-kinds.ts';
import type { Measure, Outcome, Sla, SlaStage } from './outcome.ts';
import { isPlanDay, LONGEST_PROMISE_MINUTES } from './plan-limits.ts';

/** Where in an outcome something is wrong: the field of the editor that mends it. */
export type OutcomePlace =
  | 'name'
  | 'statement'
  | 'unit'
  | 'ownerId'
  | 'standInId'
  | 'memberIds'
  | 'calendarId'
  | 'startsOn'
  | `measure.${number}.${'target' | 'sample' | 'names' | 'scale'}`
  | `promise.${SlaStage}.${'amount' | 'day'}`;

export type OutcomeProblemCode =
  | 'owner-none'
  | 'owner-left'
  | 'stand-in-left'
  | 'stand-in-is-owner'
  | 'members-missing'
  | 'target-not-positive'
  | 'percent-over-hundred'
  | 'score-over-scale'
  | 'scale-not-positive'
  | 'counts-unnamed'
  | 'promise-not-positive'
  | 'promise-too-long'
  | 'day-beyond-limits'
  | 'calendar-missing'
  | 'calendar-empty'
  | 'member-without-hours';

export interface OutcomeProblem {
  readonly place: OutcomePlace;
  readonly code: OutcomeProblemCode;
}

/** Who and what an outcome names. */
export interface OutcomeSurroundings {
  readonly memberById: ReadonlyMap<string, Member>;
  readonly calendarById: ReadonlyMap<string, Calendar>;
}

/** Everything in an outcome that the rules of a plan object to, in the order of the editor. */
export const outcomeProblems = (
  outcome: Outcome,
  around: OutcomeSurroundings,
): readonly OutcomeProblem[] => [
  ...outcome.measures.flatMap((measure, index) => measureProblems(measure, index)),
  ...promiseProblems(outcome.slas),
  ...calendarProblemsOf(outcome, around),
  ...peopleProblems(outcome, around),
  ...dayProblems(outcome.startsOn),
];

export function measureProblems(measure: Measure, index: number): readonly OutcomeProblem[] {
  const { kind, target, scaleMax, partName, wholeName } = measure;
  const problems: OutcomeProblem[] = [];
  const at = (field: 'target' | 'names' | 'scale', code: OutcomeProblemCode) =>
    problems.push({ place: `measure.${index}.${field}`, code });
  if (target <= 0) at('target', 'target-not-positive');
  else if (unitOfKind(kind) === 'percent' && target > 1) at('target', 'percent-over-hundred');
  else if (kind === 'score' && scaleMax > 0 && target > scaleMax) at('target', 'score-over-scale');
  if (kind === 'score' && scaleMax <= 0) at('scale', 'scale-not-positive');
  if (kind === 'ratio' && (partName.trim() === '' || wholeName.trim() === '')) {
    at('names', 'counts-unnamed');
  }
  return problems;
}

export const promiseProblems = (slas: readonly Sla[]): readonly OutcomeProblem[] =>
  slas.flatMap(({ to, minutes, fromDay }): readonly OutcomeProblem[] => [
    ...(minutes < 0
      ? [{ place: `promise.${to}.amount`, code: 'promise-not-positive' } as const]
      : minutes > LONGEST_PROMISE_MINUTES
        ? [{ place: `promise.${to}.amount`, code: 'promise-too-long' } as const]
        : []),
    ...(isPlanDay(fromDay)
      ? []
      : [{ place: `promise.${to}.day`, code: 'day-beyond-limits' } as const]),
  ]);

export const dayProblems = (startsOn: DayKey): readonly OutcomeProblem[] =>
  isPlanDay(startsOn) ? [] : [{ place: 'startsOn', code: 'day-beyond-limits' }];

type Promised = Pick<Outcome, 'slas' | 'calendarId' | 'ownerId' | 'memberIds'>;

/** A promise in working time needs hours to count: those of a calendar, or of everybody who keeps it. */
export function calendarProblemsOf(
  { slas, calendarId, ownerId, memberIds }: Promised,
  { memberById, calendarById }: OutcomeSurroundings,
): readonly OutcomeProblem[] {
  if (calendarId !== '') {
    const calendar = calendarById.get(calendarId);
    if (!calendar) return [{ place: 'calendarId', code: 'calendar-missing' }];
    return hasHours(calendar) ? [] : [{ place: 'calendarId', code: 'calendar-empty' }];
  }
  if (!slas.some((sla) => sla.minutes > 0)) return [];
  const isWithout = [ownerId, ...memberIds].some((id) => {
    const member = memberById.get(id);
    if (!member || member.isGone) return false;
    const calendar = calendarById.get(member.calendarId);
    return !calendar || !hasHours(calendar);
  });
  return isWithout ? [{ place: 'calendarId', code: 'member-without-hours' }] : [];
}

/** Whether time that is promised in a calendar ever passes, as its hours stand last. */
const hasHours = ({ versions }: Calendar): boolean =>
  versions.at(-1)?.shifts.some(({ fromMinute, toMinute }) => toMinute > fromMinute) ?? false;

type Staffed = Pick<Outcome, 'ownerId' | 'standInId' | 'memberIds' | 'measures'>;

export function peopleProblems(
  { ownerId, standInId, memberIds, measures }: Staffed,
  { memberById }: Pick<OutcomeSurroundings, 'memberById'>,
): readonly OutcomeProblem[] {
  const problems: OutcomeProblem[] = [];
  const owner = memberById.get(ownerId);
  if (!owner) problems.push({ place: 'ownerId', code: 'owner-none' });
  else if (owner.isGone) problems.push({ place: 'ownerId', code: 'owner-left' });
  if (standInId !== '') {
    if (standInId === ownerId) problems.push({ place: 'standInId', code: 'stand-in-is-owner' });
    else if (memberById.get(standInId)?.isGone) {
      problems.push({ place: 'standInId', code: 'stand-in-left' });
    }
  }
  const hasQuantity = measures.some(({ kind, target }) => kind === 'quantity' && target > 0);
  const isWorkedOn = memberIds.some((id) => memberById.get(id)?.isGone === false);
  if (hasQuantity && !isWorkedOn) {
    problems.push({ place: 'memberIds', code: 'members-missing' });
  }
  return problems;
}
