import { create } from 'zustand';
import type { SyncStatus } from '#shared/ipc';
import { streamKey } from '#shared/stream/change';
import type { Receipt } from '#shared/stream/device';
import { isProofOf } from '#shared/stream/device';
import { followLive } from './follow-live.ts';
import { receiptsFor } from './receipts.ts';

/** How far own streams have travelled, by stream key. */
export interface DeliveryMarks {
  readonly sent: ReadonlyMap<string, number>;
  readonly received: ReadonlyMap<string, number>;
  /** The streams in which each member of this device writes. */
  readonly memberOf: ReadonlyMap<string, string>;
}

const NO_MARKS: DeliveryMarks = { sent: new Map(), received: new Map(), memberOf: new Map() };

/** Held in memory, so that a list of thousands asks for each entry's state at no cost. */
export const useDeliveryMarks = create<DeliveryMarks>()(() => NO_MARKS);

/** Takes over what the main process says of own streams, and follows the receipts for them. */
export function showDelivery({ own }: SyncStatus): void {
  const memberOf = new Map(own.map((stream) => [streamKey(stream), stream.memberId]));
  const sent = new Map(own.map((stream) => [streamKey(stream), stream.sentSeq]));
  const known = useDeliveryMarks.getState().memberOf;
  useDeliveryMarks.setState({ sent, memberOf });
  if (stopFollowing && [...memberOf.keys()].every((key) => known.has(key))) return;
  stopFollowing?.();
  stopFollowing = followLive(async () => await receiptsFor([...memberOf.keys()]), {
    onValue: (receipts) => showReceived(receipts ?? [], own),
  });
}

export function clearDelivery(): void {
  stopFollowing?.();
  stopFollowing = null;
  useDeliveryMarks.setState(NO_MARKS);
}

let stopFollowing: (() => void) | null = null;

function showReceived(receipts: readonly Receipt[], own: SyncStatus['own']): void {
  const streams = new Map(own.map((stream) => [streamKey(stream), stream]));
  const received = new Map<string, number>();
  for (const receipt of receipts) {
    const { streamKey: key, seq } = receipt;
    const stream = streams.get(key);
    if (!stream || !isProofOf(receipt, stream)) continue;
    received.set(key, Math.max(seq, received.get(key) ?? 0));
  }
  useDeliveryMarks.setState({ received });
}
