import type { Occurrence } from '#shared/deliverables/occurrences';
import type { Recurrence } from '#shared/deliverables/recurrence';
import type { Absence } from '#shared/plan/absence';
import { whoDoes } from '#shared/plan/absence';
import type { Member } from '#shared/plan/member';

/** A member as if never away: leave moves no turn to another day, it moves turns to a stand-in. */
export function atWork(member: Member): Member {
  const { leave: _, ...there } = member;
  return there;
}

/** Until when turns of a rule are made, UTC ms. */
export const lastMadeMs = ({ pausedAtMs, untilMs }: Recurrence, nowMs: number): number =>
  Math.min(nowMs + 1, pausedAtMs ?? Infinity, untilMs ?? Infinity);

/** Whether a turn is the member's own to make: during leave it is in the log of whoever stands in. */
export const isOwnTurn =
  ({ memberId, outcomeId, standInForId }: Recurrence, absences: readonly Absence[]) =>
  ({ day }: Occurrence): boolean =>
    standInForId !== '' || whoDoes(absences, memberId, outcomeId, day) === memberId;
