import type { DayRange } from '#shared/metrics/period';
import type { Proportion } from '#shared/metrics/wilson';
import type { SampleScope } from '#shared/quality/quality-sample';
import type { Plan } from '../../data/plan.ts';
import { formatDay, formatRatioSpan } from '../../i18n/format.ts';
import { t } from '../../i18n/text.ts';

/** `9 Nov 2026 – 15 Nov 2026`; of one day the day. */
export const rangeText = ({ fromDay, toDay }: DayRange): string =>
  fromDay === toDay
    ? formatDay(fromDay, 'dated')
    : t('quality.range', { from: formatDay(fromDay, 'dated'), to: formatDay(toDay, 'dated') });

/** `92.1–97.4%` */
export const intervalText = (share: Proportion): string =>
  t('quality.interval', formatRatioSpan(share));

/** `Joanna Salcedo, Product uploads` */
export const scopeText = (plan: Plan, { memberIds, outcomeIds }: SampleScope): string =>
  t('quality.scope', {
    who:
      memberIds.length === 0
        ? t('quality.everybody')
        : namesOf(memberIds, plan.memberById, 'someMembers'),
    what:
      outcomeIds.length === 0
        ? t('quality.allOutcomes')
        : namesOf(outcomeIds, plan.outcomeById, 'someOutcomes'),
  });

/** So many are named; more are counted. */
const NAMED = 2;

function namesOf(
  ids: readonly string[],
  byId: ReadonlyMap<string, { readonly name: string }>,
  counted: 'someMembers' | 'someOutcomes',
): string {
  if (ids.length > NAMED) return t(`quality.${counted}`, { count: ids.length });
  return ids.map((id) => byId.get(id)?.name ?? '').join(', ');
}
