import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { REVIEW_TOPICS } from '#shared/cadence/review';
import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import type { Plan } from '../../data/plan.ts';
import { formatDateTime } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';
import { announceSaved } from '../../services/announce.ts';
import { skipReview } from '../../services/reviews.ts';
import type { ReviewDesk } from '../../services/reviews.ts';
import { go } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { BackButton } from './back-button.tsx';
import { ActionsPanel } from './desk/actions-panel.tsx';
import { DecisionsPanel } from './desk/decisions-panel.tsx';
import deskCss from './desk/desk.module.css';
import { FinishDialog } from './desk/finish-dialog.tsx';
import { LastActions } from './desk/last-actions.tsx';
import { NoteField } from './desk/note-field.tsx';
import { ReviewBody } from './figures/review-body.tsx';
import { ReviewExport } from './review-export.tsx';
import css from './review-screen.module.css';
import { daysWords, reviewWords } from './review-words.ts';
import { usePreparedReview } from './use-prepared-review.ts';

interface OpenReviewProps {
  readonly plan: Plan;
  readonly viewer: Member;
  readonly desk: ReviewDesk;
}

/** A review that is being prepared or held: what the app found on one side, what people say on the other. */
export function OpenReview({ plan, viewer, desk }: OpenReviewProps) {
  const { ref, stored } = desk;
  const prepared = usePreparedReview(plan, viewer, ref);
  const [asked, setAsked] = useState<'skip' | 'finish' | null>(null);
  const close = (): void => setAsked(null);
  const today = prepared ? dayIn(viewer.timeZone, prepared.figures.asOfMs) : '';
  const isSkipped = typeof stored?.skippedAtMs === 'number';
  const name = plan.memberById.get(ref.memberId)?.name;
  return (
    <Page
      title={reviewWords(ref, plan)}
      subtitle={
        <>
          {daysWords(ref)}
          {prepared &&
            ` · ${t('reviews.screen.asOf', {
              when: formatDateTime(prepared.figures.asOfMs, viewer.timeZone),
            })}`}
          {' · '}
          {name === undefined ? t('reviews.screen.private') : t('reviews.screen.shared', { name })}
        </>
      }
      actions={
        <>
          <ToWords />
          <BackButton />
          {prepared && (
            <ReviewExport
              reviewRef={ref}
              figures={prepared.figures}
              plan={plan}
              review={stored ?? null}
              timeZone={viewer.timeZone}
            />
          )}
          {!isSkipped && (
            <Button variant="quiet" onClick={() => setAsked('skip')}>
              {t('reviews.screen.skip')}
            </Button>
          )}
          <Button
            variant="primary"
            icon={<CircleCheckBig aria-hidden />}
            isDisabled={!prepared}
            onClick={() => setAsked('finish')}
          >
            {t('reviews.screen.finish')}
          </Button>
        </>
      }
    >
      {isSkipped && (
        <Callout
          tone="neutral"
          title={t('reviews.screen.skippedAt', { reason: stored?.skipReason ?? '' })}
        />
      )}
      {prepared ? (
        <div className={css['columns']}>
          <ReviewBody figures={prepared.figures} zone={viewer.timeZone} />
          <aside
            id={WORDS}
            tabIndex={-1}
            className={css['words']}
            aria-label={t('reviews.notes.title')}
          >
            <LastActions actions={prepared.actions} plan={plan} today={today} />
            <Panel title={t('reviews.notes.title')}>
              <div className={deskCss['notes']}>
                {REVIEW_TOPICS[ref.kind].map((topic) => (
                  <NoteField key={topic} desk={desk} topic={topic} />
                ))}
              </div>
            </Panel>
            <DecisionsPanel desk={desk} />
            <ActionsPanel desk={desk} plan={plan} today={today} />
          </aside>
        </div>
      ) : (
        <LoadingState label={t('reviews.loading')} />
      )}
      {asked === 'finish' && prepared && (
        <FinishDialog desk={desk} figures={prepared.figures} plan={plan} onClose={close} />
      )}
      {asked === 'skip' && (
        <ReasonDialog
          title={t('reviews.screen.skipTitle')}
          description={t('reviews.screen.skipText')}
          label={t('reviews.screen.skipLabel')}
          missing={t('reviews.screen.skipMissing')}
          submitLabel={t('reviews.screen.skipSubmit')}
          onClose={close}
          onSubmit={async (reason) => {
            const saved = await skipReview(desk, reason);
            if (!announceSaved(t('reviews.screen.skipped'), saved)) return;
            close();
            go('reviews');
          }}
        />
      )}
    </Page>
  );
}

const WORDS = 'review-words';

/** Past the figures, for whoever goes by keyboard: straight to what is written down. */
const ToWords = () => (
  <a
    href={`#${WORDS}`}
    className={css['toWords']}
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(WORDS)?.focus();
    }}
  >
    {t('reviews.screen.toWords')}
  </a>
);
