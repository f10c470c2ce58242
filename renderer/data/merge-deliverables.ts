import type { DayKey, MonthKey } from '#shared/day';
import { deliverableFrom } from '#shared/deliverables/deliverable';
import type { Deliverable } from '#shared/deliverables/deliverable';
import { contributionsOf } from '#shared/metrics/contributions';
import type { Contribution } from '#shared/metrics/rollup';
import type { ChangeSource, MergedChange } from './change-source.ts';
import { deliverableRow, hasRow, isLive } from './deliverable-row.ts';
import { foldChanges } from './fold.ts';
import type { StoredTerms } from './kept-terms.ts';
import { LedgerWriter } from './ledger.ts';
import { markTermsStale } from './marks.ts';
import type { Projection } from './projection.ts';
import { monthReader, recordKey } from './record-key.ts';
import { RollupWriter } from './rollup-writer.ts';
import type { SegmentCache } from './segments/segment-cache.ts';
import { indexEntry } from './segments/segment-index.ts';
import { packLine, unpackLine } from './segments/segment-line.ts';
import type { PackedEntry } from './segments/shelf-writer.ts';
import { ShelfWriter } from './segments/shelf-writer.ts';
import type { DeliverableRow } from './stored.ts';
import type { MergeTally } from './tally.ts';

/**
 * Above this many records at a time, the audience's row keys are read at once instead of one get for each, and
 * what is completed is packed at once: a segment is written sooner than a row for each.
 */
const FEW_RECORDS = 50;

/** No day comes after it. */
const NO_DAY: DayKey = '\uffff';

type Fate = 'new' | 'changed' | 'same';

/**
 * Merges changes of one audience's deliverables into rows, segments, roll-ups and ledger. What comes is
 * taken some at a time, so that what it was read from can go; it is written once. Of a log that is read
 * from its beginning, months that it has left behind are packed meanwhile. Inside one transaction; of
 * nobody known, all but the flush also before it.
 */
export class DeliverableMerge {
  readonly #db: Projection;
  readonly #source: ChangeSource;
  readonly #shelf: ShelfWriter;
  readonly #terms: StoredTerms;
  readonly #rollups: RollupWriter;
  readonly #ledger: LedgerWriter;
  /** The keys of the audience's rows, once they were read. */
  #rowKeys: Set<string> | null = null;
  readonly #putRows = new Map<string, DeliverableRow>();
  readonly #goneRows = new Set<string>();
  readonly #toPack = new Map<string, PackedEntry>();
  readonly #fates = new Map<string, Fate>();
  readonly #monthOf = monthReader();
  #rowsFromDay: DayKey;
  /** Anything was merged, were it to no effect. */
  hasTaken = false;
  /** Months before this one were packed. */
  #packedBefore: MonthKey = '';

  private constructor(
    db: Projection,
    source: ChangeSource,
    rowsFromDay: DayKey,
    shelf: ShelfWriter,
    terms: StoredTerms,
  ) {
    this.#db = db;
    this.#source = source;
    this.#rowsFromDay = rowsFromDay;
    this.#shelf = shelf;
    this.#terms = terms;
    this.#rollups = new RollupWriter(db, source.audience);
    this.#ledger = new LedgerWriter(db);
  }

  static async open(
    db: Projection,
    source: ChangeSource,
    { rowsFromDay, cache }: DeliverableMergeOptions,
  ): Promise<DeliverableMerge> {
    const [shelf, terms] = await Promise.all([
      ShelfWriter.open(db, source.audience, cache),
      cache.terms.of(db, source.audience),
    ]);
    return new DeliverableMerge(db, source, rowsFromDay, shelf, terms);
  }

  /** Of an audience of whom nothing is stored: nothing is read. */
  static ofNobody(
    db: Projection,
    source: ChangeSource,
    terms: StoredTerms,
    { rowsFromDay, cache }: DeliverableMergeOptions,
  ): DeliverableMerge {
    const shelf = ShelfWriter.ofNobody(db, source.audience, cache);
    const merge = new DeliverableMerge(db, source, rowsFromDay, shelf, terms);
    merge.#rowKeys = new Set();
    return merge;
  }

  async take(changesById: ReadonlyMap<string, readonly MergedChange[]>): Promise<void> {
    this.hasTaken = true;
    const ids = [...changesById.keys()];
    if (ids.length > FEW_RECORDS) this.#rowsFromDay = NO_DAY;
    const rows = await this.#rowsOf(ids);
    await this.#shelf.load(rows.size === 0 ? ids : ids.filter((id) => !rows.has(id)));
    for (const [id, changes] of changesById) this.#merge(id, changes, rows.get(id));
    // What lives only until its month is packed is not gone through again and again by the collector.
    if (this.#isNew) await this.#packBefore(this.#earliestMonth(ids));
  }

  async flush(): Promise<MergeTally> {
    if (!this.#terms.isStored) await markTermsStale(this.#db);
    await this.#shelve([...this.#toPack.values()]);
    await Promise.all([
      // First: they read before they write, and whoever reads waits for all that is to be written before.
      this.#rollups.flush(),
      this.#ledger.flush(),
      this.#shelf.flush(),
      this.#db.deliverables.bulkPut([...this.#putRows.values()]),
      this.#db.deliverables.bulkDelete([...this.#goneRows]),
    ]);
    const counts = { new: 0, changed: 0, same: 0 };
    for (const fate of this.#fates.values()) counts[fate] += 1;
    return {
      newEntries: counts.new,
      changedEntries: counts.changed,
      sameEntries: counts.same,
    };
  }

  /** Nothing is stored of this audience's deliverables. */
  get #isNew(): boolean {
    return this.#shelf.wasEmpty && this.#rowKeys?.size === 0;
  }

  /** What comes in no order is left for the end, where all of it lies by months. */
  async #packBefore(month: MonthKey): Promise<void> {
    if (month <= this.#packedBefore) return;
    this.#packedBefore = month;
    await this.#shelve([...this.#toPack.values()].filter(({ id }) => this.#monthOf(id) < month));
    this.#shelf.packBefore(month);
    this.#rollups.packBefore(month);
  }

  #earliestMonth(ids: readonly string[]): MonthKey {
    let earliest = '9999-99';
    for (const id of ids) {
      const month = this.#monthOf(id);
      if (month < earliest) earliest = month;
    }
    return earliest;
  }

  async #shelve(entries: readonly PackedEntry[]): Promise<void> {
    // Of what had a row the month may not be in hand yet.
    await this.#shelf.load(entries.map(({ id }) => id));
    this.#shelf.putAll(entries);
    for (const { id } of entries) this.#toPack.delete(id);
  }

  #merge(id: string, changes: readonly MergedChange[], row: DeliverableRow | undefined): void {
    const waiting = row ? undefined : this.#toPack.get(id);
    const shelved = row || waiting ? undefined : this.#shelf.get(id);
    const packed = waiting?.line ?? shelved;
    const held =
      row ?? (packed === undefined ? undefined : unpackLine(packed, this.#source.audience));
    const kept = foldChanges(held, changes, this.#source);
    if (!kept) return;
    // Nearly all of a long history is new, and said at once: it is packed as it was written.
    const line = packLine(kept, held || changes.length > 1 ? undefined : changes[0]?.fieldsText);
    if (held && line === (packed ?? packLine(held))) {
      if (!this.#fates.has(id)) this.#fates.set(id, 'same');
      return;
    }
    if (this.#fates.get(id) !== 'new') this.#fates.set(id, held ? 'changed' : 'new');
    const before = held && deliverableFrom(held);
    const after = deliverableFrom(kept);
    if (before) this.#rollups.subtract(this.#measured(before));
    this.#rollups.add(this.#measured(after));
    this.#ledger.move(
      before && isLive(before) ? held?.own : undefined,
      isLive(after) ? kept.own : undefined,
    );
    const isShelved = waiting?.isHeld ?? shelved !== undefined;
    if (hasRow(after, this.#rowsFromDay)) {
      const put = deliverableRow(kept, after);
      this.#putRows.set(id, put);
      this.#goneRows.delete(put.key);
      this.#toPack.delete(id);
      if (isShelved) this.#shelf.remove(id);
      return;
    }
    if (row) {
      this.#putRows.delete(id);
      this.#goneRows.add(row.key);
    }
    this.#toPack.set(id, { id, line, entry: indexEntry(after), isHeld: isShelved });
  }

  #measured(deliverable: Deliverable): readonly Contribution[] {
    return contributionsOf(
      deliverable,
      this.#terms.book.of(deliverable.memberId, deliverable.outcomeId),
    );
  }

  /** Rows as they stand by now: as they are stored, or as an earlier part has left them. */
  async #rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, DeliverableRow>> {
    const rows = new Map<string, DeliverableRow>();
    const stored: string[] = [];
    for (const id of ids) {
      const put = this.#putRows.get(id);
      if (put) rows.set(id, put);
      else stored.push(recordKey(this.#source.audience, 'deliverable', id));
    }
    for (const row of await this.#storedRows(stored)) rows.set(row.id, row);
    return rows;
  }

  async #storedRows(keys: readonly string[]): Promise<readonly DeliverableRow[]> {
    const { audience } = this.#source;
    if (keys.length > FEW_RECORDS) {
      this.#rowKeys ??= new Set(
        await this.#db.deliverables
          .where('key')
          .between(`${audience}|`, `${audience}|\uffff`)
          .primaryKeys(),
      );
    }
    const held = this.#rowKeys;
    const wanted = keys.filter((key) => (!held || held.has(key)) && !this.#goneRows.has(key));
    if (wanted.length === 0) return [];
    return (await this.#db.deliverables.bulkGet(wanted)).flatMap((row) => row ?? []);
  }
}

interface DeliverableMergeOptions {
  /** Completed work of this day and later gets rows. */
  readonly rowsFromDay: DayKey;
  readonly cache: SegmentCache;
}
