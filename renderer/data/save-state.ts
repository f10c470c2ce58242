import { useMemo } from 'react';
import { useSession } from '../state/session.ts';
import { currentProjection } from './current.ts';
import type { DeliveryMarks } from './delivery-marks.ts';
import { useDeliveryMarks } from './delivery-marks.ts';
import { countAll, countUpTo } from './ledger.ts';
import { sharedLive } from './shared-live.ts';
import type { LedgerBlock } from './stored.ts';

/** Journalled on this computer; in the chosen folder; covered by a receipt of the other side. */
export type SaveState = 'saved' | 'sent' | 'received';

/** Own entries by their state; each entry counts once, at its furthest. */
export interface SaveTotals {
  readonly saved: number;
  readonly sent: number;
  readonly received: number;
}

interface OwnChange {
  readonly ownStream: string | null;
  readonly ownSeq: number;
}

/** How far this device's latest change to an entry has travelled; null where it made none. */
export const useSaveState = ({ ownStream, ownSeq }: OwnChange): SaveState | null =>
  useDeliveryMarks((marks) => {
    if (ownStream === null) return null;
    if ((marks.received.get(ownStream) ?? 0) >= ownSeq) return 'received';
    return sentSeqOf(ownStream, marks) >= ownSeq ? 'sent' : 'saved';
  });

/** A stream that this device wrote and lost came back from the folder: all of it had been sent. */
function sentSeqOf(ownStream: string, { sent, memberOf }: DeliveryMarks): number {
  const isRecovered = memberOf.size > 0 && !memberOf.has(ownStream);
  return isRecovered ? Infinity : (sent.get(ownStream) ?? 0);
}

interface Ledger {
  readonly blocks: readonly LedgerBlock[];
  /** The member who writes in each stream of the ledger. */
  readonly memberOf: ReadonlyMap<string, string>;
}

const liveLedger = sharedLive(async (): Promise<Ledger> => {
  const { ledger, cursors } = currentProjection();
  const blocks = await ledger.toArray();
  const streams = await cursors.bulkGet([...new Set(blocks.map(({ streamKey }) => streamKey))]);
  const memberOf = streams.flatMap((each) => (each ? [[each.key, each.memberId] as const] : []));
  return { blocks, memberOf: new Map(memberOf) };
});

/** The session member's own entries by how far they have travelled. */
export function useSaveTotals(): SaveTotals {
  const ledger = liveLedger.use();
  const marks = useDeliveryMarks();
  const member = useSession(({ memberId }) => memberId);
  return useMemo(() => {
    const totals = { saved: 0, sent: 0, received: 0 };
    for (const block of ledger?.blocks ?? []) {
      if (ledger?.memberOf.get(block.streamKey) !== member) continue;
      const receivedSeq = marks.received.get(block.streamKey) ?? 0;
      const sentSeq = Math.max(sentSeqOf(block.streamKey, marks), receivedSeq);
      const receivedCount = countUpTo(block, receivedSeq);
      const sentCount = countUpTo(block, sentSeq);
      totals.received += receivedCount;
      totals.sent += sentCount - receivedCount;
      totals.saved += countAll(block) - sentCount;
    }
    return totals;
  }, [ledger, marks, member]);
}
