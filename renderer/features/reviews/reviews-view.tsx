import '../../i18n/view-words.ts';
import { usePlan } from '../../data/plan.ts';
import { t } from '../../i18n/text.ts';
import { useRoute } from '../../state/route.ts';
import { useSessionOf } from '../../state/session.ts';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { OwnReviews } from './home/own-reviews.tsx';
import { ReviewsHome } from './home/reviews-home.tsx';
import { reviewIn } from './review-params.ts';
import { ReviewScreen } from './review-screen.tsx';

/** The weekly and monthly rhythm: what is due, what was agreed, how it was; one review at a time is held here. */
export function ReviewsView() {
  const plan = usePlan();
  const { params } = useRoute();
  const { memberId, seat } = useSessionOf('memberId', 'seat');
  const viewer = plan?.memberById.get(memberId);
  if (!plan || !viewer) {
    return (
      <Page title={t('reviews.title')}>
        <LoadingState />
      </Page>
    );
  }
  const isManager = seat === 'manager';
  const ref = reviewIn(params);
  if (ref && (isManager || ref.memberId === memberId)) {
    const key = `${ref.cadenceId} ${ref.memberId} ${ref.fromDay}`;
    return (
      <ReviewScreen key={key} plan={plan} viewer={viewer} reviewRef={ref} isManager={isManager} />
    );
  }
  return isManager ? (
    <ReviewsHome plan={plan} viewer={viewer} />
  ) : (
    <OwnReviews plan={plan} viewer={viewer} />
  );
}
