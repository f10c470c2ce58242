import { audienceMember } from '#shared/stream/change';
import type { Table, Transaction } from 'dexie';
import { sumsKeyOf } from './record-key.ts';
import type { RollupRecord, StoredRecord } from './stored.ts';

/** One published shape of the database. A version that has shipped never changes. */
export interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * Every version of the projection, oldest first; the last is today's. A new one is one more entry here
 * and one more frozen fixture in `tests/fixtures/frozen`.
 */
export const SCHEMA: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      plan: 'key',
      sopVersions: 'key, sopId',
      deliverables: 'key, openOf, [day+memberId], importId',
      shelves: 'audience',
      segments: 'key',
      segmentIndexes: 'key',
      rollups: 'key',
      runs: 'key, openOf, [memberId+day]',
      checkIns: 'key, [memberId+day], day',
      receipts: 'key, streamKey',
      imports: 'key',
      others: 'key',
      refused: 'key',
      ledger: 'key, streamKey',
      cursors: 'key',
      marks: 'key',
    },
  },
  {
    version: 2,
    stores: {
      deliverables: 'key, openOf, [day+memberId], importId, *needs',
      recurrences: 'key, memberId',
      views: 'key',
      terms: 'audience',
    },
    upgrade: emptied,
  },
  {
    version: 3,
    stores: {
      runs: 'key, openOf, [memberId+day], fields.sopId',
      suggestions: 'key, sopId',
      acknowledgements: 'key, sopId',
      signOffs: 'key, openFor',
      handOvers: 'key, openFor',
    },
  },
  { version: 4, stores: { outages: 'key, memberId' }, upgrade: outagesShelved },
  {
    version: 5,
    stores: {
      reviews: 'key, memberId',
      reviewActions: 'key, openOf, seriesId',
      instructions: 'key, memberId',
      qualitySamples: 'key',
      qualityChecks: 'key, sampleId, [memberId+day]',
      sums: 'key',
    },
    upgrade: rebuilt,
  },
  {
    version: 6,
    stores: { handOverPacks: 'key, memberId, fromId', handOverNotes: 'key, memberId' },
    upgrade: handOversShelved,
  },
  { version: 7, stores: { rollups: 'key' }, upgrade: rollupsTurned },
  {
    version: 8,
    stores: { packs: 'key', segments: null, segmentIndexes: null, rollups: null, sums: null },
    upgrade: packedTogether,
  },
];

/**
 * Version 1 kept roll-ups, indexes and recurrences in another shape. The streams hold all of it, and an
 * empty database is rebuilt from them, which is shown: no figure of the old kind is ever read as a new one.
 * Later tables are no part of this step: a database that never had them has nothing in them.
 */
async function emptied(transaction: Transaction): Promise<void> {
  await emptyTablesUpTo(2, transaction);
}

/** Version 5 counts arrivals and starts in roll-ups, which earlier ones did not: all of it is folded anew. */
async function rebuilt(transaction: Transaction): Promise<void> {
  await emptyTablesUpTo(5, transaction);
}

async function emptyTablesUpTo(version: number, transaction: Transaction): Promise<void> {
  const known = SCHEMA.filter((each) => each.version <= version);
  const names = known.flatMap(({ stores }) => Object.keys(stores));
  await Promise.all([...new Set(names)].map((name) => transaction.table(name).clear()));
}

/** The same of leave and of what changes hands, which a newer program may have written. */
async function handOversShelved(transaction: Transaction): Promise<void> {
  const others = transaction.table<StoredRecord, string>('others');
  const known = (await others.toArray()).filter(({ type }) => type in VERSION_6_TABLES);
  for (const each of known) {
    const table = VERSION_6_TABLES[each.type] ?? 'others';
    const memberId = audienceMember(each.audience) ?? '';
    const row =
      table === 'plan' ? each : { ...each, memberId, fromId: each.fields['fromId'] ?? '' };
    await transaction.table(table).put(row);
  }
  if (known.length === 0) return;
  await others.bulkDelete(known.map(({ key }) => key));
  await transaction.table('marks').put({ key: 'staleTerms' });
}

/** Roll-ups were kept by month and member, and are now by member and month. A large team has 100 MB of them. */
async function rollupsTurned(transaction: Transaction): Promise<void> {
  const rollups = transaction.table<RollupRecord, string>('rollups');
  await moved(rollups, rollups, turned);
}

/** What is packed of a member was kept in four stores, and is now in one. */
async function packedTogether(transaction: Transaction): Promise<void> {
  const packs = transaction.table<Keyed, string>('packs');
  for (const [name, keyOf] of Object.entries(PACKED_IN_VERSION_7)) {
    await moved(transaction.table<Keyed, string>(name), packs, keyOf);
  }
}

const PACKED_IN_VERSION_7: Readonly<Record<string, (key: string) => string>> = {
  segments: (key) => key.replace('|', '|b|'),
  segmentIndexes: (key) => key.replace('|', '|i|'),
  rollups: (key) => key.replace('|', '|r|'),
  sums: (key) => sumsKeyOf(turned(key).replace('|', '|r|')),
};

function turned(key: string): string {
  const at = key.indexOf('|');
  return `${key.slice(at + 1)}|${key.slice(0, at)}`;
}

interface Keyed {
  readonly key: string;
}

/** Gives records other keys, which none of them has already. */
async function moved<Kept extends Keyed>(
  from: Table<Kept, string>,
  to: Table<Kept, string>,
  keyOf: (key: string) => string,
): Promise<void> {
  const keys = await from.toCollection().primaryKeys();
  for (let at = 0; at < keys.length; at += MOVED_AT_ONCE) {
    const some = keys.slice(at, at + MOVED_AT_ONCE);
    const held = await from.bulkGet(some);
    await to.bulkPut(held.flatMap((each) => (each ? [{ ...each, key: keyOf(each.key) }] : [])));
    await from.bulkDelete(some);
  }
}

/** Segments are a fifth of a megabyte each. */
const MOVED_AT_ONCE = 50;

const VERSION_6_TABLES: Readonly<Record<string, string>> = {
  absence: 'plan',
  handOverPack: 'handOverPacks',
  handOverNote: 'handOverNotes',
};

/** A colleague with a newer program may have written some already, which version 3 kept among what it did not know. */
async function outagesShelved(transaction: Transaction): Promise<void> {
  const others = transaction.table<StoredRecord, string>('others');
  const outages = (await others.toArray()).filter(({ type }) => type === 'outage');
  if (outages.length === 0) return;
  await transaction
    .table('outages')
    .bulkPut(outages.map((each) => ({ ...each, memberId: audienceMember(each.audience) ?? '' })));
  await others.bulkDelete(outages.map(({ key }) => key));
  await transaction.table('marks').put({ key: 'staleTerms' });
}
