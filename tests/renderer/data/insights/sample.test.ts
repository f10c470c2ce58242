import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AMOUNT_NAMES } from '#shared/metrics/rollup';
import type { AmountName } from '#shared/metrics/rollup';
import { overviewLines } from '#shared/metrics/overview';
import { applyChanges } from '../../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import { readFigures } from '../../../../renderer/data/insights/figures.ts';
import { retune } from '../../../../renderer/data/retune.ts';
import { dayRows } from '../../../../renderer/data/rollups.ts';
import { SegmentCache } from '../../../../renderer/data/segments/segment-cache.ts';
import { THURSDAY_MS, sampleAt } from '../../../shared/sample/read-sample.ts';
import { TestStream } from '../streams.ts';
import { countRaw } from './raw-work.ts';
import type { RawFigures } from './raw-work.ts';

const NAME = 'sample-figures';
const EVER = { fromDay: '2026-01-01', toDay: '2026-12-31', daysBy: 'member' } as const;
const team = sampleAt(THURSDAY_MS);

const COUNTED: readonly AmountName[] = [
  'count',
  'quantity',
  'checkedQuantity',
  'errors',
  'valueMinor',
  'costMinor',
  'arrivedCount',
  'startedCount',
  'reworkedCount',
  'acceptedCount',
  ...AMOUNT_NAMES.filter((name) => /(Met|Missed)(Excused)?$/.test(name)),
];

const TIMES = ['turnaroundMs', 'turnaroundWorkMs', 'cycleWorkMs', 'responseWorkMs'] as const;

/** Days are counted in weeks from Monday. */
function mondayOf(day: string): string {
  const ms = Date.parse(day);
  const sinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return new Date(ms - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

/** Sorted numbers, between the two nearest of which a percentile lies. */
function percentile(times: readonly number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}

const amountsOf = ({ sums }: RawFigures): Record<string, number> =>
  Object.fromEntries(COUNTED.map((name) => [name, sums[name] ?? 0]));

beforeAll(async () => {
  const db = await openProjection(NAME);
  const streams = new Map<string, TestStream>();
  for (const { memberId, atMs, edit } of team.edits) {
    const key = `${memberId} ${edit.audience}`;
    const stream = streams.get(key) ?? new TestStream({ memberId, audience: edit.audience });
    streams.set(key, stream);
    stream.add(atMs, edit);
  }
  for (const { source, changes } of streams.values()) {
    await applyChanges(db, source, changes, THURSDAY_MS);
  }
  await retune(db, new SegmentCache('sample'));
});

afterAll(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

test.each([
  ['week', mondayOf],
  ['month', (day: string) => `${day.slice(0, 7)}-01`],
] as const)(
  'figures of the sample by %s are those of a count by hand',
  async (bucket, bucketOf) => {
    const slow = countRaw(team, bucketOf);
    const { rows, buckets } = await readFigures({ ...EVER, bucket });
    const seen = new Set<string>();
    for (const { memberId, outcomeId, bucket: at, totals } of rows) {
      const key = `${memberId} ${outcomeId} ${bucketOf(buckets[at]?.fromDay ?? '')}`;
      const raw = slow.get(key);
      if (!raw) throw new Error(`Nothing was done: ${key}`);
      seen.add(key);
      const { amounts, times } = totals;
      const told = Object.fromEntries(COUNTED.map((name) => [name, amounts[name]]));
      expect({ key, ...told }).toEqual({ key, ...amountsOf(raw) });
      expect(amounts.oddCount).toBe(0);
      for (const name of TIMES) {
        expect({ key, name, n: times[name].count }).toEqual({ key, name, n: raw[name].length });
        for (const p of raw[name].length > 0 ? [0.5, 0.85, 0.95] : []) {
          const exact = percentile(raw[name], p);
          const error = Math.abs((times[name].quantile(p) ?? 0) - exact);
          expect(error).toBeLessThanOrEqual(exact * times[name].relativeError + 1);
        }
      }
    }
    expect(seen).toEqual(new Set(slow.keys()));
    expect(seen.size).toBeGreaterThan(20);
  },
);

test('so are the lines of the overview, with exact times', async () => {
  const slow = countRaw(team, () => 'ever');
  const rows = await dayRows(EVER);
  const lines = overviewLines({
    members: [],
    outcomes: [],
    clockOf: noTarget,
    daysOf: noTarget,
    joinedAtMs: new Map(),
    range: EVER,
    rows,
    open: [],
    nowMs: THURSDAY_MS,
  });
  expect(lines).toHaveLength(slow.size);
  for (const { memberId, outcomeId, completed } of lines) {
    const raw = slow.get(`${memberId} ${outcomeId} ever`);
    if (!raw) throw new Error('Nothing was done');
    const told = Object.fromEntries(COUNTED.map((name) => [name, completed[name]]));
    expect(told).toEqual(amountsOf(raw));
    for (const name of TIMES) {
      expect(completed[name]).toEqual(raw[name].toSorted((a, b) => a - b));
    }
  }
});

const noTarget = (): never => {
  throw new Error('Nothing is aimed at');
};
