import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { DayFigures } from '#shared/metrics/overview';
import { addTotals, contributionOf } from '#shared/metrics/rollup';
import { officeHours } from '#shared/plan/calendar';
import type { Calendar } from '#shared/plan/calendar';
import { memberFrom } from '#shared/plan/member';
import type { Member } from '#shared/plan/member';
import { outcomeFrom } from '#shared/plan/outcome';
import type { Outcome } from '#shared/plan/outcome';
import type { Fields } from '#shared/stream/change';
import { workClock } from '#shared/worktime/work-clock';
import type { WorkClock } from '#shared/worktime/work-clock';
import { workDays } from '#shared/worktime/work-days';
import type { WorkDays } from '#shared/worktime/work-days';

const STAMP = '0'.repeat(16);

export const member = (id: string, fields: Fields = {}): Member =>
  memberFrom({
    audience: 'team',
    type: 'member',
    id,
    fields: { name: id, timeZone: 'Asia/Manila', ...fields },
    stamp: STAMP,
  });

/** An outcome with a daily quantity target. */
export const outcome = (
  id: string,
  memberIds: string[],
  target: number,
  fields: Fields = {},
): Outcome =>
  outcomeFrom({
    audience: 'team',
    type: 'outcome',
    id,
    fields: {
      name: id,
      memberIds,
      measures:
        target > 0 ? [{ kind: 'quantity', direction: 'atLeast', target, period: 'day' }] : [],
      ...fields,
    },
    stamp: STAMP,
  });

export const deliverable = (memberId: string, id: string, fields: Fields): Deliverable =>
  deliverableFrom({
    audience: `m-${memberId}`,
    type: 'deliverable',
    id,
    fields,
    stamp: STAMP,
  });

/** Roll-ups of completed deliverables, folded one by one as the data layer does. */
export function rowsOf(deliverables: readonly Deliverable[]): readonly DayFigures[] {
  const rows = new Map<string, DayFigures>();
  for (const each of deliverables) {
    const added = contributionOf(each);
    if (!added) continue;
    const key = `${each.memberId} ${added.outcomeId} ${added.day}`;
    const held = rows.get(key);
    const totals = held ? addTotals(held.totals, added.totals) : added.totals;
    rows.set(key, { memberId: each.memberId, outcomeId: added.outcomeId, day: added.day, totals });
  }
  return [...rows.values()];
}

/** Office hours in each member's own zone, with the given holidays. */
export function officeClocks(holidays: readonly DayKey[] = []): (member: Member) => WorkClock {
  const clocks = new Map<string, WorkClock>();
  return ({ timeZone }) => {
    const held = clocks.get(timeZone);
    if (held) return held;
    const plain = officeHours('hours', 'Hours', timeZone);
    const calendar: Calendar = {
      ...plain,
      versions: plain.versions.map((version) => ({ ...version, holidays })),
    };
    const clock = workClock(calendar);
    clocks.set(timeZone, clock);
    return clock;
  };
}

/** The days of each member's office hours in their own zone. */
export function officeDays(): (member: Member) => WorkDays {
  const daysByZone = new Map<string, WorkDays>();
  return ({ timeZone }) => {
    const days = daysByZone.get(timeZone) ?? workDays(officeHours('hours', '', timeZone), timeZone);
    daysByZone.set(timeZone, days);
    return days;
  };
}
