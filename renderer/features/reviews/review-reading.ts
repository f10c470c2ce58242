import type { CheckIn } from '#shared/cadence/check-in';
import { actionsToGoThrough } from '#shared/cadence/review-action';
import type { ReviewAction } from '#shared/cadence/review-action';
import type { ReviewRef } from '#shared/cadence/review';
import { reviewId, seriesId } from '#shared/cadence/review';
import { countedDays } from '#shared/deliverables/oddities';
import { addDays, startOfWeek } from '#shared/day';
import type { DayKey } from '#shared/day';
import { shiftRange } from '#shared/metrics/period';
import type { DayRange } from '#shared/metrics/period';
import { quarterDays, quarterOf } from '#shared/plan/priority';
import type { SopVersion } from '#shared/sops/sop';
import { suggestions } from '../../data/about-sops.ts';
import type { SuggestionEntry } from '../../data/about-sops.ts';
import { checkInsBetween } from '../../data/check-ins.ts';
import { findEntries } from '../../data/deliverables.ts';
import { actionsOfSeries, reviewsOfSeries } from '../../data/reviews.ts';
import { dayRows } from '../../data/rollups.ts';
import type { DayRow } from '../../data/rollups.ts';
import { latestVersions } from '../../data/sops.ts';

/** What a review is prepared from that lies in the database. */
export interface ReviewReading {
  readonly before: DayRange;
  /** Of a member's month the weeks of it and the two months before; of a team's week that week. */
  readonly history: DayRange;
  /** Roll-ups of all these days, and of the days that say how long work usually takes. */
  readonly rows: readonly DayRow[];
  readonly usualRows: readonly DayRow[];
  /** Of the quarter in which the days end; none for a month. */
  readonly quarterRows: readonly DayRow[];
  readonly suggestions: readonly SuggestionEntry[];
  readonly versions: readonly SopVersion[];
  readonly actions: readonly ReviewAction[];
  /** Of a member's month: why work came back, once for each piece, and the check-ins. */
  readonly returnReasons: readonly string[];
  readonly checkIns: readonly CheckIn[];
}

/** So far back the past says how long work usually takes. */
const USUAL_DAYS = 60;
/** More than that many in a row are seldom skipped. */
const EARLIER_REVIEWS = 12;
/** Beyond so many the reasons are the same again. */
const MOST_RETURNED = 500;

export async function readForReview(
  ref: ReviewRef,
  memberIds: readonly string[] | null,
  today: DayKey,
): Promise<ReviewReading> {
  const range = { fromDay: ref.fromDay, toDay: ref.toDay };
  const step = ref.kind === 'weekly' ? 'week' : 'month';
  const before = shiftRange(step, range, -1);
  const isWeekly = ref.kind === 'weekly';
  const fromDay = isWeekly ? before.fromDay : startOfWeek(shiftRange(step, before, -1).fromDay);
  const only = memberIds ? { memberIds } : {};
  const quarter = quarterDays(quarterOf(ref.toDay));
  const [rows, usualRows, quarterRows, said, versions, agreed, earlier, returned, checkIns] =
    await Promise.all([
      dayRows({ ...countedDays({ fromDay, toDay: ref.toDay }, today), ...only }),
      dayRows({ fromDay: addDays(today, -USUAL_DAYS), toDay: today, ...only }),
      ref.kind === 'weekly' ? dayRows(countedDays(quarter, today)) : [],
      suggestions(),
      latestVersions(),
      actionsOfSeries(seriesId(ref)),
      reviewsOfSeries(ref, EARLIER_REVIEWS),
      ref.kind === 'monthly' ? returnedIn(ref) : [],
      ref.kind === 'monthly' ? checkInsIn(ref) : [],
    ]);
  const last = earlier.find((each) => each.fromDay < ref.fromDay && each.heldAtMs !== null);
  return {
    before,
    history: { fromDay, toDay: ref.toDay },
    rows,
    usualRows,
    quarterRows,
    suggestions: said,
    versions,
    actions: actionsToGoThrough(agreed, reviewId(ref), last?.heldAtMs ?? null),
    returnReasons: returned,
    checkIns,
  };
}

async function checkInsIn({ memberId, fromDay, toDay }: ReviewRef): Promise<readonly CheckIn[]> {
  const all = await checkInsBetween(fromDay, toDay);
  return all.filter((each) => each.memberId === memberId);
}

/** The words with which work of a member's month was returned; empty where nobody gave any. */
async function returnedIn({ memberId, fromDay, toDay }: ReviewRef): Promise<readonly string[]> {
  const filter = { memberIds: [memberId], fromDay, toDay, reopenedOnly: true };
  const { entries } = await findEntries(filter, MOST_RETURNED);
  return entries.map(({ returnReason }) => returnReason);
}
