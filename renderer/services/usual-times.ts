import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import type { DayTotals } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { usualCycleMs } from '#shared/metrics/usual-age';
import { dayRows } from '../data/rollups.ts';

/** So far back the member's own history says how long work usually takes. */
const HISTORY_DAYS = 60;

/** Working ms from start to completion that most of a member's work took, by outcome. */
export async function usualTimes(
  memberId: string,
  day: DayKey,
): Promise<ReadonlyMap<string, number>> {
  const rows = await dayRows({
    fromDay: addDays(day, -HISTORY_DAYS),
    toDay: day,
    memberIds: [memberId],
  });
  const byOutcome = new Map<string, DayTotals[]>();
  for (const { outcomeId, totals } of rows) {
    const held = byOutcome.get(outcomeId);
    if (held) held.push(totals);
    else byOutcome.set(outcomeId, [totals]);
  }
  const usual = new Map<string, number>();
  for (const [outcomeId, totals] of byOutcome) {
    const ms = usualCycleMs(sumTotals(totals));
    if (ms !== null) usual.set(outcomeId, ms);
  }
  return usual;
}
