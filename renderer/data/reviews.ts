import type { Review, ReviewRef, ReviewSeries } from '#shared/cadence/review';
import { REVIEW_TYPE, reviewFrom, reviewId, seriesId } from '#shared/cadence/review';
import type { ReviewAction } from '#shared/cadence/review-action';
import { byDue, reviewActionFrom } from '#shared/cadence/review-action';
import { flagOf } from '#shared/record-fields';
import type { Audience } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { currentProjection } from './current.ts';
import type { Delivery } from './entry.ts';
import { deliveryOf } from './entry.ts';
import { recordKey } from './record-key.ts';
import type { ReviewRow } from './stored.ts';

export interface ReviewEntry extends Review, Delivery {}

/**
 * A review as it stands; undefined while nothing of it was written. A member's that was held lies in that
 * member's audience, and before that with the managers.
 */
export async function readReview(ref: ReviewRef): Promise<ReviewEntry | undefined> {
  const found = await readReviews([ref]);
  return found.get(reviewId(ref));
}

/** The same of several, by id; those of which nothing was written are absent. */
export async function readReviews(
  refs: readonly ReviewRef[],
): Promise<ReadonlyMap<string, ReviewEntry>> {
  const keys = refs.flatMap((ref) =>
    audiencesOf(ref).map((audience) => recordKey(audience, REVIEW_TYPE, reviewId(ref))),
  );
  const rows = await currentProjection().reviews.bulkGet(keys);
  return byId(rows.filter((row) => row !== undefined));
}

/** A series' latest reviews, latest first, whatever became of them. */
export async function reviewsOfSeries(series: ReviewSeries, limit: number): Promise<ReviewEntry[]> {
  const { reviews } = currentProjection();
  const found = await Promise.all(
    audiencesOf(series).map(async (audience) => {
      const start = recordKey(audience, REVIEW_TYPE, `${seriesId(series)}.`);
      // oxlint-disable-next-line unicorn/no-array-reverse -- an index read from its end, and no array
      return await reviews.where('key').startsWith(start).reverse().limit(limit).toArray();
    }),
  );
  return [...byId(found.flat()).values()].toSorted(latestFirst).slice(0, limit);
}

/** The reviews about a member that were held, latest first: what that member may read. */
export async function heldReviewsOf(memberId: string): Promise<ReviewEntry[]> {
  const rows = await currentProjection().reviews.where('memberId').equals(memberId).toArray();
  return [...byId(rows).values()].filter(({ heldAtMs }) => heldAtMs !== null).toSorted(latestFirst);
}

/** What the reviews of a series agreed, done or not. */
export async function actionsOfSeries(id: string): Promise<ReviewAction[]> {
  const rows = await currentProjection().reviewActions.where('seriesId').equals(id).toArray();
  return rows.map(reviewActionFrom).filter(({ isDeleted }) => !isDeleted);
}

/** What is still to be done of what reviews agreed, by one member or by everybody; the most urgent first. */
export async function openActions(memberId?: string): Promise<ReviewAction[]> {
  const { reviewActions } = currentProjection();
  const open = reviewActions.where('openOf');
  const rows = await (memberId === undefined ? open.above('') : open.equals(memberId)).toArray();
  return rows.map(reviewActionFrom).toSorted(byDue);
}

const audiencesOf = ({ memberId }: ReviewSeries): readonly Audience[] =>
  memberId === '' ? ['managers'] : [memberAudience(memberId), 'managers'];

/** Of two copies the member's own is the review: the managers' was its preparation. */
function byId(rows: readonly ReviewRow[]): ReadonlyMap<string, ReviewEntry> {
  const found = new Map<string, ReviewEntry>();
  for (const row of rows) {
    if (flagOf(row.fields, 'deleted')) continue;
    const review = { ...reviewFrom(row), ...deliveryOf(row) };
    if (review.isMoved || (found.has(row.id) && row.audience === 'managers')) continue;
    found.set(row.id, review);
  }
  return found;
}

const latestFirst = (a: Review, b: Review): number =>
  a.fromDay < b.fromDay ? 1 : a.fromDay > b.fromDay ? -1 : 0;
