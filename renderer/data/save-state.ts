import { useMemo } from 'react';
import { useSession } from '../state/session.ts';
import { currentProjection } from './current.ts';
import { useDeliveryMarks } from './delivery-marks.ts';
import { countAll, countUpTo } from './ledger.ts';
import { sharedLive } from './shared-live.ts';

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
  useDeliveryMarks(({ sent, received, memberOf }) => {
    if (ownStream === null) return null;
    if ((received.get(ownStream) ?? 0) >= ownSeq) return 'received';
    // A stream that this device wrote and lost came back from the folder: it had been sent.
    const isRecovered = memberOf.size > 0 && !memberOf.has(ownStream);
    return isRecovered || (sent.get(ownStream) ?? 0) >= ownSeq ? 'sent' : 'saved';
  });

const liveLedger = sharedLive(async () => await currentProjection().ledger.toArray());

/** The session member's own entries by how far they have travelled. */
export function useSaveTotals(): SaveTotals {
  const blocks = liveLedger.use();
  const { sent, received, memberOf } = useDeliveryMarks();
  const member = useSession(({ memberId }) => memberId);
  return useMemo(() => {
    const totals = { saved: 0, sent: 0, received: 0 };
    for (const block of blocks ?? []) {
      if (memberOf.get(block.streamKey) !== member) continue;
      const receivedSeq = received.get(block.streamKey) ?? 0;
      const sentSeq = Math.max(sent.get(block.streamKey) ?? 0, receivedSeq);
      const receivedCount = countUpTo(block, receivedSeq);
      const sentCount = countUpTo(block, sentSeq);
      totals.received += receivedCount;
      totals.sent += sentCount - receivedCount;
      totals.saved += countAll(block) - sentCount;
    }
    return totals;
  }, [blocks, sent, received, memberOf, member]);
}
