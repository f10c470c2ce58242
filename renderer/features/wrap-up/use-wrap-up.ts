import { useMemo } from 'react';
import type { DailyReport } from '#shared/cadence/daily-report';
import { dailyReport } from '#shared/cadence/daily-report';
import type { DayKey } from '#shared/day';
import { addDays } from '#shared/day';
import { quantile } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import type { Member } from '#shared/plan/member';
import type { CheckInEntry } from '../../data/check-ins.ts';
import { checkIn } from '../../data/check-ins.ts';
import type { Entry } from '../../data/deliverables.ts';
import { entriesOfDay, openEntries } from '../../data/deliverables.ts';
import { useLive } from '../../data/live.ts';
import type { Plan } from '../../data/plan.ts';
import type { DayRow } from '../../data/rollups.ts';
import { dayRows } from '../../data/rollups.ts';
import { dayTargets } from '../../services/day-targets.ts';
import { outcomesOf } from '../../services/log-vocabulary.ts';
import { memberDays } from '../../services/work-clocks.ts';

/** What the wrap-up of a day is made of. */
export interface WrapUpFacts {
  readonly report: DailyReport;
  /** What was sent for the day already, if anything. */
  readonly sent: CheckInEntry | null;
}

/** So far back the member's own history says how long work usually takes … */
const HISTORY_DAYS = 60;
/** … where it holds at least this many finished pieces. */
const ENOUGH = 8;
/** Work that takes longer than this share of the past did is unusually long. */
const USUAL_QUANTILE = 0.85;

/** The day's facts out of the log, or undefined until they are read. */
export function useWrapUp(
  plan: Plan,
  member: Member,
  day: DayKey,
  nowMs: number,
): WrapUpFacts | undefined {
  const read = useLive(async () => {
    const [completed, open, history, sent] = await Promise.all([
      entriesOfDay(member.id, day),
      openEntries(member.id),
      dayRows({ fromDay: addDays(day, -HISTORY_DAYS), toDay: day, memberIds: [member.id] }),
      checkIn(member.id, day),
    ]);
    return { completed, open, history, sent: sent ?? null };
  }, [member.id, day]);
  return useMemo(() => {
    if (!read) return undefined;
    const { completed, open, history, sent } = read;
    const own = outcomesOf(plan, member.id);
    const targetOf = dayTargets(plan, member, own, day, nowMs);
    const report = dailyReport({
      day,
      dayEndsAtMs: memberDays(member, plan.calendarById).startOf(addDays(day, 1)),
      nowMs,
      outcomes: own.map(({ id }) => ({
        id,
        target: targetOf.get(id)?.whole ?? null,
        usualMs: usualMs(history, id),
      })),
      completed: oldestFirst(completed),
      open,
    });
    return { report, sent };
  }, [read, plan, member, day, nowMs]);
}

function usualMs(history: readonly DayRow[], outcomeId: string): number | null {
  const rows = history.filter((row) => row.outcomeId === outcomeId);
  const { turnaroundMs } = sumTotals(rows.map(({ totals }) => totals));
  return turnaroundMs.length < ENOUGH ? null : quantile(turnaroundMs, USUAL_QUANTILE);
}

const oldestFirst = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((a, b) => (a.completedAtMs ?? 0) - (b.completedAtMs ?? 0));
