import { daysBetween } from '#shared/day';
import type { DayKey } from '#shared/day';
import type { FigureFilter, Grouping } from '#shared/metrics/insights/group-by';
import { GROUPINGS } from '#shared/metrics/insights/group-by';
import type { Bucket, DayRange } from '#shared/metrics/period';
import { PERIODS } from '#shared/plan/outcome';
import type { PeriodChoice } from '../../app/parts/period/period-choice.ts';
import { periodFrom, periodParams } from '../../app/parts/period/period-choice.ts';
import type { RouteParams } from '../../state/route.ts';

export const INSIGHTS_TABS = ['output', 'flow', 'promises', 'quality', 'value'] as const;
export type InsightsTab = (typeof INSIGHTS_TABS)[number];

/** What the shown days are held against: those before them, the same a year earlier, or nothing. */
export const COMPARISONS = ['before', 'yearBefore', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What Insights shows, as it stands in the route and in saved views. */
export interface InsightsChoice extends PeriodChoice, FigureFilter {
  readonly tab: InsightsTab;
  readonly by: Grouping;
  /** How the days are cut; null where their number says. */
  readonly bucket: Bucket | null;
  readonly against: Comparison;
}

export function choiceFrom(params: RouteParams, today: DayKey): InsightsChoice {
  return {
    ...periodFrom(params, today, 'quarter'),
    tab: INSIGHTS_TABS.find((each) => each === params['tab']) ?? 'output',
    by: GROUPINGS.find((each) => each === params['by']) ?? 'member',
    bucket: PERIODS.find((each) => each === params['in']) ?? null,
    against: COMPARISONS.find((each) => each === params['vs']) ?? 'before',
    memberIds: idsFrom(params['members']),
    outcomeIds: idsFrom(params['outcomes']),
    clientIds: idsFrom(params['clients']),
    keyResultIds: idsFrom(params['results']),
  };
}

export const paramsFrom = (choice: InsightsChoice): RouteParams => ({
  ...(choice.tab !== 'output' && { tab: choice.tab }),
  ...periodParams(choice),
  ...(choice.by !== 'member' && { by: choice.by }),
  ...(choice.bucket && { in: choice.bucket }),
  ...(choice.against !== 'before' && { vs: choice.against }),
  ...(choice.memberIds.length > 0 && { members: choice.memberIds.join() }),
  ...(choice.outcomeIds.length > 0 && { outcomes: choice.outcomeIds.join() }),
  ...(choice.clientIds.length > 0 && { clients: choice.clientIds.join() }),
  ...(choice.keyResultIds.length > 0 && { results: choice.keyResultIds.join() }),
});

/**
 * What a saved view keeps. Days that hold today are not named: "this week" is another week whenever it
 * is opened.
 */
export function keptParams(choice: InsightsChoice, today: DayKey): RouteParams {
  const { from, to, ...kept } = paramsFrom(choice);
  const { kind, range } = choice;
  const isNow = range !== null && range.fromDay <= today && today <= range.toDay;
  if (kind === 'all' || (kind !== 'custom' && isNow)) return kept;
  return { ...kept, ...(from && { from }), ...(to && { to }) };
}

/** Beyond so many columns nobody reads across. */
const MOST_BUCKETS = 130;
const BUCKET_DAYS: Readonly<Record<Bucket, number>> = { day: 1, week: 7, month: 28, quarter: 90 };

/** How days may be cut: not so finely that there are hundreds of parts. */
export function bucketsOffered({ fromDay, toDay }: DayRange): readonly Bucket[] {
  const days = daysBetween(fromDay, toDay) + 1;
  return PERIODS.filter(
    (bucket) => bucket === 'quarter' || days / BUCKET_DAYS[bucket] <= MOST_BUCKETS,
  );
}

/** Weeks for a quarter, days for a week or a month: unless it was chosen otherwise and can be. */
export function bucketIn(range: DayRange, chosen: Bucket | null): Bucket {
  const offered = bucketsOffered(range);
  if (chosen && offered.includes(chosen)) return chosen;
  const days = daysBetween(range.fromDay, range.toDay) + 1;
  if (days <= DAYS_AT_MOST) return 'day';
  return days <= WEEKS_AT_MOST_DAYS ? 'week' : 'month';
}

const DAYS_AT_MOST = 45;
const WEEKS_AT_MOST_DAYS = 548;

const idsFrom = (text: string | undefined): readonly string[] =>
  text ? text.split(',').filter(Boolean) : [];
