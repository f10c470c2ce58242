import { useEffect, useRef, useState } from 'react';
import { draftReadable } from '#shared/sops/diff';
import type { Readable } from '#shared/sops/diff';
import { isReviewOf } from '#shared/sops/review';
import type { ReviewActs } from '#shared/sops/review';
import type { Sop, SopReview, SopVersion } from '#shared/sops/sop';
import { DiffView } from '../../../app/parts/sop-diff/diff-view.tsx';
import { sopTitles } from '../../../app/parts/sop-diff/sop-titles.ts';
import type { Plan } from '../../../data/plan.ts';
import { formatAgo } from '../../../i18n/format.ts';
import { t } from '../../../i18n/text.ts';
import { announceSaved } from '../../../services/announce.ts';
import { takeBackDraft } from '../../../services/sop-versions.ts';
import { useSession } from '../../../state/session.ts';
import { useNow } from '../../../state/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { memberName } from '../versions/version-words.ts';
import { managerIds } from '../../../services/managers.ts';
import css from './review.module.css';
import { SendBackDialog } from './send-back-dialog.tsx';

interface DraftReviewProps {
  readonly plan: Plan;
  readonly sop: Sop;
  readonly review: SopReview;
  readonly newest: SopVersion | null;
  readonly acts: ReviewActs;
}

const NOTHING: Readable = { title: '', purpose: '', steps: [], sections: [] };

/** A draft that somebody is asked to read, in the place of its editor: what is new in it, and what to do about it. */
export function DraftReview({ plan, sop, review, newest, acts }: DraftReviewProps) {
  const memberId = useSession((session) => session.memberId);
  const nowMs = useNow();
  const [isSendingBack, setIsSendingBack] = useState(false);
  const top = useRef<HTMLParagraphElement>(null);
  // It takes the place of a draft that was scrolled to wherever somebody wrote last.
  useEffect(() => top.current?.closest('section')?.scrollIntoView({ block: 'start' }), []);
  const takeBack = async (): Promise<void> => {
    announceSaved(t('sopVersions.review.takenBack'), await takeBackDraft(sop));
  };
  return (
    <Panel
      title={t('sopVersions.review.panel')}
      // Another device's clock may be ahead of this one.
      note={formatAgo(Math.min(review.askedAtMs, nowMs), nowMs)}
      actions={
        <>
          {acts.canTakeBack && !acts.canSendBack && (
            <Button size="sm" variant="quiet" onClick={() => void takeBack()}>
              {t('sopVersions.review.takeBack')}
            </Button>
          )}
          {acts.canSendBack && (
            <Button size="sm" onClick={() => setIsSendingBack(true)}>
              {t('sopVersions.review.sendBack')}
            </Button>
          )}
        </>
      }
    >
      <p ref={top} className={css['who']}>
        {whoWords(plan, review, memberId)}
      </p>
      {review.note && <blockquote className={css['note']}>{review.note}</blockquote>}
      <h3 className={css['against']}>
        {newest
          ? t('sopVersions.review.againstVersion', { number: newest.number })
          : t('sopVersions.review.firstVersion')}
      </h3>
      <DiffView
        before={newest ?? NOTHING}
        after={draftReadable(sop)}
        sopTitle={sopTitles(plan)}
        layout={newest ? 'side' : 'inline'}
      />
      {isSendingBack && (
        <SendBackDialog sop={sop} newest={newest} onClose={() => setIsSendingBack(false)} />
      )}
    </Panel>
  );
}

function whoWords(plan: Plan, review: SopReview, memberId: string): string {
  const asker = memberName(plan, review.askedById);
  if (review.reviewerId === '') return t('sopVersions.review.forAnybody', { asker });
  if (review.reviewerId === memberId && isReviewOf(review, memberId, managerIds(plan))) {
    return t('sopVersions.review.forYou', { asker });
  }
  const reviewer = memberName(plan, review.reviewerId);
  return t('sopVersions.review.forSomebody', { asker, reviewer });
}
