import type { DayKey } from '#shared/day';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { isOpen } from '#shared/deliverables/deliverable';
import type { Kept } from './fold.ts';
import { recordKey } from './record-key.ts';
import type { DeliverableRow } from './stored.ts';

/** How many days completed work keeps a row of its own, as seen from today. */
export const ROW_DAYS = 14;

/** Whether work counts: neither deleted nor moved to another member. */
export const isLive = (deliverable: Deliverable): boolean =>
  !deliverable.isDeleted && !deliverable.isMoved;

/** Open and recent work has a row; the rest is packed. */
export const hasRow = (deliverable: Deliverable, rowsFromDay: DayKey): boolean =>
  isOpen(deliverable) || (isLive(deliverable) && deliverable.day >= rowsFromDay);

export function deliverableRow(kept: Kept, deliverable: Deliverable): DeliverableRow {
  const { memberId, importId, day, needs } = deliverable;
  return {
    ...kept,
    key: recordKey(kept.audience, 'deliverable', kept.id),
    memberId,
    ...(isOpen(deliverable) ? { openOf: memberId } : { day }),
    ...(importId && { importId }),
    ...(isOpen(deliverable) && needs.length > 0 && { needs: needs.map(({ id }) => id) }),
  };
}
