import 'fake-indexeddb/auto';
import { Dexie, liveQuery } from 'dexie';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { countIn } from '../../../renderer/data/rollup-cells.ts';
import { dayRows, eachDayRow } from '../../../renderer/data/rollups.ts';
import { logDone, noonMs } from './entries.ts';
import { ownStream } from './streams.ts';

const NAME = 'rollups-read';
const NOVEMBER = { fromDay: '2026-11-01', toDay: '2026-11-30' };

let db: Projection;
beforeAll(async () => {
  db = await openProjection(NAME);
});

afterAll(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

async function log(memberId: string, ...days: readonly string[]): Promise<void> {
  const stream = ownStream(memberId);
  for (const day of days) logDone(stream, day);
  await applyChanges(db, stream.source, stream.changes, noonMs('2026-11-23'));
}

async function doneBy(filter: Parameters<typeof eachDayRow>[0]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await eachDayRow(filter, ({ memberId, packed }) => {
    counts[memberId] = (counts[memberId] ?? 0) + countIn(packed);
  });
  return counts;
}

test('a live query that visits days runs again when any of them changes, and whenever one is added', async () => {
  const seen = vi.fn<(counts: Record<string, number>) => void>();
  const following = liveQuery(async () => await doneBy(NOVEMBER)).subscribe(seen);
  await expect.poll(() => seen.mock.lastCall).toEqual([{}]);
  await log('ana', '2026-11-23');
  await expect.poll(() => seen.mock.lastCall).toEqual([{ ana: 1 }]);
  await log('ben', '2026-11-02');
  await expect.poll(() => seen.mock.lastCall).toEqual([{ ana: 1, ben: 1 }]);
  following.unsubscribe();
});

test('days, members and outcomes that are not asked for are left out of both', async () => {
  await log('cleo', '2026-10-31', '2026-11-01');
  const filters = [
    NOVEMBER,
    { ...NOVEMBER, memberIds: ['cleo'] },
    { ...NOVEMBER, memberIds: ['nobody'] },
    { fromDay: '2026-10-31', toDay: '2026-11-02' },
    { ...NOVEMBER, outcomeIds: ['other'] },
    { fromDay: '2026-11-30', toDay: '2026-11-01' },
  ];
  const counted = await Promise.all(filters.map(doneBy));
  expect(counted).toEqual([
    { ana: 1, ben: 1, cleo: 1 },
    { cleo: 1 },
    {},
    { ben: 1, cleo: 2 },
    {},
    {},
  ]);
  const rows = await Promise.all(filters.map(async (filter) => await dayRows(filter)));
  expect(rows.map(({ length }) => length)).toEqual([3, 1, 0, 3, 0, 0]);
});
