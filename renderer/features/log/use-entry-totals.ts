import type { DayTotals } from '#shared/metrics/rollup';
import { contributionOf } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { findEntries, openEntries } from '../../data/deliverables.ts';
import type { OddBy } from '../../data/find/entry-filter.ts';
import { useLive } from '../../data/live.ts';
import { dayRows } from '../../data/rollups.ts';
import type { EntriesQuery } from './entries-params.ts';
import { filterOf, isBeyondTotals } from './entries-params.ts';

export interface EntryTotals {
  /** Of what is completed; null where the list is too long to add up and no roll-up has its filter. */
  readonly completed: DayTotals | null;
  /** Open pieces of work; null where the list is of completed work only. */
  readonly openCount: number | null;
}

/** Lists up to here are added up entry by entry where no roll-up knows their filter. */
const ADDED_UP = 2_000;
const FIRST_DAY = '0000-01-01';

/** The figures above the list: out of the roll-ups wherever they know the filter, so that both agree. */
export function useEntryTotals(
  query: EntriesQuery,
  text: string,
  odd: OddBy,
): EntryTotals | undefined {
  return useLive(
    async () => ({
      completed: query.stage === 'open' ? null : await completedTotals(query, text, odd),
      openCount: isOnlyCompleted(query) ? null : await openCount(query, text, odd),
    }),
    [JSON.stringify(query), text, JSON.stringify(odd)],
  );
}

const isOnlyCompleted = ({ stage, from, to }: EntriesQuery): boolean =>
  stage === 'completed' || (stage === 'all' && (from !== '' || to !== ''));

async function completedTotals(
  query: EntriesQuery,
  text: string,
  odd: OddBy,
): Promise<DayTotals | null> {
  if (text.trim() === '' && !isBeyondTotals(query)) {
    const rows = await dayRows({
      fromDay: query.from || FIRST_DAY,
      // A day that has not come is in no figure.
      toDay: query.to !== '' && query.to < odd.lastDay ? query.to : odd.lastDay,
      daysBy: query.daysBy,
      ...(query.memberIds.length > 0 && { memberIds: query.memberIds }),
      ...(query.outcomeIds.length > 0 && { outcomeIds: query.outcomeIds }),
    });
    return sumTotals(rows.map(({ totals }) => totals));
  }
  const filter = { ...filterOf(query, text, odd), stage: 'completed' as const };
  const { entries, total } = await findEntries(filter, ADDED_UP);
  if (total > ADDED_UP) return null;
  const counted = entries.filter(({ day }) => day <= odd.lastDay);
  return sumTotals(counted.flatMap((entry) => contributionOf(entry, odd.currencies)?.totals ?? []));
}

async function openCount(query: EntriesQuery, text: string, odd: OddBy): Promise<number> {
  if (
    text.trim() !== '' ||
    query.importId !== '' ||
    query.isReopened ||
    query.isOdd ||
    query.standing
  ) {
    return (await findEntries({ ...filterOf(query, text, odd), stage: 'open' }, 0)).total;
  }
  const { memberIds, outcomeIds } = query;
  const open = await openEntries(memberIds.length === 1 ? memberIds[0] : undefined);
  return open.filter(
    ({ memberId, outcomeId }) =>
      (memberIds.length === 0 || memberIds.includes(memberId)) &&
      (outcomeIds.length === 0 || outcomeIds.includes(outcomeId)),
  ).length;
}
