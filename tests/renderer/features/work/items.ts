import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import type { Pressure } from '#shared/deliverables/pressure';
import { NO_PRESSURE } from '#shared/deliverables/pressure';
import type { Entry } from '../../../../renderer/data/entry.ts';
import type { ItemFacts, WorkItem } from '../../../../renderer/features/work/work-item.ts';
import { workItem } from '../../../../renderer/features/work/work-item.ts';

/** A piece of work as its record reads. */
export function entryOf(id: string, fields: Fields = {}, memberId = 'ana'): Entry {
  const audience = memberAudience(memberId);
  const state = { audience, type: 'deliverable', id, fields, stamp: '', stamps: {} };
  const work: Deliverable = deliverableFrom(state);
  return { ...work, audience, ownStream: null, ownSeq: 0, isEdited: false };
}

/** The same as the view shows it. */
export function itemOf(
  id: string,
  fields: Fields = {},
  facts: Partial<ItemFacts> & { readonly memberId?: string } = {},
): WorkItem {
  const { memberId, ...rest } = facts;
  return workItem(entryOf(id, fields, memberId), {
    title: id,
    outcomeName: 'Uploads',
    memberName: 'Ana Reyes',
    isUnowned: false,
    pressure: NO_PRESSURE,
    doneAt: undefined,
    ...rest,
  });
}

export const overdue: Pressure = {
  risk: 'overdue',
  promise: 'due',
  dueAtMs: Date.parse('2026-11-18T01:00:00Z'),
  leftWorkMs: -3_600_000,
};

export const REQUESTED: Fields = { requestedAtMs: 1_000 };
export const STARTED: Fields = { ...REQUESTED, startedAtMs: 2_000 };
export const blockedOn = (on: string): Fields => ({
  ...STARTED,
  'block.one': { fromMs: 3_000, toMs: null, on, reason: 'photos' },
});
export const COMPLETED: Fields = { ...STARTED, completedAtMs: 5_000, assignedById: 'mara' };
export const RETURNED: Fields = { ...STARTED, returnedAtMs: 6_000, returnReason: 'too dark' };
