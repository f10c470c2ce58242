import { seriesId } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import type { Member } from '#shared/plan/member';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { actionsOfSeries } from '../../data/reviews.ts';
import type { ReviewEntry } from '../../data/reviews.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { HeldWords } from './desk/held-words.tsx';
import { ReviewBody } from './figures/review-body.tsx';
import { BackButton } from './back-button.tsx';
import { ReviewExport } from './review-export.tsx';
import css from './review-screen.module.css';
import { daysWords, reviewWords } from './review-words.ts';

interface HeldReviewProps {
  readonly plan: Plan;
  readonly viewer: Member;
  readonly review: ReviewEntry;
  /** As they were; null where this version cannot read them. */
  readonly figures: ReviewFigures | null;
}

/** A review as it was: nothing in it is reckoned anew. */
export function HeldReview({ plan, viewer, review, figures }: HeldReviewProps) {
  const series = seriesId(review);
  const actions = useLive(async () => await actionsOfSeries(series), [series]);
  const doneIds = new Set(actions?.filter(({ doneAtMs }) => doneAtMs !== null).map(({ id }) => id));
  const nameOf = (id: string): string => plan.memberById.get(id)?.name ?? t('reviews.gone');
  const isAbout = review.memberId !== '' && review.memberId !== viewer.id;
  return (
    <Page
      title={reviewWords(review, plan)}
      subtitle={[
        daysWords(review),
        t('reviews.screen.heldAt', {
          when: formatDateTime(review.heldAtMs ?? 0, viewer.timeZone),
          who: nameOf(review.heldById),
        }),
        ...(isAbout ? [t('reviews.screen.sharedHeld', { name: nameOf(review.memberId) })] : []),
      ].join(' · ')}
      actions={
        <>
          <BackButton />
          {figures && (
            <ReviewExport
              reviewRef={review}
              figures={figures}
              plan={plan}
              review={review}
              timeZone={viewer.timeZone}
            />
          )}
        </>
      }
    >
      <div className={css['columns']}>
        {figures ? (
          <ReviewBody figures={figures} zone={viewer.timeZone} />
        ) : (
          <Callout tone="warn" title={t('reviews.screen.unreadable')} />
        )}
        <aside className={css['words']} aria-label={t('reviews.notes.title')}>
          <HeldWords review={review} figures={figures} doneIds={doneIds} nameOf={nameOf} />
        </aside>
      </div>
    </Page>
  );
}
