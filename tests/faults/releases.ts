import 'fake-indexeddb/auto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { readerTools } from '../../electron/sync/batch-tools.ts';
import { nodeFileSystem } from '../../electron/sync/file-system.ts';
import { openJournal } from '../../electron/sync/journal/open-journal.ts';
import { JournalReader } from '../../electron/sync/journal/read-journal.ts';
import { LocalImporter } from '../../renderer/data/import/importer.ts';
import { Projection } from '../../renderer/data/projection.ts';
import { SCHEMA } from '../../renderer/data/schema.ts';
import { linesById } from '../../renderer/data/segments/segment-line.ts';
import { decodeBatch, splitBatch } from '../../shared/stream/batch-decode.ts';
import { type Change, GENESIS_HASH } from '../../shared/stream/change.ts';
import { frozenProjection, type FrozenTables } from '../renderer/data/frozen.ts';
import { snapshotOf } from '../renderer/data/snapshot.ts';
import type { Fault, FaultOptions, FaultResult } from './fault.ts';
import { readJournal } from './journal-frames.ts';
import { plainPart } from '#shared/stream/chunk-part';

const FROZEN = path.join(import.meta.dirname, '../fixtures/frozen');
const NOW_MS = Date.UTC(2026, 10, 22, 12);

/**
 * What every release left behind, opened by today's program: each frozen batch is read whole, each frozen
 * journal too and goes on, and each frozen database opens with every record it had, or empty; from the
 * journal a new one is then built. `count` is how often; the fixtures are as many as there are.
 */
export const releases: Fault = { defaultCount: 1, run };

interface Tally {
  lost: number;
  fixtures: number;
  unopened: number;
}

async function run({ count, onProgress }: FaultOptions): Promise<FaultResult> {
  const tally: Tally = { lost: 0, fixtures: 0, unopened: 0 };
  for (let done = 1; done <= count; done += 1) {
    for (const name of readdirSync(FROZEN).toSorted()) {
      const [kind = '', version = ''] = name.split(/-v?|\.json$/);
      const fixture = path.join(FROZEN, name);
      if (kind === 'batch') readBatches(fixture, tally);
      else if (kind === 'journal') await reopenJournal(fixture, tally);
      else if (kind === 'projection') await reopenDatabase(Number(version), tally);
    }
    onProgress(done);
  }
  const { lost, ...figures } = tally;
  const isGood = lost + figures.unopened === 0 && figures.fixtures > SCHEMA.length * count;
  return { name: 'releases', count, lost, figures, isGood };
}

function readBatches(folder: string, tally: Tally): void {
  for (const name of readdirSync(folder)) {
    tally.fixtures += 1;
    const file = readFileSync(path.join(folder, name));
    const batch = decodeBatch(file, readerTools);
    if (batch.ok) continue;
    const parts = splitBatch(file, readerTools);
    tally.unopened += 1;
    tally.lost += parts.ok ? parts.header.count : 1;
  }
}

/** Every change that another reader finds in it must be read, merged, and stay when it goes on. */
async function reopenJournal(folder: string, tally: Tally): Promise<void> {
  tally.fixtures += 1;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'outlog-release-'));
  const db = new Projection(`release ${directory}`);
  try {
    cpSync(folder, directory, { recursive: true });
    const wanted = readJournal(directory).changes;
    const opened = await openJournal(nodeFileSystem, directory);
    if (!opened.ok) {
      tally.unopened += 1;
      tally.lost += wanted.length;
      return;
    }
    const { journal, close } = opened.value;
    await db.open();
    const reader = new JournalReader(nodeFileSystem, journal);
    let mergedCount = 0;
    for (const [key, { seq: _seq, h: _h, member, ...head }] of journal.state.streams) {
      const changes: Change[] = [];
      const start = { seq: 0, h: GENESIS_HASH };
      await reader.readAfter(key, start, (change) => changes.push(change) > 0);
      const importer = new LocalImporter(db, { founderKey: head.keyId, nowMs: NOW_MS });
      const text = changes.map((change) => `${JSON.stringify(change)}\n`).join('');
      const last = changes.at(-1);
      await importer.merge({
        source: { ...head, memberId: member, isOwn: true },
        afterSeq: 0,
        parts: [plainPart(Buffer.from(text))],
        lastSeq: last?.seq ?? 0,
        lastH: last?.h ?? GENESIS_HASH,
      });
      mergedCount += (await db.cursors.get(key))?.seq ?? 0;
    }
    tally.lost += wanted.length - mergedCount + (await db.refused.count());
    await close();
  } finally {
    await db.delete();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** A database that opens empty is built anew from the streams, which hold all of it. */
async function reopenDatabase(version: number, tally: Tally): Promise<void> {
  tally.fixtures += 1;
  const name = `release of schema ${version}`;
  const frozen = await frozenProjection(version);
  const past = new Projection(name, SCHEMA.slice(0, version));
  await past.open();
  for (const [table, rows] of Object.entries(frozen)) await past.table(table).bulkPut([...rows]);
  past.close();
  const today = new Projection(name);
  try {
    await today.open();
    if ((await today.cursors.count()) === 0) return;
    const { records } = await snapshotOf(today);
    tally.lost += recordsOf(frozen).filter((key) => !(key in records)).length;
  } catch {
    tally.unopened += 1;
  } finally {
    today.close();
    await Dexie.delete(name);
  }
}

/** `<audience>/<type>/<id>` of every record in rows and in packed history. */
function recordsOf(frozen: FrozenTables): readonly string[] {
  const keys: string[] = [];
  for (const [table, rows] of Object.entries(frozen)) {
    for (const row of rows) {
      const { audience, type, id, key, lines } = row as Readonly<Record<string, string>>;
      if (KEPT.has(table)) keys.push(`${audience}/${type}/${id}`);
      const isSegment = table === 'segments' || (table === 'packs' && key?.includes('|b|'));
      if (!isSegment) continue;
      const [of] = (key ?? '').split('|');
      for (const each of linesById(lines ?? '').keys()) keys.push(`${of}/deliverable/${each}`);
    }
  }
  return keys;
}

const KEPT: ReadonlySet<string> = new Set([
  'plan',
  'sopVersions',
  'deliverables',
  'recurrences',
  'views',
  'runs',
  'checkIns',
  'receipts',
  'imports',
]);
