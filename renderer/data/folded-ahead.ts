import { audienceMember, streamKey } from '#shared/stream/change';
import type { ApplyOptions, SourcedArrival } from './arrival-merge.ts';
import { ArrivalMerge } from './arrival-merge.ts';
import type { ChangeSource } from './change-source.ts';
import { nextTask } from './in-slices.ts';
import type { Projection } from './projection.ts';

/**
 * Logs of people of whom nothing is stored, folded before their transaction is begun: while another is
 * still being written. Nothing is written and, once it is open, nothing read.
 */
export class FoldedAhead {
  readonly merges = new Map<SourcedArrival, ArrivalMerge>();
  readonly #db: Projection;
  readonly #opened: readonly ArrivalMerge[];
  readonly #options: ApplyOptions;
  readonly #age: number;

  private constructor(
    db: Projection,
    opened: readonly ArrivalMerge[],
    options: ApplyOptions,
    age: number,
  ) {
    this.#db = db;
    this.#opened = opened;
    this.#options = options;
    this.#age = age;
  }

  /** Null where anything of one of them is stored, or two are of one audience. */
  static async open(
    db: Projection,
    sources: readonly ChangeSource[],
    options: ApplyOptions,
  ): Promise<FoldedAhead | null> {
    const { age } = options.cache;
    const audiences = new Set(sources.map(({ audience }) => audience));
    const areMembers = [...audiences].every((each) => audienceMember(each) !== null);
    if (!areMembers || audiences.size < sources.length) return null;
    const opened = await Promise.all(
      sources.map(async (source) => await ArrivalMerge.open(db, source, options)),
    );
    const areNew = await Promise.all(opened.map(async (merge) => await merge.isOfNobodyKnown()));
    return areNew.every(Boolean) ? new FoldedAhead(db, opened, options, age) : null;
  }

  /** Each must be of the source of the same place. */
  async fold(arrivals: readonly SourcedArrival[]): Promise<void> {
    try {
      for (const [at, arrival] of arrivals.entries()) {
        const merge = this.#opened[at];
        if (!merge) continue;
        await merge.fold(arrival, nextTask);
        this.merges.set(arrival, merge);
      }
    } catch (error) {
      this.#options.cache.clear();
      throw error;
    }
  }

  /** Whether it was folded upon what is stored now. Inside a transaction that trusts the cache. */
  async areTrue(): Promise<boolean> {
    if (this.#options.cache.age !== this.#age) return false;
    const keys = this.#opened.map(({ source }) => streamKey(source));
    return (await this.#db.cursors.bulkGet(keys)).every((cursor) => cursor === undefined);
  }
}
