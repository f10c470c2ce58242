import type { DayKey } from '#shared/day';
import { isReviewOf, sopStage } from '#shared/sops/review';
import { isReviewOverdue } from '#shared/sops/review-date';
import type { Sop, SopVersion } from '#shared/sops/sop';
import type { Plan } from '../../../data/plan.ts';
import type { WhoCanRun } from '../../../data/who-can-run.ts';

/** Why somebody should look at an SOP; what somebody waits for stands before what only grows old. */
export type AttentionReason =
  | { readonly kind: 'review'; readonly askedById: string; readonly isNamed: boolean }
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'onePerson'; readonly memberId: string };

export interface AttentionItem {
  readonly sop: Sop;
  /** The weightiest first; at least one. */
  readonly reasons: readonly AttentionReason[];
}

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

const WEIGHTS: readonly AttentionReason['kind'][] = ['review', 'waiting', 'overdue', 'onePerson'];

/** The SOPs to look at: by their weightiest reason, then those with more of them, then by title. */
export function attentionItems(
  { sops }: Pick<Plan, 'sops'>,
  known: Known,
): readonly AttentionItem[] {
  return sops
    .filter(({ isArchived }) => !isArchived)
    .map((sop) => ({ sop, reasons: reasonsFor(sop, known) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weightOf(a) - weightOf(b) || b.reasons.length - a.reasons.length);
}

const weightOf = ({ reasons }: AttentionItem): number =>
  WEIGHTS.findIndex((kind) => kind === reasons[0]?.kind);

function reasonsFor(sop: Sop, known: Known): readonly AttentionReason[] {
  const count = known.waiting.get(sop.id) ?? 0;
  const who = known.whoCanRun.get(sop.id);
  return [
    ...reviewReason(sop, known),
    ...(count > 0 ? [{ kind: 'waiting' as const, count }] : []),
    ...(isReviewOverdue(sop, known.today) ? [{ kind: 'overdue' as const }] : []),
    ...(who?.test === 'onePerson' ? [{ kind: 'onePerson' as const, memberId: who.memberId }] : []),
  ];
}

function reviewReason(
  sop: Sop,
  { memberId, managerIds, newest }: Known,
): readonly AttentionReason[] {
  const { review } = sop;
  if (!review || !isReviewOf(review, memberId, managerIds)) return [];
  if (sopStage(sop, newest.get(sop.id) ?? null) !== 'inReview') return [];
  return [{ kind: 'review', askedById: review.askedById, isNamed: review.reviewerId === memberId }];
}
