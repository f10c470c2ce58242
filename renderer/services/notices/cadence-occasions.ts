import type { Cadence } from '#shared/cadence/cadence';
import type { Review, ReviewRef } from '#shared/cadence/review';
import { reviewTurns, seriesMembers } from '#shared/cadence/review-turns';
import { addDays } from '#shared/day';
import { checkInOccasions, reviewOccasions } from '#shared/notices/occasions';
import type { Member } from '#shared/plan/member';
import { checkInsBetween } from '../../data/check-ins.ts';
import type { Plan } from '../../data/plan.ts';
import { readReviews } from '../../data/reviews.ts';
import { t } from '../../i18n/text.ts';
import { checkInDays } from '../check-in-days.ts';
import { memberDays } from '../work-clocks.ts';
import type { NamedOccasion } from './named-occasion.ts';

const DAY_MS = 86_400_000;
/** The turn that is due may be a month old. */
const BACK_MS = 62 * DAY_MS;
/** A weekend and a holiday may lie between today's check-in and the next. */
const DAYS_AHEAD = 7;

/** A member's own check-ins, today's and the next ones. */
export async function ownCheckIns(
  plan: Plan,
  member: Member,
  nowMs: number,
): Promise<readonly NamedOccasion[]> {
  const today = memberDays(member, plan.calendarById).dayAt(nowMs);
  const range = { fromDay: today, toDay: addDays(today, DAYS_AHEAD) };
  const given = await checkInsBetween(range.fromDay, range.toDay);
  return checkInOccasions(checkInDays(plan, member, given, range, nowMs)).map((occasion) => ({
    ...occasion,
    title: t('app.nav.check-in'),
    namedAtMs: occasion.atMs,
    route: { view: 'check-in', params: {} },
  }));
}

/** The reviews that a manager holds. */
export async function heldReviews(
  plan: Plan,
  memberId: string,
  nowMs: number,
): Promise<readonly NamedOccasion[]> {
  const series = plan.cadences
    .filter(({ ownerId, isPaused, isDeleted }) => ownerId === memberId && !isPaused && !isDeleted)
    .flatMap((cadence) =>
      seriesMembers(cadence, plan.members).map((about) => ({ cadence, about })),
    );
  const turnsOf = (
    { cadence, about }: (typeof series)[number],
    reviewOf: (id: string) => Review | undefined,
  ) => reviewTurns(cadence, about, nowMs - BACK_MS, nowMs, reviewOf);
  const refs: ReviewRef[] = series.flatMap((each) =>
    turnsOf(each, () => undefined).map(({ ref }) => ref),
  );
  if (refs.length === 0) return [];
  const known = await readReviews(refs);
  return series.flatMap((each) =>
    reviewOccasions(turnsOf(each, (id) => known.get(id))).map(({ turn, ...occasion }) => ({
      ...occasion,
      title: reviewTitle(each.cadence, plan.memberById.get(each.about)),
      namedAtMs: turn.atMs,
      route: { view: 'reviews', params: {} },
    })),
  );
}

const reviewTitle = ({ name }: Cadence, about: Member | undefined): string =>
  about ? `${name} · ${about.name}` : name;
