import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IPC_LIMITS } from '#shared/ipc-parsers';
import { GENESIS_HASH } from '#shared/stream/change';
import { changeLine } from '#shared/stream/chain';
import { rawLengthOf } from '#shared/stream/chunk-part';
import { linesInParts } from '../../parts-lines.ts';
import type { TestDevice } from './parts/test-device.ts';
import { codeOf, testEngine, value } from './parts/test-engine.ts';
import { watchedFolder, type WatchedFolder } from './parts/watched-folder.ts';

/** Together more than is worth packing. */
const MANY = 400;

const linesOf = ({ changes }: TestDevice, first = 1, last = changes.length): string =>
  changes
    .slice(first - 1, last)
    .map((change) => `${changeLine(change)}\n`)
    .join('');

const textOf = (parts: Parameters<typeof linesInParts>[0]): string =>
  Buffer.from(linesInParts(parts)).toString();

/** Ana's changes after `afterSeq`, as the window asks for them. */
async function read({ engine, workspace, ana }: WatchedFolder, afterSeq = 0, isPlain = false) {
  const { stream, epoch, changes } = ana;
  const afterH = changes[afterSeq - 1]?.h ?? GENESIS_HASH;
  return await engine.readChanges({ workspace, stream, epoch, afterSeq, afterH, isPlain });
}

async function withBatches(...cuts: readonly number[]): Promise<WatchedFolder> {
  const folder = await watchedFolder();
  folder.ana.writeMany(3 * MANY - 1);
  for (const file of folder.ana.batches(...cuts)) folder.put(file);
  await folder.pull();
  return folder;
}

test('a batch that is wanted whole travels as it is stored, with nothing of its file around it', async () => {
  const folder = await withBatches(MANY);
  const { parts, ...rest } = value(await read(folder));
  expect(parts.map(({ codec }) => codec)).toEqual(['gzip', 'gzip']);
  expect(textOf(parts)).toBe(linesOf(folder.ana));
  expect(rawLengthOf(parts)).toBe(linesOf(folder.ana).length);
  for (const { bytes } of parts) expect(bytes.buffer.byteLength).toBe(bytes.length);
  const { h: lastH } = folder.ana;
  expect(rest).toEqual({ count: 3 * MANY, lastSeq: 3 * MANY, lastH, hasMore: false });
});

test('what is wanted of a batch in part, or is small, travels as lines, side by side as one part', async () => {
  const folder = await withBatches(MANY, MANY + 2, MANY + 4);
  const { parts } = value(await read(folder, MANY - 5));
  expect(parts.map(({ codec }) => codec)).toEqual(['none', 'gzip']);
  expect(textOf(parts)).toBe(linesOf(folder.ana, MANY - 4));
  expect(textOf(parts.slice(0, 1))).toBe(linesOf(folder.ana, MANY - 4, MANY + 4));
  for (const { bytes } of parts) expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test('whoever cannot unpack gets the same as lines', async () => {
  const folder = await withBatches(MANY);
  const { parts, ...rest } = value(await read(folder, 0, true));
  expect(parts.map(({ codec }) => codec)).toEqual(['none']);
  expect(textOf(parts)).toBe(linesOf(folder.ana));
  const { parts: _, ...packed } = value(await read(folder));
  expect(rest).toEqual(packed);
});

test('a reply is as large unpacked as it may be, and the next goes on inside the batch', async () => {
  const folder = await watchedFolder();
  for (let at = 0; at < 900; at += 1) {
    folder.ana.write('note', `n${at}`, { text: 'x'.repeat(10_000) });
  }
  for (const file of folder.ana.batches(300, 600)) folder.put(file);
  await folder.pull();
  const { changes } = folder.ana;
  const lines: string[] = [];
  const codecs: string[][] = [];
  for (let [at, hasMore] = [0, true]; hasMore;) {
    const chunk = value(await read(folder, at));
    const size = rawLengthOf(chunk.parts);
    expect(size).toBeLessThanOrEqual(IPC_LIMITS.readBytes);
    if (chunk.hasMore) expect(size).toBeGreaterThan(IPC_LIMITS.readBytes - 11_000);
    lines.push(textOf(chunk.parts));
    codecs.push(chunk.parts.map(({ codec }) => codec));
    expect(chunk.lastH).toBe(changes[chunk.lastSeq - 1]?.h);
    [at, hasMore] = [chunk.lastSeq, chunk.hasMore];
  }
  expect(lines.join('')).toBe(linesOf(folder.ana));
  expect(codecs).toEqual([['gzip', 'none'], ['none'], ['none']]);
});

test('a stored batch that was damaged is not handed out, and is fetched again', async () => {
  const folder = await withBatches(MANY);
  const { root, engine } = folder;
  await engine.close();
  const stored = storedFiles(root).find((path) => path.includes(`${MANY + 1}-${3 * MANY}-`)) ?? '';
  const file = readFileSync(stored);
  file[file.length >> 1] = (file[file.length >> 1] ?? 0) ^ 4;
  writeFileSync(stored, file);
  const again = { ...folder, engine: (await testEngine(join(root, 'data'))).engine };
  expect(codeOf(await read(again))).toBe('disk-failed');
  value(await again.engine.pull(folder.workspace));
  expect(textOf(value(await read(again)).parts)).toBe(linesOf(folder.ana));
});

const storedFiles = (root: string): readonly string[] => {
  const store = join(root, 'data');
  return readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.outlog'))
    .map((name) => join(store, name));
};
