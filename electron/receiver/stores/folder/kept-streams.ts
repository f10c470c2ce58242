import { join } from 'node:path';
import { decodeBatch, type VerifiedBatch } from '#shared/stream/batch-decode';
import { streamKey } from '#shared/stream/change';
import { readerTools, sha256Hex } from '../../../sync/batch-tools.ts';
import { type FileSystem, orAbsent } from '../../../sync/file-system.ts';
import type { HashInBatch } from '../../../sync/store/place-batch.ts';
import { type IndexedBatch, newIndex, type StreamIndex } from '../../../sync/store/stream-index.ts';
import { hashInChanges } from '../describe-batch.ts';
import { type Settled, settleBatch } from '../settle-batch.ts';
import type { Arrival } from './arrival.ts';

type StreamRef = Pick<StreamIndex, 'stream' | 'epoch' | 'audience' | 'member' | 'keyId'>;

/** How the batches of every stream hang together, in memory: read again from the arrivals at each start. */
export class KeptStreams {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #streams = new Map<string, StreamIndex>();

  constructor(fs: FileSystem, folder: string) {
    this.#fs = fs;
    this.#folder = folder;
  }

  /** Whether another device or member is known to write this stream. */
  isForeign(workspace: string, ref: StreamRef): boolean {
    const index = this.#streams.get(keyOf(workspace, ref));
    return index !== undefined && (index.keyId !== ref.keyId || index.member !== ref.member);
  }

  /** Finds the place of a batch that is at hand. */
  async settle(
    verified: VerifiedBatch,
    batch: IndexedBatch,
    isForkKept: boolean,
  ): Promise<Settled> {
    const { header } = verified;
    const index = this.#indexOf(header.workspace, header);
    const onDisk = this.#hashIn(header.workspace, index);
    const hashIn: HashInBatch = async (each, seq) =>
      each === batch ? hashInChanges(verified, seq) : await onDisk(each, seq);
    return await settleBatch(index, batch, hashIn, isForkKept);
  }

  /** Puts what arrived before the start back in its place; it was settled when it came. */
  async restore(arrival: Arrival): Promise<void> {
    const index = this.#indexOf(arrival.workspace, arrival);
    await settleBatch(index, batchOf(arrival), this.#hashIn(arrival.workspace, index), true);
  }

  isWaiting(arrival: Pick<Arrival, 'workspace' | 'sha256'> & StreamRef): boolean {
    const index = this.#streams.get(keyOf(arrival.workspace, arrival));
    return index?.waiting.some((each) => index.batches[each]?.sha256 === arrival.sha256) ?? false;
  }

  #indexOf(workspace: string, ref: StreamRef): StreamIndex {
    const key = keyOf(workspace, ref);
    const index = this.#streams.get(key) ?? newIndex(ref);
    this.#streams.set(key, index);
    return index;
  }

  #hashIn(workspace: string, { audience }: StreamIndex): HashInBatch {
    return async (batch, seq) => {
      const path = join(this.#folder, 'v1', workspace, audience, batch.path);
      const file = await orAbsent(this.#fs.readFile(path));
      if (file === null || sha256Hex(file) !== batch.sha256) return null;
      const decoded = decodeBatch(file, readerTools);
      return decoded.ok ? hashInChanges(decoded, seq) : null;
    };
  }
}

const keyOf = (workspace: string, ref: Pick<StreamRef, 'stream' | 'epoch'>): string =>
  `${workspace}/${streamKey(ref)}`;

const batchOf = (arrival: Arrival): IndexedBatch => ({
  path: arrival.path,
  first: arrival.first,
  last: arrival.last,
  prevChain: arrival.prevChain,
  chain: arrival.chain,
  sha256: arrival.sha256,
  lastHlc: arrival.lastHlc,
});
