import type { DayKey } from '#shared/day';
import { isDayKey } from '#shared/day';
import type { Standing } from '#shared/deliverables/deliverable';
import { STANDINGS } from '#shared/deliverables/deliverable';
import type { EntryFilter } from '../../data/deliverables.ts';
import type { OddBy } from '../../data/find/entry-filter.ts';
import type { DaysBy } from '../../data/days-by.ts';
import { now } from '../../services/clock.ts';
import type { RouteParams } from '../../state/route.ts';

export type StageChoice = 'all' | 'open' | 'completed';

/** What the list is limited to, as it stands in the route: a drill-down hands it over, the bar edits it. */
export interface EntriesQuery {
  /** Whose; everybody's where it is empty. */
  readonly memberIds: readonly string[];
  readonly outcomeIds: readonly string[];
  /** Empty where the range is open on that side. */
  readonly from: DayKey;
  readonly to: DayKey;
  readonly stage: StageChoice;
  /** Only open work that stands so; null where it does not limit. */
  readonly standing: Standing | null;
  readonly importId: string;
  readonly isReopened: boolean;
  /** Only what was returned or reopened. */
  readonly isReworked: boolean;
  /** Only what a promise was broken to. */
  readonly isLate: boolean;
  /** Only what cannot be right. */
  readonly isOdd: boolean;
  /** Whose calendar days `from` and `to` are. */
  readonly daysBy: DaysBy;
}

export function queryOf(params: RouteParams): EntriesQuery {
  const standing = STANDINGS.find((each) => each === params['standing']) ?? null;
  const stage = standing ? 'open' : params['stage'];
  return {
    memberIds: idsOf(params['memberId']),
    outcomeIds: idsOf(params['outcomeId']),
    from: dayOr(params['from']),
    to: dayOr(params['to']),
    stage: stage === 'open' || stage === 'completed' ? stage : 'all',
    standing,
    importId: params['importId'] ?? '',
    isReopened: params['reopened'] === '1',
    isReworked: params['reworked'] === '1',
    isOdd: params['odd'] === '1',
    isLate: params['late'] === '1',
    daysBy: params['days'] === 'client' ? 'client' : 'member',
  };
}

export function paramsOf(query: EntriesQuery): RouteParams {
  return {
    ...(query.memberIds.length > 0 && { memberId: query.memberIds.join() }),
    ...(query.outcomeIds.length > 0 && { outcomeId: query.outcomeIds.join() }),
    ...(query.from && { from: query.from }),
    ...(query.to && { to: query.to }),
    ...(query.stage !== 'all' && { stage: query.stage }),
    ...(query.standing && { standing: query.standing }),
    ...(query.importId && { importId: query.importId }),
    ...(query.isReopened && { reopened: '1' }),
    ...(query.isReworked && { reworked: '1' }),
    ...(query.isOdd && { odd: '1' }),
    ...(query.isLate && { late: '1' }),
    ...(query.daysBy === 'client' && { days: 'client' }),
  };
}

/** `odd` says by what an entry is odd now. */
export const filterOf = (query: EntriesQuery, text: string, odd: OddBy): EntryFilter => ({
  ...(query.memberIds.length > 0 && { memberIds: query.memberIds }),
  ...(query.outcomeIds.length > 0 && { outcomeIds: query.outcomeIds }),
  ...(query.from && { fromDay: query.from }),
  ...(query.to && { toDay: query.to }),
  daysBy: query.daysBy,
  // Days are days of completion: with them the list is of what was completed, as its totals are.
  stage: query.stage === 'all' && (query.from || query.to) ? 'completed' : query.stage,
  ...(query.standing && { standing: query.standing }),
  ...(query.importId && { importId: query.importId }),
  ...(query.isReopened && { reopenedOnly: true }),
  ...(query.isReworked && { reworkedOnly: true }),
  ...(query.isLate && { lateAtMs: wholeMinute(now()) }),
  ...(query.isOdd && { odd }),
  ...(text.trim() && { text }),
});

const MINUTE_MS = 60_000;

/** The same question all the while that it is asked. */
const wholeMinute = (ms: number): number => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

const dayOr = (text: string | undefined): DayKey =>
  text !== undefined && isDayKey(text) ? text : '';

/** Several ids are one parameter. */
const idsOf = (text = ''): readonly string[] => text.split(',').filter(Boolean);

/** Whether the query asks for more than roll-ups tell: then entries are added up one by one. */
export const isBeyondTotals = (query: EntriesQuery): boolean =>
  query.importId !== '' || query.isReopened || query.isReworked || query.isOdd || query.isLate;
