import type { Deliverable } from '#shared/deliverables/deliverable';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Audience } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import type { OwnWrite } from './stored.ts';

/** Where a record stands on its way: the stream and number of this device's latest change to it. */
export interface Delivery {
  readonly audience: Audience;
  /** Null where this device never wrote to it. */
  readonly ownStream: string | null;
  readonly ownSeq: number;
}

/** A deliverable with its delivery. */
export interface Entry extends Deliverable, Delivery {
  /** Something was said and later said differently: `historyOf` tells what. */
  readonly isEdited: boolean;
}

type Kept = RecordState & { readonly own?: OwnWrite };

export const deliveryOf = ({ audience, own }: Kept): Delivery => ({
  audience,
  ownStream: own?.streamKey ?? null,
  ownSeq: own?.seq ?? 0,
});

export const entryFrom = (record: Kept): Entry => ({
  ...deliverableFrom(record),
  ...deliveryOf(record),
  isEdited: (record.past?.length ?? 0) > 0,
});
