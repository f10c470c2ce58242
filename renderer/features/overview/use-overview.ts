import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { openWorkOf } from '#shared/metrics/ageing';
import type { OpenWork } from '#shared/metrics/ageing';
import { overviewLines } from '#shared/metrics/overview';
import type { OverviewLine } from '#shared/metrics/overview';
import { figuresOf } from '#shared/metrics/overview-groups';
import type { OverviewFigures } from '#shared/metrics/overview-groups';
import { trendOf } from '#shared/metrics/overview-trend';
import type { Trend } from '#shared/metrics/overview-trend';
import type { DayRange } from '#shared/metrics/period';
import type { TermsBook } from '#shared/metrics/terms';
import type { Entry } from '../../data/entry.ts';
import { openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import { dayRange, dayRows } from '../../data/rollups.ts';
import { currentTerms } from '../../data/terms.ts';
import { memberClock, memberDays } from '../../services/work-clocks.ts';
import { wholeRange } from './overview-params.ts';

export interface OverviewFacts {
  readonly range: DayRange;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly work: OpenWork<Entry>;
  readonly trend: Trend;
  readonly open: readonly Entry[];
  readonly terms: TermsBook;
  /** Whether anything was ever completed or is open. */
  readonly hasHistory: boolean;
}

/**
 * The overview's figures from roll-ups and open work alone: no entry of the past is read. `range` null
 * is the whole history. Undefined until the first answer.
 */
export function useOverview(
  plan: Plan,
  range: DayRange | null,
  trendOutcomeId: string,
  today: DayKey,
  nowMs: number,
): OverviewFacts | undefined {
  const read = useLive(async () => {
    const span = await dayRange();
    const shown = range ?? wholeRange(span, today);
    const [rows, open] = await Promise.all([dayRows(shown), openEntries()]);
    return { range: shown, rows, open, hasHistory: span !== null || open.length > 0 };
  }, [range?.fromDay, range?.toDay, today]);
  const isWhole = range === null;
  return useMemo(() => {
    if (!read) return undefined;
    const input = {
      members: plan.members,
      outcomes: plan.outcomes,
      clockOf: (member: Plan['members'][number]) => memberClock(member, plan.calendarById),
      daysOf: (member: Plan['members'][number]) => memberDays(member, plan.calendarById),
      range: read.range,
      rows: read.rows,
      open: read.open,
      nowMs,
    };
    const lines = overviewLines(input);
    const trendInput = trendOutcomeId
      ? {
          ...input,
          rows: read.rows.filter((row) => row.outcomeId === trendOutcomeId),
          outcomes: plan.outcomes.filter((outcome) => outcome.id === trendOutcomeId),
        }
      : input;
    const trend = trendOf(trendInput, today > read.range.toDay ? read.range.toDay : today);
    return {
      range: read.range,
      lines,
      figures: figuresOf(lines),
      work: openWorkOf(read.open),
      trend: isWhole ? withoutEmptyEnd(trend) : trend,
      open: read.open,
      terms: currentTerms(plan),
      hasHistory: read.hasHistory,
    };
  }, [read, isWhole, plan, trendOutcomeId, today, nowMs]);
}

/** The whole history ends where it ends: years in which nothing was done or asked for are not drawn. */
function withoutEmptyEnd({ bucket, steps }: Trend): Trend {
  const last = steps.findLastIndex(({ count, target }) => count > 0 || target !== null);
  return { bucket, steps: steps.slice(0, last + 1) };
}
