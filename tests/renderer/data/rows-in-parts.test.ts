import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { rowsInParts } from '../../../renderer/data/rows-in-parts.ts';
import type { RunRow } from '../../../renderer/data/stored.ts';

/** More than three parts, and as many again that nobody asks for. */
const COUNT = 2_000;

const keyAt = (at: number): string => `m-ana|run|${String(at).padStart(5, '0')}`;

const rowAt = (at: number): RunRow => ({
  key: keyAt(at),
  audience: 'm-ana',
  type: 'run',
  id: String(at).padStart(5, '0'),
  fields: {},
  stamp: '',
  memberId: 'ana',
  day: '2026-11-20',
});

let db: Projection;
beforeEach(async () => {
  db = await openProjection('rows-in-parts');
  await db.runs.bulkPut(Array.from({ length: COUNT }, (_, at) => rowAt(at)));
});
afterEach(async () => {
  closeProjection();
  await db.delete();
});

const keysOf = async (keys: readonly string[]): Promise<readonly (string | undefined)[]> =>
  (await rowsInParts(db.runs, keys)).map((row) => row?.key);

test.each([
  ['all', 1],
  ['every second', 2],
  ['one of many', 40],
])('rows come in the order of their keys: %s', async (_name, stride) => {
  const keys = Array.from({ length: COUNT / stride }, (_, at) => keyAt(at * stride)).toReversed();
  expect(await keysOf(keys)).toEqual(keys);
});

test('what is not there is undefined at its place, and what is asked for twice comes twice', async () => {
  const keys = [keyAt(7), keyAt(COUNT + 1), keyAt(3), keyAt(7)];
  expect(await keysOf(keys)).toEqual([keyAt(7), undefined, keyAt(3), keyAt(7)]);
  expect(await rowsInParts(db.runs, [])).toEqual([]);
});
