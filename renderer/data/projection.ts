import type { Audience } from '#shared/stream/change';
import type { Table } from 'dexie';
import { Dexie } from 'dexie';
import type { SchemaVersion } from './schema.ts';
import { SCHEMA } from './schema.ts';
import type {
  AboutSopRow,
  AskedRow,
  CheckInRow,
  Cursor,
  DeliverableRow,
  LedgerBlock,
  HandOverPackRow,
  InstructionRow,
  MemberRow,
  OutageRow,
  QualityCheckRow,
  ReceiptRow,
  RecurrenceRow,
  RefusedChange,
  ReviewActionRow,
  ReviewRow,
  RollupRecord,
  RunRow,
  SegmentBody,
  SegmentIndex,
  Shelf,
  SopVersionRow,
  StaleTermsMark,
  StoredRecord,
  SumsRecord,
  TermsRecord,
  WriterMark,
} from './stored.ts';

/**
 * The merged records and roll-ups of one workspace in IndexedDB: a projection of the journal and of
 * everyone's batches, which can be deleted and rebuilt at any time.
 */
export class Projection extends Dexie {
  declare readonly plan: Table<StoredRecord, string>;
  declare readonly sopVersions: Table<SopVersionRow, string>;
  declare readonly deliverables: Table<DeliverableRow, string>;
  declare readonly shelves: Table<Shelf, string>;
  declare readonly terms: Table<TermsRecord, Audience>;
  declare readonly recurrences: Table<RecurrenceRow, string>;
  declare readonly views: Table<StoredRecord, string>;
  declare readonly runs: Table<RunRow, string>;
  declare readonly suggestions: Table<AboutSopRow, string>;
  declare readonly acknowledgements: Table<AboutSopRow, string>;
  declare readonly signOffs: Table<AskedRow, string>;
  declare readonly handOvers: Table<AskedRow, string>;
  declare readonly checkIns: Table<CheckInRow, string>;
  declare readonly outages: Table<OutageRow, string>;
  declare readonly reviews: Table<ReviewRow, string>;
  declare readonly reviewActions: Table<ReviewActionRow, string>;
  declare readonly instructions: Table<InstructionRow, string>;
  declare readonly handOverPacks: Table<HandOverPackRow, string>;
  declare readonly handOverNotes: Table<MemberRow, string>;
  declare readonly qualitySamples: Table<StoredRecord, string>;
  declare readonly qualityChecks: Table<QualityCheckRow, string>;
  declare readonly receipts: Table<ReceiptRow, string>;
  declare readonly imports: Table<StoredRecord, string>;
  declare readonly others: Table<StoredRecord, string>;
  declare readonly refused: Table<RefusedChange, string>;
  declare readonly ledger: Table<LedgerBlock, string>;
  declare readonly cursors: Table<Cursor, string>;
  declare readonly marks: Table<WriterMark | StaleTermsMark, string>;

  declare readonly packs: Table<SegmentBody | SegmentIndex | RollupRecord | SumsRecord, string>;

  readonly #newestVersion: number;

  /** `schema` is given by tests that open the past. */
  constructor(name: string, schema: readonly SchemaVersion[] = SCHEMA) {
    // Live queries read IndexedDB itself: what they show is what was committed.
    super(name, { cache: 'disabled', chromeTransactionDurability: 'relaxed' });
    this.#newestVersion = schema.at(-1)?.version ?? 0;
    for (const { version, stores, upgrade } of schema) {
      const defined = this.version(version).stores({ ...stores });
      if (upgrade) defined.upgrade(upgrade);
    }
  }

  // One store for all that is packed (see `record-key.ts`): a key tells what it is of, and no two share one.

  get segments(): Table<SegmentBody, string> {
    return this.#packsOf<SegmentBody>();
  }

  get segmentIndexes(): Table<SegmentIndex, string> {
    return this.#packsOf<SegmentIndex>();
  }

  get rollups(): Table<RollupRecord, string> {
    return this.#packsOf<RollupRecord>();
  }

  get sums(): Table<SumsRecord, string> {
    return this.#packsOf<SumsRecord>();
  }

  #packsOf<Pack>(): Table<Pack, string> {
    return this.packs as Table<unknown, string> as Table<Pack, string>;
  }

  /** Dexie opens what a newer program left, whose records this one may not understand. */
  get isFromNewer(): boolean {
    return this.verno > this.#newestVersion;
  }
}

export const projectionName = (workspaceId: string): string => `outlog-${workspaceId}`;
