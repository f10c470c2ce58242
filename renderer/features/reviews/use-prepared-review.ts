import { useMemo } from 'react';
import type { ReviewAction } from '#shared/cadence/review-action';
import type { ReviewRef } from '#shared/cadence/review';
import { reviewId } from '#shared/cadence/review';
import type { ReviewFigures } from '#shared/cadence/review-figures';
import { dayIn } from '#shared/day';
import type { Member } from '#shared/plan/member';
import { useLive } from '../../data/live.ts';
import { useOpenEntries } from '../../data/open-work.ts';
import { useOutages } from '../../data/outages.ts';
import type { Plan } from '../../data/plan.ts';
import { useNow } from '../../state/use-now.ts';
import { readForReview } from './review-reading.ts';
import { reviewFiguresOf, reviewedIds } from './review-sources.ts';

export interface PreparedReview {
  readonly figures: ReviewFigures;
  /** Last time's, to go through. */
  readonly actions: readonly ReviewAction[];
}

/** A review as it stands now; undefined until what it is prepared from has been read. */
export function usePreparedReview(
  plan: Plan,
  viewer: Member,
  ref: ReviewRef,
): PreparedReview | undefined {
  const nowMs = useNow();
  const today = dayIn(viewer.timeZone, nowMs);
  const id = reviewId(ref);
  const cadence = plan.cadences.find((each) => each.id === ref.cadenceId);
  const memberIds = reviewedIds(ref, cadence, plan);
  const reading = useLive(
    async () => ({ id, ...(await readForReview(ref, memberIds, today)) }),
    [id, ref.toDay, memberIds?.join('|'), today],
  );
  const open = useOpenEntries();
  const outages = useOutages();
  return useMemo(() => {
    if (reading?.id !== id || !open) return undefined;
    const input = { ref, plan, viewer, reading, open, outages, nowMs };
    return { figures: reviewFiguresOf(input), actions: reading.actions };
    // oxlint-disable-next-line react/exhaustive-deps -- a review is named by its id
  }, [id, ref.toDay, plan, viewer, reading, open, outages, nowMs]);
}
