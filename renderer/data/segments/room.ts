import type { MonthKey } from '#shared/day';
import type { SegmentHead } from '../stored.ts';

/** Deliverables in one segment: few records for IndexedDB, and still quick to rewrite. */
export const SEGMENT_SIZE = 500;

/** A segment takes in a month this far from its own rather than leave a quiet member with tiny segments. */
const REACH_MONTHS = 24;

type Span = Pick<SegmentHead, 'part' | 'count' | 'fromMonth' | 'toMonth'>;

export const coversMonth = ({ fromMonth, toMonth }: Span, month: MonthKey): boolean =>
  fromMonth <= month && month <= toMonth;

export const hasRoom = ({ count }: Span): boolean => count < SEGMENT_SIZE;

/** The segment that a new deliverable of a month goes to: the nearest with room, or none within reach. */
export function roomFor<Segment extends Span>(
  segments: Iterable<Segment>,
  month: MonthKey,
): Segment | undefined {
  let nearest: Segment | undefined;
  let nearestMonths = REACH_MONTHS + 1;
  for (const segment of segments) {
    if (!hasRoom(segment)) continue;
    const months = monthsBetween(segment, month);
    if (months < nearestMonths) [nearest, nearestMonths] = [segment, months];
  }
  return nearest;
}

function monthsBetween(span: Span, month: MonthKey): number {
  if (coversMonth(span, month)) return 0;
  const at = monthNumber(month);
  return Math.min(
    Math.abs(at - monthNumber(span.fromMonth)),
    Math.abs(at - monthNumber(span.toMonth)),
  );
}

const monthNumber = (month: MonthKey): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
