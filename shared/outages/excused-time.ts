import type { DayKey, MonthKey } from '../day.ts';
import { addDays, monthOf } from '../day.ts';
import { clip, unite } from '../worktime/spans.ts';
import type { Span } from '../worktime/spans.ts';
import type { WorkClock } from '../worktime/work-clock.ts';
import type { WorkDays } from '../worktime/work-days.ts';
import type { Outage } from './outage.ts';
import { LONGEST_OUTAGE_MS } from './outage.ts';

/**
 * `counted`: it excuses. `lasting`: it will once it is over. `asked`: the program cannot tell, and the
 * member has not said. `dismissed`: the member says it was none. `tooLong`: an absence, which no one
 * calls an outage.
 */
export type OutageStanding = 'counted' | 'lasting' | 'asked' | 'dismissed' | 'tooLong';

/**
 * Whether an outage excuses. What leaves no doubt counts unless the member dismisses it; what could be
 * something else, and what only the member knows of, counts once the member says that it was one.
 */
export function standingOfOutage({ fromMs, toMs, isSure, verdict }: Outage): OutageStanding {
  if (verdict === 'none') return 'dismissed';
  if (toMs === null) return 'lasting';
  if (toMs - fromMs > LONGEST_OUTAGE_MS) return 'tooLong';
  return isSure || verdict === 'outage' ? 'counted' : 'asked';
}

/** What excuses, as sorted stretches apart from each other: gaps of several devices and kinds overlap. */
export const excusedSpans = (outages: Iterable<Outage>): readonly Span[] =>
  unite(
    [...outages].flatMap((outage) => {
      const { fromMs, toMs } = outage;
      return standingOfOutage(outage) === 'counted' && toMs !== null
        ? [{ from: fromMs, to: toMs }]
        : [];
    }),
  );

/** The stretches that excuse of each member who has any. */
export function excusedSpansByMember(
  outages: Iterable<Outage>,
): ReadonlyMap<string, readonly Span[]> {
  const byMember = new Map<string, Outage[]>();
  for (const outage of outages) {
    const own = byMember.get(outage.memberId);
    if (own) own.push(outage);
    else byMember.set(outage.memberId, [outage]);
  }
  return new Map(
    [...byMember].flatMap(([memberId, own]) => {
      const spans = excusedSpans(own);
      return spans.length > 0 ? [[memberId, spans] as const] : [];
    }),
  );
}

/** Working ms of stretches that are united already, within two instants. */
export const workIn = (
  spans: readonly Span[],
  clock: WorkClock,
  fromMs: number,
  toMs: number,
): number =>
  clip(spans, fromMs, toMs).reduce((sum, { from, to }) => sum + clock.between(from, to), 0);

/** Working ms of what excuses in each month of the member's own days, latest first; months without are left out. */
export function excusedByMonth(
  spans: readonly Span[],
  clock: WorkClock,
  days: WorkDays,
): readonly { readonly month: MonthKey; readonly workMs: number }[] {
  const sums = new Map<MonthKey, number>();
  for (const { from, to } of spans) {
    for (let at = from; at < to;) {
      const month = monthOf(days.dayAt(at));
      const endMs = days.startOf(firstDayAfter(month));
      const until = endMs > at ? Math.min(to, endMs) : to;
      sums.set(month, (sums.get(month) ?? 0) + clock.between(at, until));
      at = until;
    }
  }
  return [...sums]
    .map(([month, workMs]) => ({ month, workMs }))
    .filter(({ workMs }) => workMs > 0)
    .toSorted((a, b) => (a.month < b.month ? 1 : -1));
}

const firstDayAfter = (month: MonthKey): DayKey => `${monthOf(addDays(`${month}-28`, 4))}-01`;
