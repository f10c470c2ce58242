import type { ReviewFigures } from '#shared/cadence/review-figures';
import type { DrillPeriod } from '../../../app/parts/drill-down.ts';
import { go } from '../../../state/route.ts';

/** The days behind a review's figures, as drill-downs are asked for them. */
export const periodOf = ({ kind, fromDay, toDay }: ReviewFigures): DrillPeriod => ({
  kind: kind === 'weekly' ? 'week' : 'month',
  range: { fromDay, toDay },
  daysBy: 'member',
});

/** Opens one piece of open work among its entries. */
export const openWork = (work: {
  readonly id: string;
  readonly memberId: string;
  readonly outcomeId: string;
}): void =>
  go('entries', {
    memberId: work.memberId,
    outcomeId: work.outcomeId,
    stage: 'all',
    entryId: work.id,
  });
