import type { Cadence } from '#shared/cadence/cadence';
import { checkInState, checkInTime } from '#shared/cadence/check-in-times';
import { checkInOf, isThereOn } from '#shared/cadence/participants';
import type { Review, ReviewRef } from '#shared/cadence/review';
import { actionState } from '#shared/cadence/review-action';
import type { ReviewAction } from '#shared/cadence/review-action';
import { reviewTurns, seriesMembers } from '#shared/cadence/review-turns';
import type { ReviewTurn } from '#shared/cadence/review-turns';
import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../../data/plan.ts';
import { memberClock, memberDays } from '../../../services/work-clocks.ts';
import type { AttentionItem } from './attention-item.ts';

const DAY_MS = 86_400_000;
/** The turn that is due and the one before it: a month of the longest, and another. */
const BACK_MS = 64 * DAY_MS;

type ReviewOf = (id: string) => Pick<Review, 'heldAtMs' | 'skippedAtMs'> | undefined;

interface Turn {
  readonly now: ReviewTurn;
  readonly before: ReviewTurn | undefined;
}

/** The reviews whose turn it is, of the cadences that a member holds: what has to be read of them. */
export const reviewsToRead = (plan: Plan, memberId: string, nowMs: number): readonly ReviewRef[] =>
  heldBy(plan, memberId).flatMap((cadence) =>
    turnsOf(cadence, plan, nowMs, () => undefined).flatMap(({ now, before }) => [
      now.ref,
      ...(before ? [before.ref] : []),
    ]),
  );

/** Reviews that are due and were neither held nor skipped. */
export function reviewItems(
  plan: Plan,
  memberId: string,
  nowMs: number,
  reviewOf: ReviewOf,
): readonly AttentionItem[] {
  return heldBy(plan, memberId).flatMap((cadence): readonly AttentionItem[] => {
    const due = turnsOf(cadence, plan, nowMs, reviewOf).filter(({ now }) => now.state === 'due');
    const [first, ...others] = due.map(({ now }) => now);
    if (!first) return [];
    const wasMissed = due.some(({ before }) => before?.state === 'missed');
    const key = `review ${cadence.id} ${first.atMs}`;
    return [{ kind: 'review', key, cadence, turns: [first, ...others], wasMissed }];
  });
}

/** Whoever holds it; where that is nobody who is still there, every manager. */
const heldBy = ({ cadences, memberById }: Plan, memberId: string): readonly Cadence[] =>
  cadences.filter(({ ownerId, isPaused, isDeleted }) => {
    const owner = memberById.get(ownerId);
    const isOwn = ownerId === memberId || !owner || owner.isGone;
    return isOwn && !isPaused && !isDeleted;
  });

function turnsOf(
  cadence: Cadence,
  { members }: Plan,
  nowMs: number,
  reviewOf: ReviewOf,
): readonly Turn[] {
  return seriesMembers(cadence, members).flatMap((memberId) => {
    const turns = reviewTurns(cadence, memberId, nowMs - BACK_MS, nowMs, reviewOf);
    const past = turns.filter(({ atMs }) => atMs <= nowMs);
    const now = past.at(-1);
    return now ? [{ now, before: past.at(-2) }] : [];
  });
}

/** A check-in that a member was asked for on the last work day of theirs that is over. */
export interface OwedCheckIn {
  readonly memberId: string;
  readonly day: DayKey;
}

/** A holiday week is the longest that nobody is asked anything. */
const DAYS_BACK = 7;

export const owedCheckIns = (plan: Plan, nowMs: number): readonly OwedCheckIn[] =>
  plan.members.flatMap((member) => {
    const day = lastAskedDay(member, plan, nowMs);
    return day === null ? [] : [{ memberId: member.id, day }];
  });

function lastAskedDay(member: Member, plan: Plan, nowMs: number): DayKey | null {
  const cadence = checkInOf(plan.cadences, member);
  if (!cadence) return null;
  const days = memberDays(member, plan.calendarById);
  const hours = { zone: member.timeZone, clock: memberClock(member, plan.calendarById), days };
  const today = days.dayAt(nowMs);
  for (let back = 0; back <= DAYS_BACK; back++) {
    const day = addDays(today, -back);
    const time = isThereOn(member, day) ? checkInTime(cadence, hours, day) : null;
    if (checkInState(time, undefined, nowMs) === 'skipped') return day;
  }
  return null;
}

/** Who was asked and said nothing, by day, the latest first. */
export function checkInItems(
  owed: readonly OwedCheckIn[],
  isGiven: (owed: OwedCheckIn) => boolean,
): readonly AttentionItem[] {
  const byDay = new Map<DayKey, string[]>();
  for (const each of owed) {
    if (!isGiven(each)) byDay.set(each.day, [...(byDay.get(each.day) ?? []), each.memberId]);
  }
  return [...byDay]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, memberIds]) => ({ kind: 'checkIns', key: `checkIns ${day}`, day, memberIds }));
}

/** What the manager took upon themselves in a review and is past its day, or is wanted today. */
export const actionItems = (
  actions: readonly ReviewAction[],
  today: DayKey,
): readonly AttentionItem[] =>
  actions
    .filter((action) => actionState(action, today) === 'late' || action.dueDay === today)
    .map((action) => ({ kind: 'action', key: `action ${action.id} ${action.dueDay}`, action }));
