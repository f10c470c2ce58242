import { readerTools } from '../../../electron/sync/batch-tools.ts';
import { decodeBatch } from '../../../shared/stream/batch-decode.ts';
import { streamKey } from '../../../shared/stream/change.ts';
import type { Saved, SimulatedDevice } from './device.ts';

export const nameOf = ({
  streamKey: key,
  seq,
  h,
}: Pick<Saved, 'streamKey' | 'seq' | 'h'>): string => `${key}:${seq}:${h}`;

/**
 * What no program can give back: a disk was replaced by an older copy of itself before what was written
 * since had left it.
 */
export class Losses {
  #excused = new Set<string>();

  /** Everything `device` saved after its first `keptCount` changes and that the server has not. */
  noteRestore(
    device: SimulatedDevice,
    keptCount: number,
    server: ReadonlyMap<string, Buffer>,
  ): void {
    const gone = device.saved.slice(keptCount);
    const keys = new Set(gone.map((saved) => saved.streamKey));
    const left = changesOn(server, keys);
    for (const saved of gone) if (!left.has(nameOf(saved))) this.#excused.add(nameOf(saved));
  }

  /** Whether a stream's first missing change is one that cannot be had back. */
  isGapExcused(stream: string, firstMissing: number): boolean {
    return [...this.#excused].some((name) => {
      const [key = '', seq] = name.split(':');
      return key.startsWith(stream) && Number(seq) === firstMissing;
    });
  }

  isExcused(saved: Saved): boolean {
    return this.#excused.has(nameOf(saved));
  }
}

function changesOn(
  server: ReadonlyMap<string, Buffer>,
  keys: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [path, content] of server) {
    const [, , , key = ''] = path.split('/');
    if (!keys.has(key)) continue;
    const batch = decodeBatch(content, readerTools);
    if (!batch.ok) continue;
    for (const change of batch.changes) {
      found.add(nameOf({ streamKey: streamKey(batch.header), ...change }));
    }
  }
  return found;
}
