import { useMemo } from 'react';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { countedDays } from '#shared/deliverables/oddities';
import { openWorkOf } from '#shared/metrics/ageing';
import type { OpenWork } from '#shared/metrics/ageing';
import { overviewLines } from '#shared/metrics/overview';
import type { OverviewLine } from '#shared/metrics/overview';
import { figuresOf } from '#shared/metrics/overview-groups';
import type { OverviewFigures } from '#shared/metrics/overview-groups';
import { trendOf } from '#shared/metrics/overview-trend';
import type { Trend } from '#shared/metrics/overview-trend';
import type { DayRange } from '#shared/metrics/period';
import { sortSamples } from '#shared/metrics/samples';
import type { TermsBook } from '#shared/metrics/terms';
import { agedWork, usualCycleMs } from '#shared/metrics/usual-age';
import type { Aged } from '#shared/metrics/usual-age';
import type { Entry } from '../../data/entry.ts';
import { readWildDays } from './odd-counts.ts';
import type { OddCounts } from './odd-counts.ts';
import { wholeRange } from '../../app/parts/period/period-choice.ts';
import { openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import { useOutages } from '../../data/outages.ts';
import type { Plan } from '../../data/plan.ts';
import { samplesIn } from '../../data/rollup-cells.ts';
import { dayRange, dayRows, eachDayRow } from '../../data/rollups.ts';
import type { PackedDayRow } from '../../data/rollups.ts';
import { currentTerms } from '../../data/terms.ts';
import { memberClock, memberDays } from '../../services/work-clocks.ts';
import type { OverviewChoice } from './overview-params.ts';

export interface OverviewFacts {
  readonly range: DayRange;
  readonly lines: readonly OverviewLine[];
  readonly figures: OverviewFigures;
  readonly work: OpenWork<Entry>;
  readonly trend: Trend;
  readonly open: readonly Entry[];
  /** Work in progress with its working time beside what is usual, the furthest beyond it first. */
  readonly aged: readonly Aged<Entry>[];
  readonly terms: TermsBook;
  /** What is left out of figures. */
  readonly odd: OddCounts;
  /** Whether anything was ever completed or is open. */
  readonly hasHistory: boolean;
}

/**
 * The overview's figures from roll-ups and open work alone: no entry of the past is read. `range` null
 * is the whole history. Undefined until the first answer.
 */
export function useOverview(
  plan: Plan,
  { range, trendOutcomeId, daysBy }: Pick<OverviewChoice, 'range' | 'trendOutcomeId' | 'daysBy'>,
  today: DayKey,
  nowMs: number,
): OverviewFacts | undefined {
  const read = useLive(
    async (left) => {
      const span = await dayRange();
      const shown = range ?? wholeRange(span, today);
      const past = { fromDay: addDays(today, -USUAL_DAYS), toDay: today };
      const [rows, usual, open, wild] = await Promise.all([
        dayRows({ ...countedDays(shown, today), daysBy }, left),
        readUsual(past, left),
        openEntries(),
        readWildDays(today),
      ]);
      const hasHistory = span !== null || open.length > 0;
      return { range: shown, rows, usual, open, wild, hasHistory };
    },
    [range?.fromDay, range?.toDay, daysBy, today],
    { drawn: 'in-slices' },
  );
  const outages = useOutages();
  const isWhole = range === null;
  return useMemo(() => {
    if (!read) return undefined;
    const input = {
      members: plan.members,
      outcomes: plan.outcomes,
      clockOf: (member: Plan['members'][number]) => memberClock(member, plan.calendarById),
      daysOf: (member: Plan['members'][number]) => memberDays(member, plan.calendarById),
      joinedAtMs: plan.joinedAtMs,
      range: read.range,
      rows: read.rows,
      open: read.open,
      nowMs,
    };
    const terms = currentTerms(plan, outages);
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
      aged: agedWork(read.open, terms, read.usual, nowMs),
      terms,
      odd: { ...read.wild, count: read.rows.reduce((sum, { totals }) => sum + totals.oddCount, 0) },
      hasHistory: read.hasHistory,
    };
  }, [read, isWhole, plan, outages, trendOutcomeId, today, nowMs]);
}

/** So far back the past says how long work usually takes. */
const USUAL_DAYS = 90;

/** The usual time of each outcome's work, worked out when it is first asked for. */
async function readUsual(
  days: DayRange,
  left: AbortSignal,
): Promise<(outcomeId: string) => number | null> {
  const times = new Map<string, number[]>();
  const gather = ({ outcomeId, packed }: PackedDayRow): void => {
    const held = times.get(outcomeId) ?? [];
    held.push(...samplesIn(packed, 'cycleWorkMs'));
    times.set(outcomeId, held);
  };
  await eachDayRow(days, gather, left);
  const usual = new Map<string, number | null>();
  return (outcomeId) => {
    const known = usual.get(outcomeId);
    if (known !== undefined) return known;
    const ms = usualCycleMs({ cycleWorkMs: sortSamples(times.get(outcomeId) ?? []) });
    usual.set(outcomeId, ms);
    return ms;
  };
}

/** The whole history ends where it ends: years in which nothing was done or asked for are not drawn. */
function withoutEmptyEnd({ bucket, steps }: Trend): Trend {
  const last = steps.findLastIndex(({ count, target }) => count > 0 || target !== null);
  return { bucket, steps: steps.slice(0, last + 1) };
}
