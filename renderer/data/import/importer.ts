import { audienceMember } from '#shared/stream/change';
import type { ChunkPart } from '#shared/stream/chunk-part';
import type { Applied } from '../apply.ts';
import { applyArrivals, rowsFrom } from '../apply.ts';
import type { ChangeSource } from '../change-source.ts';
import { compactRows } from '../compact.ts';
import { Gate } from './gate.ts';
import type { Projection } from '../projection.ts';
import { adoptTerms, retune } from '../retune.ts';
import { SegmentCache } from '../segments/segment-cache.ts';
import { settleRefused } from './settle-refused.ts';
import type { Refusal } from '../stored.ts';
import { siftChunk } from './sifted-chunk.ts';
import { unpackChunk } from './unpack-chunk.ts';
import type { MergeTally } from '../tally.ts';
import { NOTHING_MERGED } from '../tally.ts';

/** Consecutive changes of one stream, as the main process hands them out. */
export interface IncomingChunk {
  readonly source: ChangeSource;
  readonly afterSeq: number;
  readonly parts: readonly ChunkPart[];
  readonly lastSeq: number;
  readonly lastH: string;
}

export interface RefusedCount {
  readonly reason: Refusal;
  readonly memberId: string;
  readonly count: number;
}

export interface ChunkReport extends MergeTally {
  /** `waiting`: the stream's device is not accepted, nothing was merged. */
  readonly outcome: Applied['outcome'] | 'waiting';
  readonly refused: readonly RefusedCount[];
  /** Who may write what has changed: streams that wait and changes that were refused deserve another look. */
  readonly bearsOnAuthority: boolean;
}

/** Merges what arrives. Runs in the import worker; for a handful of changes in the window itself. */
export interface Importer {
  /**
   * All of them in one transaction, or none. Where one says who may write what, the others are judged by
   * what was known before: hand such a chunk out by itself. Rejects with an `isUnpackFailure` before
   * anything was merged where a part cannot be unpacked.
   */
  mergeAll(chunks: readonly IncomingChunk[]): Promise<readonly ChunkReport[]>;
  /** Lets the window draw what was merged: until then it may learn nothing of it. */
  tell(): Promise<void>;
  /** Merges what was refused and is allowed by now. */
  settle(): Promise<MergeTally>;
  /** Measures anew what was measured by other terms than the plan's; answers in how many audiences. */
  retune(): Promise<number>;
  /** Packs rows that have grown old; answers how many. */
  compact(): Promise<number>;
  close(): void;
}

export interface ImporterOptions {
  readonly founderKey: string;
  readonly nowMs: number;
  /** How many changes are taken apart at a time. */
  readonly changesAtOnce?: number;
}

export class LocalImporter implements Importer {
  readonly #db: Projection;
  readonly #options: ImporterOptions;
  readonly #apply: { readonly rowsFromDay: string; readonly cache: SegmentCache };
  #gate: Gate | null = null;
  #hasAdoptedTerms = false;

  constructor(db: Projection, options: ImporterOptions) {
    this.#db = db;
    this.#options = options;
    this.#apply = {
      rowsFromDay: rowsFrom(options.nowMs),
      cache: new SegmentCache(crypto.randomUUID()),
    };
  }

  /** One chunk by itself. */
  async merge(chunk: IncomingChunk): Promise<ChunkReport> {
    const [report = WAITING] = await this.mergeAll([chunk]);
    return report;
  }

  async mergeAll(chunks: readonly IncomingChunk[]): Promise<readonly ChunkReport[]> {
    const unpacked = await Promise.all(chunks.map(unpackChunk));
    const gate = await this.#currentGate();
    const sifted = unpacked.map((chunk) => siftChunk(gate, chunk, this.#options.changesAtOnce));
    const arrivals = sifted.filter((each) => each !== null);
    if (arrivals.length === 0) return chunks.map(() => WAITING);
    if (arrivals.some(({ source }) => audienceMember(source.audience) !== null)) {
      await this.#adoptTermsOnce();
    }
    const applied = await applyArrivals(this.#db, arrivals, this.#apply);
    if (arrivals.some(({ changesAuthority }) => changesAuthority)) this.#gate = null;
    if (arrivals.some(({ changesTerms }) => changesTerms)) this.#hasAdoptedTerms = false;
    const reports = arrivals.map((each, at) => ({
      ...(applied[at] ?? WAITING),
      refused: each.refusedCounts(),
      bearsOnAuthority: each.bearsOnAuthority,
    }));
    return sifted.map((each) => (each && reports[arrivals.indexOf(each)]) ?? WAITING);
  }

  /** In the window itself every write is told at once. */
  async tell(): Promise<void> {
    await Promise.resolve();
  }

  async settle(): Promise<MergeTally> {
    return await settleRefused(this.#db, await this.#currentGate(), this.#apply);
  }

  async retune(): Promise<number> {
    return await retune(this.#db, this.#apply.cache);
  }

  async compact(): Promise<number> {
    return await compactRows(this.#db, this.#apply);
  }

  close(): void {
    this.#apply.cache.clear();
  }

  async #adoptTermsOnce(): Promise<void> {
    if (this.#hasAdoptedTerms) return;
    await adoptTerms(this.#db, this.#apply.cache);
    this.#hasAdoptedTerms = true;
  }

  async #currentGate(): Promise<Gate> {
    this.#gate ??= await Gate.open(this.#db, this.#options.founderKey);
    return this.#gate;
  }
}

const WAITING: ChunkReport = {
  outcome: 'waiting',
  ...NOTHING_MERGED,
  refused: [],
  bearsOnAuthority: false,
};
