import type { DayKey } from '#shared/day';
import { isReviewOf, stageOf } from '#shared/sops/review';
import { isReviewOverdue } from '#shared/sops/review-date';
import type { Sop, SopVersion } from '#shared/sops/sop';
import type { WhoCanRun } from '../../../data/who-can-run.ts';
import type { Plan } from '../../../data/plan.ts';

/** Why somebody should look at an SOP; those that somebody waits for first. */
export type AttentionItem =
  | {
      readonly kind: 'review';
      readonly sop: Sop;
      readonly askedById: string;
      readonly isNamed: boolean;
    }
  | { readonly kind: 'waiting'; readonly sop: Sop; readonly count: number }
  | { readonly kind: 'overdue'; readonly sop: Sop }
  | { readonly kind: 'onePerson'; readonly sop: Sop; readonly memberId: string };

interface Known {
  readonly memberId: string;
  readonly managerIds: readonly string[];
  readonly today: DayKey;
  /** Suggestions that wait, by SOP. */
  readonly waiting: ReadonlyMap<string, number>;
  /** The newest versions of the SOPs that are in review. */
  readonly newest: ReadonlyMap<string, SopVersion>;
  readonly whoCanRun: ReadonlyMap<string, WhoCanRun>;
}

/** What there is to look at; each kind in the order of the SOPs' titles, but for reviews that are due longest. */
export function attentionItems(
  { sops }: Pick<Plan, 'sops'>,
  known: Known,
): readonly AttentionItem[] {
  const live = sops.filter(({ isArchived }) => !isArchived);
  return [
    ...live.flatMap((sop) => reviewItem(sop, known)),
    ...live.flatMap((sop): AttentionItem[] => {
      const count = known.waiting.get(sop.id) ?? 0;
      return count > 0 ? [{ kind: 'waiting', sop, count }] : [];
    }),
    ...live
      .filter((sop) => isReviewOverdue(sop, known.today))
      .toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))
      .map((sop): AttentionItem => ({ kind: 'overdue', sop })),
    ...live.flatMap((sop): AttentionItem[] => {
      const who = known.whoCanRun.get(sop.id);
      return who?.test === 'onePerson' ? [{ kind: 'onePerson', sop, memberId: who.memberId }] : [];
    }),
  ];
}

function reviewItem(sop: Sop, { memberId, managerIds, newest }: Known): readonly AttentionItem[] {
  const { review } = sop;
  if (!review || !isReviewOf(review, memberId, managerIds)) return [];
  if (stageOf(sop, newest.get(sop.id) ?? null) !== 'inReview') return [];
  const isNamed = review.reviewerId === memberId;
  return [{ kind: 'review', sop, askedById: review.askedById, isNamed }];
}
