import { addDays } from '#shared/day';
import type { DayKey } from '#shared/day';
import { keyResultProgress } from '#shared/metrics/key-result-progress';
import type { DayFigures } from '#shared/metrics/overview';
import type { DayRange } from '#shared/metrics/period';
import { totalsByOutcome } from '#shared/metrics/strategy';
import type { KeyResultNode } from '#shared/plan/cascade';

export interface ValuePoint {
  readonly day: DayKey;
  readonly value: number;
}

interface Span {
  readonly days: DayRange;
  readonly today: DayKey;
}

/**
 * A key result's value over its quarter: what was told by hand on its days, or what the log said at the
 * end of each week until today.
 */
export function valuePoints(
  node: KeyResultNode,
  rows: readonly DayFigures[],
  { days, today }: Span,
): readonly ValuePoint[] {
  if (node.item.source.kind === 'hand') {
    return node.item.readings.filter(({ day }) => day >= days.fromDay && day <= days.toDay);
  }
  const ids = new Set([
    ...node.item.source.outcomeIds,
    ...node.children.map((child) => child.item.id),
  ]);
  const own = rows.filter(({ outcomeId }) => ids.has(outcomeId));
  const last = today < days.toDay ? today : days.toDay;
  return weekEnds(days.fromDay, last).flatMap((day) => {
    const totals = totalsByOutcome(own.filter((row) => row.day <= day));
    const { value } = keyResultProgress(node, { days, today: day, totals });
    return value === null ? [] : [{ day, value }];
  });
}

function weekEnds(fromDay: DayKey, last: DayKey): readonly DayKey[] {
  const ends: DayKey[] = [];
  for (let day = addDays(fromDay, 6); day < last; day = addDays(day, 7)) ends.push(day);
  return fromDay <= last ? [...ends, last] : [];
}
