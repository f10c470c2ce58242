import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { countedDays } from '#shared/deliverables/oddities';
import { openSla } from '#shared/metrics/compliance';
import {
  shareWithoutKeyResult,
  unownedIn,
  prioritiesWithoutOutcome,
} from '#shared/metrics/strategy-gaps';
import type { ShareWithoutKeyResult } from '#shared/metrics/strategy-gaps';
import { strategyProgress, totalsByOutcome } from '#shared/metrics/strategy';
import type { StrategyProgress } from '#shared/metrics/strategy';
import { cascadeOf } from '#shared/plan/cascade';
import type { Cascade, CascadeNode, PriorityNode } from '#shared/plan/cascade';
import { quarterDays } from '#shared/plan/priority';
import type { QuarterKey } from '#shared/plan/priority';
import { openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import type { DayRow } from '../../data/rollups.ts';
import { dayRows } from '../../data/rollups.ts';
import { currentTerms } from '../../data/terms.ts';
import { useNow } from '../../state/use-now.ts';

/** A quarter's strategy with what the log says about it. */
export interface Strategy {
  readonly cascade: Cascade;
  /** What was completed in the quarter, by member, outcome and day. */
  readonly rows: readonly DayRow[];
  readonly progress: StrategyProgress;
  readonly share: ShareWithoutKeyResult;
  readonly withoutOutcome: readonly PriorityNode[];
  readonly unowned: readonly CascadeNode[];
}

/** Undefined until the quarter's roll-ups have been read. */
export function useStrategy(plan: Plan, quarter: QuarterKey, today: DayKey): Strategy | undefined {
  const nowMs = useNow();
  const read = useLive(async () => await readQuarter(plan, quarter, today), [plan, quarter, today]);
  const totals = useMemo(() => read && totalsByOutcome(read.rows), [read]);
  return useMemo(() => {
    // While another quarter is read, the last one's rows are still at hand: they are not this one's.
    if (!read || !totals || read.quarter !== quarter) return undefined;
    const cascade = cascadeOf(plan, quarter);
    const overdueOf = (ids: ReadonlySet<string>) =>
      openSla(
        read.open.filter(({ outcomeId }) => ids.has(outcomeId)),
        currentTerms(plan),
        nowMs,
      );
    const days = quarterDays(quarter);
    return {
      cascade,
      rows: read.rows,
      progress: strategyProgress(cascade, { days, today, totals, overdueOf }),
      share: shareWithoutKeyResult(read.rows, plan),
      withoutOutcome: prioritiesWithoutOutcome(cascade),
      unowned: unownedIn(cascade, plan.memberById),
    };
  }, [plan, quarter, today, nowMs, read, totals]);
}

/** The roll-ups of a quarter, and the open work that promises of a running one are broken by. */
async function readQuarter(plan: Plan, quarter: QuarterKey, today: DayKey) {
  const days = quarterDays(quarter);
  const isRunning = days.fromDay <= today && today <= days.toDay;
  const isPromised = plan.keyResults.some(
    ({ source }) => source.kind === 'measure' && source.measure === 'slaCompliance',
  );
  const [rows, open] = await Promise.all([
    dayRows(countedDays(days, today)),
    isRunning && isPromised ? openEntries() : [],
  ]);
  return { quarter, rows, open };
}
