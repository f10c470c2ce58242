import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { quantile } from '#shared/metrics/rollup';
import type { DayTotals } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { dayRows } from '../data/rollups.ts';

/** So far back the member's own history says how long work usually takes … */
const HISTORY_DAYS = 60;
/** … where it holds at least this many finished pieces. */
const ENOUGH = 8;
/** Most of it was done within this. */
const USUAL_QUANTILE = 0.85;

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
    const { cycleWorkMs } = sumTotals(totals);
    const ms = cycleWorkMs.length < ENOUGH ? null : quantile(cycleWorkMs, USUAL_QUANTILE);
    if (ms !== null) usual.set(outcomeId, ms);
  }
  return usual;
}
