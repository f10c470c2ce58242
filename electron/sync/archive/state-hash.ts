import { hashText } from '../batch-tools.ts';
import type { BatchStore } from '../store/batch-store.ts';

/**
 * A hash of all that a store's streams say, the same on every device that holds the same: SHA-256 over a
 * line a branch, sorted, `stream epoch audience member key seq chain`. A branch's chain hash stands for each
 * of its changes, and what is shown is a function of the changes alone, so equal hashes are equal states.
 */
export function stateHashOf(store: BatchStore): string {
  const lines = [...store.streams.values()].flatMap((index) =>
    index.branches
      .filter(({ seq }) => seq > 0)
      .map(({ seq, h }) =>
        [index.stream, index.epoch, index.audience, index.member, index.keyId, seq, h].join(' '),
      ),
  );
  return hashText(lines.toSorted().join('\n'));
}
