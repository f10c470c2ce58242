import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastCountedDay } from '#shared/deliverables/oddities';
import { applyChanges } from '../../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import { readFigures } from '../../../../renderer/data/insights/figures.ts';
import { logDone, noonMs } from '../entries.ts';
import { ownStream } from '../streams.ts';

const NAME = 'days-ahead';
const TODAY = '2026-11-23';
const QUARTER = { fromDay: '2026-10-01', toDay: '2026-12-31', daysBy: 'member' } as const;

beforeAll(async () => {
  const db = await openProjection(NAME);
  const ana = ownStream('ana');
  for (const day of ['2026-10-05', TODAY, '2026-11-27', '2026-12-20']) logDone(ana, day);
  await applyChanges(db, ana.source, ana.changes, noonMs(TODAY));
});

afterAll(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

test.each(['day', 'week', 'month', 'quarter'] as const)(
  'days that have not come count for nothing, by %s, and have their buckets',
  async (bucket) => {
    const countOf = async (countedToDay?: string) => {
      const query = { ...QUARTER, bucket, ...(countedToDay && { countedToDay }) };
      const { rows, buckets } = await readFigures(query);
      const count = rows.reduce((sum, { totals }) => sum + totals.amounts.count, 0);
      return { count, toDay: buckets.at(-1)?.toDay };
    };
    expect(await countOf()).toEqual({ count: 4, toDay: '2026-12-31' });
    expect(await countOf(lastCountedDay(TODAY))).toEqual({ count: 2, toDay: '2026-12-31' });
    expect(await countOf('2026-09-30')).toEqual({ count: 0, toDay: '2026-12-31' });
  },
);
