import { streamKey } from '#shared/stream/change';
import type { RecordState } from '#shared/stream/merge';
import { mergeChange } from '#shared/stream/merge';
import type { ChangeSource, MergedChange } from './change-source.ts';
import type { OwnWrite } from './stored.ts';

/** A merged record and this device's latest write to it. */
export interface Kept extends RecordState {
  readonly own?: OwnWrite;
}

/** Folds changes of one stream to one record into what is held of it. */
export function foldChanges(
  held: Kept | undefined,
  changes: readonly MergedChange[],
  source: ChangeSource,
): Kept | undefined {
  let state = held && stateOf(held);
  let own = held?.own;
  const key = source.isOwn ? streamKey(source) : null;
  for (const change of changes) {
    state = mergeChange(state, change, source.stream, source.audience);
    if (key !== null) own = laterWrite(own, { streamKey: key, seq: change.seq, hlc: change.hlc });
  }
  return state && own ? { ...state, own } : state;
}

/** Whatever columns a stored row carries beside it. */
export function stateOf({
  audience,
  type,
  id,
  fields,
  stamp,
  stamps,
  past,
}: RecordState): RecordState {
  return {
    audience,
    type,
    id,
    fields,
    stamp,
    ...(stamps && { stamps }),
    ...(past && { past }),
  };
}

/**
 * The same order as of merging, so that any order of arrival names the same write. A branch that a twin
 * of this device wrote begins with the same changes again, under a longer key: the stream's own counts,
 * since receipts are for that.
 */
function laterWrite(a: OwnWrite | undefined, b: OwnWrite): OwnWrite {
  if (!a || b.hlc > a.hlc) return b;
  if (b.hlc < a.hlc) return a;
  if (b.streamKey !== a.streamKey) return b.streamKey < a.streamKey ? b : a;
  return b.seq > a.seq ? b : a;
}
