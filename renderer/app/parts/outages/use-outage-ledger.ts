import { useMemo } from 'react';
import type { MonthKey } from '#shared/day';
import { monthOf } from '#shared/day';
import { excusedByMonth, excusedSpans, standingOfOutage } from '#shared/outages/excused-time';
import type { Member } from '#shared/plan/member';
import type { OutageEntry } from '../../../data/outages.ts';
import { useOutages } from '../../../data/outages.ts';
import type { Plan } from '../../../data/plan.ts';
import { memberClock, memberDays } from '../../../services/work-clocks.ts';

/** An outage with what of it was working time by the member's own calendar. */
export interface LedgerLine {
  readonly outage: OutageEntry;
  /** Ms so far where it still lasts. */
  readonly lengthMs: number;
  readonly workMs: number;
}

export interface OutageLedger {
  readonly lines: readonly LedgerLine[];
  /** The latest first. Overlaps count once. */
  readonly months: readonly {
    readonly month: MonthKey;
    readonly workMs: number;
    /** Outages that counted and began in it. */
    readonly count: number;
  }[];
}

/** A member's outages, the latest first, with month totals; undefined until they have been read. */
export function useOutageLedger(
  plan: Plan,
  member: Member,
  nowMs: number,
): OutageLedger | undefined {
  const outages = useOutages();
  return useMemo(() => {
    if (!outages) return undefined;
    const own = outages.filter(({ memberId }) => memberId === member.id);
    const clock = memberClock(member, plan.calendarById);
    const days = memberDays(member, plan.calendarById);
    const counted = own.filter((outage) => standingOfOutage(outage) === 'counted');
    const begun = counted.map(({ fromMs }) => monthOf(days.dayAt(fromMs)));
    return {
      lines: own.map((outage) => {
        const endMs = outage.toMs ?? Math.max(nowMs, outage.fromMs);
        return {
          outage,
          lengthMs: endMs - outage.fromMs,
          workMs: clock.between(outage.fromMs, endMs),
        };
      }),
      months: excusedByMonth(excusedSpans(own), clock, days).map(({ month, workMs }) => ({
        month,
        workMs,
        count: begun.filter((each) => each === month).length,
      })),
    };
  }, [outages, plan, member, nowMs]);
}
