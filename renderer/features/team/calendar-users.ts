import type { Member } from '#shared/plan/member';
import type { Outcome } from '#shared/plan/outcome';
import type { Plan } from '../../data/plan.ts';

/** Who is counted by a calendar today. */
export interface CalendarUsers {
  readonly members: readonly Member[];
  readonly outcomes: readonly Outcome[];
}

export const usersOf = (plan: Plan, calendarId: string): CalendarUsers => ({
  members: plan.members.filter((member) => !member.isGone && member.calendarId === calendarId),
  outcomes: plan.outcomes.filter(
    (outcome) => !outcome.isArchived && outcome.calendarId === calendarId,
  ),
});

export const isUsed = ({ members, outcomes }: CalendarUsers): boolean =>
  members.length + outcomes.length > 0;

/** `Ana Reyes, Ben Cruz, Refunds`. */
export const userNames = ({ members, outcomes }: CalendarUsers): string =>
  [...members, ...outcomes].map(({ name }) => name).join(', ');
