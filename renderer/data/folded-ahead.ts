import { streamKey } from '#shared/stream/change';
import type { ApplyOptions, SourcedArrival } from './arrival-merge.ts';
import { ArrivalMerge } from './arrival-merge.ts';
import type { ChangeSource } from './change-source.ts';
import { restsBetween } from './in-slices.ts';
import type { KnownAudiences } from './known-audiences.ts';
import type { Projection } from './projection.ts';

/**
 * Logs of people of whom nothing is stored, folded before their transaction is begun: while another is
 * still being written. Nothing is read for it, and nothing written.
 */
export class FoldedAhead {
  readonly merges = new Map<SourcedArrival, ArrivalMerge>();
  readonly #db: Projection;
  readonly #sources: readonly ChangeSource[];
  readonly #options: ApplyOptions;
  readonly #age: number;

  private constructor(
    db: Projection,
    sources: readonly ChangeSource[],
    options: ApplyOptions,
    age: number,
  ) {
    this.#db = db;
    this.#sources = sources;
    this.#options = options;
    this.#age = age;
  }

  /** Of members' logs; null where anything of one of them is known or missing, or two are of one audience. */
  static async of(
    db: Projection,
    arrivals: readonly SourcedArrival[],
    known: KnownAudiences,
    options: ApplyOptions,
  ): Promise<FoldedAhead | null> {
    await known.read();
    const { age } = options.cache;
    const sources = arrivals.map(({ source }) => source);
    const audiences = new Set(sources.map(({ audience }) => audience));
    const areApart = audiences.size === sources.length;
    const areNew = [...audiences].every((each) => known.isNew(each));
    if (!areApart || !areNew || arrivals.some(({ firstSeq }) => firstSeq > 1)) return null;
    const folded = new FoldedAhead(db, sources, options, age);
    const rest = restsBetween();
    for (const arrival of arrivals) await folded.#fold(arrival, rest);
    for (const each of audiences) known.note(each);
    return folded;
  }

  /** Whether it was folded upon what is stored now. Inside a transaction that trusts the cache. */
  async isTrue(): Promise<boolean> {
    if (this.#options.cache.age !== this.#age) return false;
    const keys = this.#sources.map(streamKey);
    return (await this.#db.cursors.bulkGet(keys)).every((cursor) => cursor === undefined);
  }

  async #fold(arrival: SourcedArrival, rest: () => PromiseLike<void>): Promise<void> {
    const { source } = arrival;
    const terms = await this.#options.cache.terms.of(this.#db, source.audience);
    const merge = ArrivalMerge.ofNobody(this.#db, source, terms, this.#options);
    await merge.fold(arrival, rest);
    this.merges.set(arrival, merge);
  }
}
