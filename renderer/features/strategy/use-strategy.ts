import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
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
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import type { DayRow } from '../../data/rollups.ts';
import { dayRows } from '../../data/rollups.ts';

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
  const rows = useLive(
    async () => ({ quarter, rows: await dayRows(quarterDays(quarter)) }),
    [quarter],
  );
  const totals = useMemo(() => rows && totalsByOutcome(rows.rows), [rows]);
  return useMemo(() => {
    // While the next quarter is read, the last one's rows are still at hand: they are not this one's.
    if (!rows || !totals || rows.quarter !== quarter) return undefined;
    const cascade = cascadeOf(plan, quarter);
    return {
      cascade,
      rows: rows.rows,
      progress: strategyProgress(cascade, { days: quarterDays(quarter), today, totals }),
      share: shareWithoutKeyResult(rows.rows, plan),
      withoutOutcome: prioritiesWithoutOutcome(cascade),
      unowned: unownedIn(cascade, plan.memberById),
    };
  }, [plan, quarter, today, rows, totals]);
}
