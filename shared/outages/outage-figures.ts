import type { DayKey } from '../day.ts';
import { addDays, monthOf } from '../day.ts';
import type { DayRange } from '../metrics/period.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import { excusedByMonth, excusedSpans, standingOfOutage, workIn } from './excused-time.ts';
import type { Outage } from './outage.ts';

/** What one member's outages come to. */
export interface OutageFigures {
  /** Working ms taken out in the days asked about, in the month of today and in the one before. */
  readonly shownMs: number;
  readonly thisMonthMs: number;
  readonly lastMonthMs: number;
  /** Outages that touch the days asked about: counted ones that were seen or told, and unanswered ones. */
  readonly seenCount: number;
  readonly toldCount: number;
  readonly askedCount: number;
}

/** The figures of one member's outages by their own calendar and days. */
export function outageFigures(
  own: readonly Outage[],
  clock: WorkClock,
  days: WorkDays,
  { fromDay, toDay }: DayRange,
  today: DayKey,
): OutageFigures {
  const [fromMs, toMs] = [days.startOf(fromDay), days.startOf(addDays(toDay, 1))];
  const spans = excusedSpans(own);
  const months = new Map(
    excusedByMonth(spans, clock, days).map(({ month, workMs }) => [month, workMs]),
  );
  const thisMonth = monthOf(today);
  const shown = own.filter(
    (outage) => outage.fromMs < toMs && (outage.toMs ?? Number.POSITIVE_INFINITY) > fromMs,
  );
  const counted = shown.filter((outage) => standingOfOutage(outage) === 'counted');
  const told = counted.filter(({ seenBy }) => seenBy === 'told');
  return {
    shownMs: workIn(spans, clock, fromMs, toMs),
    thisMonthMs: months.get(thisMonth) ?? 0,
    lastMonthMs: months.get(monthOf(addDays(`${thisMonth}-01`, -1))) ?? 0,
    seenCount: counted.length - told.length,
    toldCount: told.length,
    askedCount: shown.filter((outage) => standingOfOutage(outage) === 'asked').length,
  };
}
