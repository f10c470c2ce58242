import { audienceMember } from '#shared/stream/change';
import type { ChunkPart } from '#shared/stream/chunk-part';
import type { Applied, ApplyOptions } from '../arrival-merge.ts';
import { applyArrivals, rowsFrom } from '../apply.ts';
import { FoldedAhead } from '../folded-ahead.ts';
import type { ChangeSource } from '../change-source.ts';
import { compactRows } from '../compact.ts';
import { Gate } from './gate.ts';
import { InTurn } from '../in-turn.ts';
import { KnownAudiences } from '../known-audiences.ts';
import type { Projection } from '../projection.ts';
import { adoptTerms, retune } from '../retune.ts';
import { SegmentCache } from '../segments/segment-cache.ts';
import { settleRefused } from './settle-refused.ts';
import type { Refusal } from '../stored.ts';
import type { SiftedChunk } from './sifted-chunk.ts';
import { siftChunk } from './sifted-chunk.ts';
import type { UnpackedChunk } from './unpack-chunk.ts';
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
   * All of them in one transaction, or none; after those of which it was asked before. Where one says who may write what, the others are judged by
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

/** Chunks on their way in: those before them may still be being written. */
interface Flight {
  readonly written: Promise<unknown>;
  /** What it says may decide over those after it: they wait until it is written. */
  isDecisive: boolean;
}

interface Folded {
  readonly arrivals: readonly SiftedChunk[];
  readonly ahead: FoldedAhead;
}

export class LocalImporter implements Importer {
  readonly #db: Projection;
  readonly #options: ImporterOptions;
  readonly #apply: ApplyOptions;
  readonly #folding = new InTurn();
  readonly #writing = new InTurn();
  readonly #flights = new Set<Flight>();
  readonly #known: KnownAudiences;
  #gate: Gate | null = null;
  #hasAdoptedTerms = false;

  constructor(db: Projection, options: ImporterOptions) {
    this.#db = db;
    this.#options = options;
    this.#apply = {
      rowsFromDay: rowsFrom(options.nowMs),
      cache: new SegmentCache(crypto.randomUUID()),
    };
    this.#known = new KnownAudiences(db, this.#apply.cache);
  }

  /** One chunk by itself. */
  async merge(chunk: IncomingChunk): Promise<ChunkReport> {
    const [report = WAITING] = await this.mergeAll([chunk]);
    return report;
  }

  async mergeAll(chunks: readonly IncomingChunk[]): Promise<readonly ChunkReport[]> {
    const before = [...this.#flights];
    const unpacked = Promise.all(chunks.map(unpackChunk));
    // Who awaits it when it is their turn learns of it.
    unpacked.catch(() => undefined);
    const folded = this.#folding.run(async () => {
      const ahead = await this.#foldAhead(unpacked, before);
      if (!ahead) this.#known.doubt();
      flight.isDecisive = !ahead || ahead.arrivals.some(changesRules);
      return ahead;
    });
    const written = this.#writing.run(async () => await this.#write(await unpacked, await folded));
    const flight: Flight = { written, isDecisive: true };
    this.#flights.add(flight);
    try {
      return await written;
    } finally {
      this.#flights.delete(flight);
    }
  }

  /** What is on its way in is part of what was merged. In the window itself every write is told at once. */
  async tell(): Promise<void> {
    await Promise.allSettled([...this.#flights].map(({ written }) => written));
  }

  async settle(): Promise<MergeTally> {
    return await this.#alone(
      async () => await settleRefused(this.#db, await this.#currentGate(), this.#apply),
    );
  }

  async retune(): Promise<number> {
    return await this.#alone(async () => await retune(this.#db, this.#apply.cache));
  }

  async compact(): Promise<number> {
    return await this.#alone(async () => await compactRows(this.#db, this.#apply));
  }

  close(): void {
    this.#apply.cache.clear();
  }

  /** After what is on its way in. What was folded by then is not of what it leaves behind. */
  async #alone<T>(task: () => Promise<T>): Promise<T> {
    return await this.#writing.run(async () => {
      try {
        return await task();
      } finally {
        this.#apply.cache.clear();
      }
    });
  }

  /**
   * Folds chunks while those before them are being written; null where all of it is for the transaction. What
   * goes wrong here does so again, and is told, where they are written.
   */
  async #foldAhead(
    unpacked: Promise<readonly UnpackedChunk[]>,
    before: readonly Flight[],
  ): Promise<Folded | null> {
    const decisive = before.filter(({ isDecisive }) => isDecisive);
    await Promise.allSettled(decisive.map(({ written }) => written));
    try {
      return await this.#folded(await unpacked);
    } catch {
      return null;
    }
  }

  async #folded(chunks: readonly UnpackedChunk[]): Promise<Folded | null> {
    // No transaction has looked yet who has written last.
    if (this.#apply.cache.age === 0 || !chunks.every(isOfMember)) return null;
    const gate = await this.#currentGate();
    const sifted = this.#sift(gate, chunks);
    const arrivals = sifted.filter((each) => each !== null);
    if (arrivals.length < sifted.length) return null;
    await this.#adoptTermsOnce();
    const ahead = await FoldedAhead.of(this.#db, arrivals, this.#known, this.#apply);
    return ahead && { arrivals, ahead };
  }

  async #write(
    chunks: readonly UnpackedChunk[],
    folded: Folded | null,
  ): Promise<readonly ChunkReport[]> {
    const gate = await this.#currentGate();
    const sifted = folded?.arrivals ?? this.#sift(gate, chunks);
    const arrivals = sifted.filter((each) => each !== null);
    if (arrivals.length === 0) return chunks.map(() => WAITING);
    if (arrivals.some(isOfMember)) {
      await this.#adoptTermsOnce();
    }
    const applied = await applyArrivals(this.#db, arrivals, this.#apply, folded?.ahead);
    if (arrivals.some(({ changesAuthority }) => changesAuthority)) this.#gate = null;
    if (arrivals.some(({ changesTerms }) => changesTerms)) this.#hasAdoptedTerms = false;
    const reports = arrivals.map((each, at) => ({
      ...(applied[at] ?? WAITING),
      refused: each.refusedCounts(),
      bearsOnAuthority: each.bearsOnAuthority,
    }));
    return sifted.map((each) => (each && reports[arrivals.indexOf(each)]) ?? WAITING);
  }

  #sift(gate: Gate, chunks: readonly UnpackedChunk[]): readonly (SiftedChunk | null)[] {
    return chunks.map((chunk) => siftChunk(gate, chunk, this.#options.changesAtOnce));
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

const isOfMember = ({ source }: Pick<IncomingChunk, 'source'>): boolean =>
  audienceMember(source.audience) !== null;

/** Whether what comes after is to be judged, or measured, by what it says. */
const changesRules = ({ changesAuthority, changesTerms }: SiftedChunk): boolean =>
  changesAuthority || changesTerms;

const WAITING: ChunkReport = {
  outcome: 'waiting',
  ...NOTHING_MERGED,
  refused: [],
  bearsOnAuthority: false,
};
