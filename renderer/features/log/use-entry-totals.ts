import type { DayTotals } from '#shared/metrics/rollup';
import { contributionOf } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { findEntries, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { dayRows } from '../../data/rollups.ts';
import type { EntriesQuery } from './entries-params.ts';
import { filterOf } from './entries-params.ts';

export interface EntryTotals {
  /** Of what is completed; null where the list is too long to add up and no roll-up has its filter. */
  readonly completed: DayTotals | null;
  /** Open pieces of work; null where the list is of completed work only. */
  readonly openCount: number | null;
}

/** Lists up to here are added up entry by entry where no roll-up knows their filter. */
const ADDED_UP = 2_000;
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** The figures above the list: out of the roll-ups wherever they know the filter, so that both agree. */
export function useEntryTotals(query: EntriesQuery, text: string): EntryTotals | undefined {
  return useLive(
    async () => ({
      completed: query.stage === 'open' ? null : await completedTotals(query, text),
      openCount: isOnlyCompleted(query) ? null : await openCount(query, text),
    }),
    [JSON.stringify(query), text],
  );
}

const isOnlyCompleted = ({ stage, from, to }: EntriesQuery): boolean =>
  stage === 'completed' || (stage === 'all' && (from !== '' || to !== ''));

async function completedTotals(query: EntriesQuery, text: string): Promise<DayTotals | null> {
  if (text.trim() === '' && query.importId === '' && !query.isReopened) {
    const rows = await dayRows({
      fromDay: query.from || FIRST_DAY,
      toDay: query.to || LAST_DAY,
      ...(query.memberId && { memberIds: [query.memberId] }),
      ...(query.outcomeId && { outcomeIds: [query.outcomeId] }),
    });
    return sumTotals(rows.map(({ totals }) => totals));
  }
  const filter = { ...filterOf(query, text), stage: 'completed' as const };
  const { entries, total } = await findEntries(filter, ADDED_UP);
  if (total > ADDED_UP) return null;
  return sumTotals(entries.flatMap((entry) => contributionOf(entry)?.totals ?? []));
}

async function openCount(query: EntriesQuery, text: string): Promise<number> {
  if (text.trim() !== '' || query.importId !== '' || query.isReopened || query.standing) {
    return (await findEntries({ ...filterOf(query, text), stage: 'open' }, 0)).total;
  }
  const open = await openEntries(query.memberId || undefined);
  return open.filter(({ outcomeId }) => query.outcomeId === '' || outcomeId === query.outcomeId)
    .length;
}
