import type { ReviewRef } from '#shared/cadence/review';
import { reviewId, reviewState } from '#shared/cadence/review';
import { reviewFigures } from '#shared/cadence/review-figures';
import type { Member } from '#shared/plan/member';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { readReview } from '../../data/reviews.ts';
import type { ReviewEntry } from '../../data/reviews.ts';
import { t } from '../../i18n/text.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { HeldReview } from './held-review.tsx';
import { OpenReview } from './open-review.tsx';
import { reviewWords } from './review-words.ts';

interface ReviewScreenProps {
  readonly plan: Plan;
  readonly viewer: Member;
  readonly reviewRef: ReviewRef;
  readonly isManager: boolean;
}

/** One review: prepared and held on one screen, or as it was. */
export function ReviewScreen({ plan, viewer, reviewRef, isManager }: ReviewScreenProps) {
  const id = reviewId(reviewRef);
  const read = useLive(
    async (): Promise<{ stored: ReviewEntry | undefined }> => ({
      stored: await readReview(reviewRef),
    }),
    [id],
  );
  if (!read) {
    return (
      <Page title={reviewWords(reviewRef, plan)}>
        <LoadingState label={t('reviews.loading')} />
      </Page>
    );
  }
  const { stored } = read;
  if (stored && reviewState(stored) === 'held') {
    const figures = reviewFigures(stored.figures);
    return <HeldReview plan={plan} viewer={viewer} review={stored} figures={figures} />;
  }
  if (!isManager) return <OpenToManagers plan={plan} reviewRef={reviewRef} />;
  return <OpenReview plan={plan} viewer={viewer} desk={{ ref: reviewRef, stored }} />;
}

/** A kept route may lead an assistant to a review that was taken back. */
function OpenToManagers({ plan, reviewRef }: Pick<ReviewScreenProps, 'plan' | 'reviewRef'>) {
  return (
    <Page title={reviewWords(reviewRef, plan)}>
      <p>{t('reviews.own.notHeld')}</p>
    </Page>
  );
}
