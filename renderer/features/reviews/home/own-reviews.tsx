import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { OwnActions } from '../../../app/parts/review-actions/own-actions.tsx';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { heldReviewsOf } from '../../../data/reviews.ts';
import { formatDay } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { go } from '../../../state/route.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { paramsOf } from '../review-params.ts';
import { daysWords, reviewWords } from '../review-words.ts';
import css from './home.module.css';

interface OwnReviewsProps {
  readonly plan: Plan;
  readonly viewer: Member;
}

/** What reviews mean to whoever is no manager: their own actions, and what was held about their work. */
export function OwnReviews({ plan, viewer }: OwnReviewsProps) {
  const nowMs = useNow();
  const held = useLive(async () => await heldReviewsOf(viewer.id), [viewer.id]);
  return (
    <Page title={t('reviews.title')} subtitle={t('reviews.own.intro')} width="reading">
      <OwnActions member={viewer} nowMs={nowMs} />
      <Panel title={t('reviews.own.held')} note={held?.length || undefined}>
        {!held && <LoadingState />}
        {held?.length === 0 && (
          <EmptyState
            title={t('reviews.own.none')}
            text={t('reviews.own.noneText')}
            action={<Button onClick={() => go('entries')}>{t('reviews.own.entries')}</Button>}
          />
        )}
        <ul>
          {held?.map((review) => (
            <li key={review.id} className={css['turn']}>
              <span className={css['due']}>{daysWords(review)}</span>
              <span className={css['when']}>
                {t('reviews.history.held', {
                  day: formatDay(dayIn(viewer.timeZone, review.heldAtMs ?? 0)),
                })}
              </span>
              <Button
                size="sm"
                aria-label={t('reviews.own.readOf', { what: reviewWords(review, plan) })}
                onClick={() => go('reviews', paramsOf(review))}
              >
                {t('reviews.own.read')}
              </Button>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}
