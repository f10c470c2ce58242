import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChunkPart, plainPart } from '#shared/stream/chunk-part';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import type { IncomingChunk } from '../../../../renderer/data/import/importer.ts';
import { LocalImporter } from '../../../../renderer/data/import/importer.ts';
import { isUnpackFailure, unpackChunk } from '../../../../renderer/data/import/unpack-chunk.ts';
import type { Projection } from '../../../../renderer/data/projection.ts';
import { logDone, noonMs } from '../entries.ts';
import { snapshotOf } from '../snapshot.ts';
import { FOUNDER_KEY, ownStream } from '../streams.ts';

const NOW_MS = noonMs('2026-11-22');

let db: Projection;
let importer: LocalImporter;

beforeEach(async () => {
  db = await openProjection('unpack');
  importer = new LocalImporter(db, { founderKey: FOUNDER_KEY, nowMs: NOW_MS });
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

function stream() {
  const ana = ownStream('ana');
  for (let at = 0; at < 300; at += 1) logDone(ana, '2026-11-20', { quantity: at });
  return ana;
}

const linesOf = ({ parts }: IncomingChunk): Uint8Array => parts[0]?.bytes ?? new Uint8Array();

const packedPart = (lines: Uint8Array): ChunkPart => ({
  codec: 'gzip',
  bytes: new Uint8Array(gzipSync(lines)),
  rawLen: lines.length,
});

test('packed and plain parts in any order give the lines that they were made of', async () => {
  const chunk = stream().chunk();
  const lines = linesOf(chunk);
  const pieces = [lines.slice(0, 5_000), lines.slice(5_000, 5_001), lines.slice(5_001)];
  for (const packed of [[], [0], [1], [0, 2], [0, 1, 2]]) {
    const parts = pieces.map((each, at) => (packed.includes(at) ? packedPart : plainPart)(each));
    const unpacked = await unpackChunk({ ...chunk, parts });
    expect(Buffer.compare(unpacked.lines, lines)).toBe(0);
  }
  expect((await unpackChunk({ ...chunk, parts: [] })).lines).toHaveLength(0);
});

test('a chunk of packed and plain parts merges to the same as one of lines', async () => {
  const chunk = stream().chunk();
  const plain = await importer.merge(chunk);
  const expected = await snapshotOf(db);
  await Promise.all(db.tables.map(async (table) => await table.clear()));
  const lines = linesOf(chunk);
  const cut = lines.indexOf(10, 9_000) + 1;
  const parts = [packedPart(lines.slice(0, cut)), plainPart(lines.slice(cut))];
  const fresh = new LocalImporter(db, { founderKey: FOUNDER_KEY, nowMs: NOW_MS });
  expect(await fresh.merge({ ...chunk, parts })).toEqual(plain);
  expect(await snapshotOf(db)).toEqual(expected);
});

describe('a part is refused, and nothing of its chunk merged, that', () => {
  const wrong: readonly [string, (part: ChunkPart, lines: Uint8Array) => ChunkPart][] = [
    ['gives less than it says', (part) => ({ ...part, rawLen: part.rawLen + 1 })],
    ['gives more than it says', (part) => ({ ...part, rawLen: part.rawLen - 1 })],
    ['is cut off', (part) => ({ ...part, bytes: part.bytes.slice(0, -20) })],
    ['is no gzip', (part, lines) => ({ ...part, bytes: lines })],
    ['is plain and shorter', (part, lines) => ({ ...plainPart(lines), rawLen: part.rawLen + 1 })],
    [
      'has bytes behind it',
      (part) => ({ ...part, bytes: Buffer.concat([part.bytes, part.bytes]) }),
    ],
  ];
  test.each(wrong)('%s', async (_, spoil) => {
    const chunk = stream().chunk();
    const lines = linesOf(chunk);
    const parts = [spoil(packedPart(lines), lines)];
    const failure: unknown = await importer.merge({ ...chunk, parts }).catch((error) => error);
    expect(isUnpackFailure(failure)).toBe(true);
    expect(await db.cursors.count()).toBe(0);
    expect((await importer.merge(chunk)).outcome).toBe('applied');
  });
});
