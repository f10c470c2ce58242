import type { ReviewRef } from '#shared/cadence/review';
import { REVIEW_KINDS } from '#shared/cadence/review';
import { isDayKey } from '#shared/day';
import type { RouteParams } from '../../state/route.ts';

/** A review as the route names it. */
export const paramsOf = (ref: ReviewRef): RouteParams => ({
  kind: ref.kind,
  ...(ref.cadenceId && { cadence: ref.cadenceId }),
  ...(ref.memberId && { member: ref.memberId }),
  from: ref.fromDay,
  to: ref.toDay,
});

/** The review that a route names; null where it names none, or half of one. */
export function reviewIn(params: RouteParams): ReviewRef | null {
  const kind = REVIEW_KINDS.find((each) => each === params['kind']);
  const { cadence = '', member = '', from = '', to = '' } = params;
  if (!kind || !isDayKey(from) || !isDayKey(to) || from > to) return null;
  if ((kind === 'monthly') !== (member !== '')) return null;
  return { kind, cadenceId: cadence, memberId: member, fromDay: from, toDay: to };
}
