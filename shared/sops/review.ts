import type { SopState } from './draft.ts';
import { sopState } from './draft.ts';
import type { Sop, SopReview, SopVersion } from './sop.ts';

/** Where a draft stands on its way to the next version. */
export type SopStage = SopState | 'inReview' | 'sentBack';

/**
 * Read from what the draft follows, never from clocks: two managers who act at the same time leave fields of
 * both, and whichever of them stay must make sense together. A review and a note are about the version to
 * come: once one has come, they are over.
 */
export function sopStage(sop: Sop, newest: SopVersion | null): SopStage {
  const newestId = newest?.id ?? '';
  if (sop.review?.afterVersionId === newestId) return 'inReview';
  const state = sopState(sop, newest);
  const isSentBack = state !== 'published' && sop.sentBack?.afterVersionId === newestId;
  return isSentBack ? 'sentBack' : state;
}

/** What a member may do about a draft. */
export interface ReviewActs {
  /** Nobody writes at a draft that somebody else is reading. */
  readonly canEdit: boolean;
  readonly canAsk: boolean;
  readonly canTakeBack: boolean;
  readonly canSendBack: boolean;
  /** A manager may publish without a review: some have nobody to ask. */
  readonly canPublish: boolean;
}

/**
 * `managerIds`: who can be asked. A review that waits for somebody who has left, or for its own asker, is
 * anybody's: no draft is ever stuck. A member who is no manager may do nothing.
 */
export function reviewActs(
  stage: SopStage,
  review: SopReview | null,
  memberId: string,
  managerIds: readonly string[],
): ReviewActs {
  const isManager = managerIds.includes(memberId);
  if (stage === 'inReview' && review) {
    const isReviewer = isManager && isReviewOf(review, memberId, managerIds);
    return {
      canEdit: false,
      canAsk: false,
      canTakeBack: isManager,
      canSendBack: isReviewer,
      canPublish: isReviewer,
    };
  }
  const isNew = stage !== 'published';
  return {
    canEdit: isManager,
    canAsk: isManager && isNew && managerIds.length > 1,
    canTakeBack: false,
    canSendBack: false,
    canPublish: isManager && isNew,
  };
}

/** Whether a review waits for this member. */
export function isReviewOf(
  { reviewerId, askedById }: SopReview,
  memberId: string,
  managerIds: readonly string[],
): boolean {
  const isNamed = reviewerId !== askedById && managerIds.includes(reviewerId);
  if (isNamed) return reviewerId === memberId;
  return memberId !== askedById || managerIds.every((id) => id === askedById);
}
