import { useMemo } from 'react';
import { isReviewOf, sopStage } from '#shared/sops/review';
import type { Sop } from '#shared/sops/sop';
import { useLive } from '../../../data/live.ts';
import type { Plan } from '../../../data/plan.ts';
import { latestVersions } from '../../../data/sops.ts';
import { t } from '../../../i18n/text.ts';
import { managerIds } from '../../../services/managers.ts';
import { go } from '../../../state/route.ts';
import { useSession } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Callout } from '../../../ui/callout.tsx';
import css from './reviews-waiting.module.css';

/** The drafts that wait for whoever looks; nothing where none does. */
export function ReviewsWaiting({ plan }: { readonly plan: Plan }) {
  const memberId = useSession((session) => session.memberId);
  const asked = useMemo(
    () =>
      plan.sops.filter(
        ({ review, isArchived }) =>
          review !== null && !isArchived && isReviewOf(review, memberId, managerIds(plan)),
      ),
    [plan, memberId],
  );
  // Most days nobody asks: then no version is read.
  return asked.length > 0 ? <Waiting asked={asked} /> : null;
}

function Waiting({ asked }: { readonly asked: readonly Sop[] }) {
  const versions = useLive(latestVersions, []);
  if (!versions) return null;
  const newest = new Map(versions.map((version) => [version.sopId, version]));
  const waiting = asked.filter((sop) => sopStage(sop, newest.get(sop.id) ?? null) === 'inReview');
  if (waiting.length === 0) return null;
  return (
    <Callout tone="accent" title={t('sopVersions.review.waiting', { count: waiting.length })}>
      <span className={css['list']}>
        {waiting.map(({ id, title }) => (
          <Button
            key={id}
            size="sm"
            aria-label={t('sopVersions.review.read', { title })}
            onClick={() => go('sops', { sopId: id })}
          >
            {title || t('sops.untitled')}
          </Button>
        ))}
      </span>
    </Callout>
  );
}
