import type { DayKey } from '#shared/day';
import { isDayKey } from '#shared/day';
import type { Standing } from '#shared/deliverables/deliverable';
import { STANDINGS } from '#shared/deliverables/deliverable';
import type { EntryFilter } from '../../data/deliverables.ts';
import type { DaysBy } from '../../data/days-by.ts';
import type { RouteParams } from '../../state/route.ts';

export type StageChoice = 'all' | 'open' | 'completed';

/** What the list is limited to, as it stands in the route: a drill-down hands it over, the bar edits it. */
export interface EntriesQuery {
  readonly memberId: string;
  readonly outcomeId: string;
  /** Empty where the range is open on that side. */
  readonly from: DayKey;
  readonly to: DayKey;
  readonly stage: StageChoice;
  /** Only open work that stands so; null where it does not limit. */
  readonly standing: Standing | null;
  readonly importId: string;
  readonly isReopened: boolean;
  /** Whose calendar days `from` and `to` are. */
  readonly daysBy: DaysBy;
}

export function queryOf(params: RouteParams): EntriesQuery {
  const standing = STANDINGS.find((each) => each === params['standing']) ?? null;
  const stage = standing ? 'open' : params['stage'];
  return {
    memberId: params['memberId'] ?? '',
    outcomeId: params['outcomeId'] ?? '',
    from: dayOr(params['from']),
    to: dayOr(params['to']),
    stage: stage === 'open' || stage === 'completed' ? stage : 'all',
    standing,
    importId: params['importId'] ?? '',
    isReopened: params['reopened'] === '1',
    daysBy: params['days'] === 'client' ? 'client' : 'member',
  };
}

export function paramsOf(query: EntriesQuery): RouteParams {
  return {
    ...(query.memberId && { memberId: query.memberId }),
    ...(query.outcomeId && { outcomeId: query.outcomeId }),
    ...(query.from && { from: query.from }),
    ...(query.to && { to: query.to }),
    ...(query.stage !== 'all' && { stage: query.stage }),
    ...(query.standing && { standing: query.standing }),
    ...(query.importId && { importId: query.importId }),
    ...(query.isReopened && { reopened: '1' }),
    ...(query.daysBy === 'client' && { days: 'client' }),
  };
}

export const filterOf = (query: EntriesQuery, text: string): EntryFilter => ({
  ...(query.memberId && { memberIds: [query.memberId] }),
  ...(query.outcomeId && { outcomeIds: [query.outcomeId] }),
  ...(query.from && { fromDay: query.from }),
  ...(query.to && { toDay: query.to }),
  daysBy: query.daysBy,
  // Days are days of completion: with them the list is of what was completed, as its totals are.
  stage: query.stage === 'all' && (query.from || query.to) ? 'completed' : query.stage,
  ...(query.standing && { standing: query.standing }),
  ...(query.importId && { importId: query.importId }),
  ...(query.isReopened && { reopenedOnly: true }),
  ...(text.trim() && { text }),
});

const dayOr = (text: string | undefined): DayKey =>
  text !== undefined && isDayKey(text) ? text : '';
