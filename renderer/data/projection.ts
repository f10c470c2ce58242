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
  declare readonly segments: Table<SegmentBody, string>;
  declare readonly segmentIndexes: Table<SegmentIndex, string>;
  declare readonly terms: Table<TermsRecord, Audience>;
  declare readonly rollups: Table<RollupRecord, string>;
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
  declare readonly sums: Table<SumsRecord, string>;
  declare readonly receipts: Table<ReceiptRow, string>;
  declare readonly imports: Table<StoredRecord, string>;
  declare readonly others: Table<StoredRecord, string>;
  declare readonly refused: Table<RefusedChange, string>;
  declare readonly ledger: Table<LedgerBlock, string>;
  declare readonly cursors: Table<Cursor, string>;
  declare readonly marks: Table<WriterMark | StaleTermsMark, string>;

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

  /** Dexie opens what a newer program left, whose records this one may not understand. */
  get isFromNewer(): boolean {
    return this.verno > this.#newestVersion;
  }
}

export const projectionName = (workspaceId: string): string => `outlog-${workspaceId}`;
