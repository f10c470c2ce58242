import type { Json } from '../json.ts';
import { BATCH_LIMITS } from './batch-format.ts';
import type { Fields } from './change.ts';

/** Half of what one change may carry: escaping and the frame around fields need room too. */
const PIECE_BYTES = BATCH_LIMITS.changeBytes / 2;

/** Fields as sets that each fit into one change; none where there are none. */
export function fieldPieces(fields: Fields): readonly Fields[] {
  const pieces: Record<string, Json>[] = [];
  let bytes = Infinity;
  for (const [name, value] of Object.entries(fields)) {
    // A character takes three bytes of UTF-8 at most, where it is one unit of UTF-16.
    const length = name.length + JSON.stringify(value).length * 3;
    if (bytes + length > PIECE_BYTES) {
      pieces.push({});
      bytes = 0;
    }
    const piece = pieces.at(-1);
    if (piece) piece[name] = value;
    bytes += length;
  }
  return pieces;
}
