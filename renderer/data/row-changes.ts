import { Dexie } from 'dexie';
import type { IndexableType, IntervalTree, ObservabilitySet } from 'dexie';
import type { Projection } from './projection.ts';
import { isSumsKey } from './record-key.ts';

/**
 * Tells which rows of a table every write touched, in this window or in a worker, once it is committed;
 * null where they are not known one by one. Until the answer is called.
 */
export function onRowsChanged(
  { name }: Projection,
  table: string,
  listen: (keys: readonly string[] | null) => void,
): () => void {
  const part = `idb://${name}/${table}/`;
  const onMutated = (parts: ObservabilitySet): void => {
    const ranges = parts[part];
    if (parts['all']) listen(null);
    else if (ranges) listen(keysIn(ranges));
  };
  Dexie.on.storagemutated.subscribe(onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}

/** The same of sums, which lie among all that is packed. */
export const onSumsChanged = (
  db: Projection,
  listen: (keys: readonly string[] | null) => void,
): (() => void) =>
  onRowsChanged(db, 'packs', (keys) => {
    const ofSums = keys?.filter(isSumsKey) ?? null;
    if (ofSums === null || ofSums.length > 0) listen(ofSums);
  });

/** The keys of a tree of single ones; null where it holds a wider range. */
function keysIn(tree: IntervalTree): readonly string[] | null {
  const keys: string[] = [];
  for (const [from, to] of rangesIn(tree)) {
    if (typeof from !== 'string' || from !== to) return null;
    keys.push(from);
  }
  return keys;
}

function* rangesIn(tree: IntervalTree): Generator<[from: IndexableType, to: IndexableType]> {
  if (!('from' in tree)) return;
  if (tree.l) yield* rangesIn(tree.l);
  yield [tree.from, tree.to];
  if (tree.r) yield* rangesIn(tree.r);
}
