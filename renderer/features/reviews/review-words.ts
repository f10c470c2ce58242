import type { ReviewRef } from '#shared/cadence/review';
import { monthOf } from '#shared/day';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatMonth } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** `Mon 16 Nov – Sun 22 Nov 2026`, `October 2026` */
export const daysWords = ({
  kind,
  fromDay,
  toDay,
}: Pick<ReviewRef, 'kind' | 'fromDay' | 'toDay'>) =>
  kind === 'weekly'
    ? t('reviews.of.week', { from: formatDay(fromDay), to: formatDay(toDay, 'dated') })
    : formatMonth(monthOf(fromDay));

/** Whose reviews they are: the cadence's name, the team, or the member. */
export function whoseWords(
  { cadenceId, memberId }: Pick<ReviewRef, 'cadenceId' | 'memberId'>,
  plan: Plan,
): string {
  if (memberId !== '') return plan.memberById.get(memberId)?.name ?? t('reviews.gone');
  return plan.cadences.find(({ id }) => id === cadenceId)?.name || t('reviews.team');
}

/** `Weekly review, Team` */
export const reviewWords = (ref: ReviewRef, plan: Plan): string =>
  `${t(`reviews.kind.${ref.kind}`)}, ${whoseWords(ref, plan)}`;
