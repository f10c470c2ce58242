import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { addDays } from '#shared/day';
import type { Json } from '#shared/json';
import { exactDistribution } from '#shared/metrics/distribution';
import { sumFigures } from '#shared/metrics/insights/figure-rows';
import type { FigureRow } from '#shared/metrics/insights/figure-rows';
import { bucketsOf } from '#shared/metrics/period';
import { AMOUNT_NAMES, SAMPLE_NAMES } from '#shared/metrics/rollup';
import { sumTotals } from '#shared/metrics/sum-totals';
import { PERIODS } from '#shared/plan/outcome';
import { memberAudience } from '#shared/stream/change';
import { applyChanges } from '../../../../renderer/data/apply.ts';
import { closeProjection, openProjection } from '../../../../renderer/data/current.ts';
import { readFigures } from '../../../../renderer/data/insights/figures.ts';
import type { FiguresQuery } from '../../../../renderer/data/insights/figures.ts';
import { dayRows } from '../../../../renderer/data/rollups.ts';
import { noonMs } from '../entries.ts';
import { TestStream } from '../streams.ts';

const NAME = 'figures';
const FIRST = '2026-09-20';
const NOW_MS = noonMs('2026-12-31');

afterEach(async () => {
  closeProjection();
  await Dexie.delete(NAME);
});

const days = fc.integer({ min: 0, max: 80 }).map((at) => addDays(FIRST, at));
const edits = fc.record({
  member: fc.constantFrom('ana', 'ben'),
  id: fc.nat({ max: 14 }).map((at) => `202610-${at}`),
  outcomeId: fc.constantFrom('uploads', 'tickets', ''),
  day: days,
  clientShift: fc.integer({ min: -2, max: 2 }),
  hours: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null }),
  quantity: fc.constantFrom(1, 12, 0.1, 0.2, 2.5),
  isOpen: fc.boolean(),
  isDeleted: fc.boolean(),
});
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

const fieldsOf = ({
  outcomeId,
  day,
  clientShift,
  hours,
  quantity,
  ...edit
}: Edit): Record<string, Json> => ({
  outcomeId,
  quantity,
  day: edit.isOpen ? null : day,
  clientDay: edit.isOpen ? null : addDays(day, clientShift),
  completedAtMs: edit.isOpen ? null : noonMs(day),
  requestedAtMs: hours === null ? null : noonMs(day) - hours * 3_600_000,
  deleted: edit.isDeleted,
});

/** Merges edits in the order they were made, a transaction each for some, all of a member's at once for the others. */
async function merge(
  db: Awaited<ReturnType<typeof openProjection>>,
  all: readonly Edit[],
  round: number,
) {
  for (const member of ['ana', 'ben']) {
    const audience = memberAudience(member);
    const stream = new TestStream({
      audience,
      memberId: member,
      isOwn: true,
      epoch: `e000000${round}`,
    });
    for (const edit of all.filter((each) => each.member === member)) {
      const fields = fieldsOf(edit);
      stream.add(NOW_MS + round * 1_000, { type: 'deliverable', id: edit.id, fields });
    }
    await applyChanges(db, stream.source, stream.changes, NOW_MS);
  }
}

const keyOf = (row: Omit<FigureRow, 'totals'>): string =>
  `${row.memberId} ${row.outcomeId} ${row.bucket}`;

/** Every row from the day totals alone, each of which the roll-ups' own tests recompute from the changes. */
async function slowly(query: FiguresQuery) {
  const found = new Map<string, Awaited<ReturnType<typeof dayRows>>>();
  const buckets = bucketsOf(query, query.bucket);
  for (const row of await dayRows(query)) {
    const bucket = buckets.findIndex(
      ({ fromDay, toDay }) => fromDay <= row.day && row.day <= toDay,
    );
    const key = keyOf({ ...row, bucket });
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return new Map([...found].map(([key, rows]) => [key, sumTotals(rows.map((row) => row.totals))]));
}

test('figures are the day totals summed, by whichever days and buckets, before and after edits', async () => {
  const queries = fc.record({
    from: days,
    length: fc.integer({ min: 0, max: 90 }),
    bucket: fc.constantFrom(...PERIODS),
    daysBy: fc.constantFrom('member', 'client'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(edits, { minLength: 1, maxLength: 30 }),
      fc.array(edits, { maxLength: 6 }),
      fc.array(queries, { minLength: 1, maxLength: 4 }),
      async (first, later, asked) => {
        const db = await openProjection(NAME);
        try {
          for (const [round, all] of [first, later].entries()) {
            await merge(db, all, round + 1);
            for (const { from, length, ...how } of asked) {
              const query = { fromDay: from, toDay: addDays(from, length), ...how };
              await expectAgreement(query);
            }
          }
        } finally {
          closeProjection();
          await Dexie.delete(NAME);
        }
      },
    ),
    { numRuns: 12 },
  );
});

async function expectAgreement(query: FiguresQuery): Promise<void> {
  const { rows, buckets } = await readFigures(query);
  const wanted = await slowly(query);
  expect(new Set(rows.map(keyOf))).toEqual(new Set(wanted.keys()));
  expect(buckets).toEqual(bucketsOf(query, query.bucket));
  for (const row of rows) {
    const totals = wanted.get(keyOf(row));
    if (!totals) throw new Error('Compared above');
    for (const name of AMOUNT_NAMES) expect(row.totals.amounts[name]).toBe(totals[name]);
    for (const name of SAMPLE_NAMES) {
      const { count, relativeError, quantile } = row.totals.times[name];
      expect(count).toBe(totals[name].length);
      const exact = exactDistribution(totals[name]).quantile(0.85) ?? 0;
      expect(Math.abs((quantile(0.85) ?? 0) - exact)).toBeLessThanOrEqual(
        exact * (relativeError + 1e-9),
      );
    }
  }
  const whole = sumFigures(rows.map(({ totals }) => totals));
  const all = sumTotals([...wanted.values()]);
  for (const name of AMOUNT_NAMES) expect(whole.amounts[name]).toBe(all[name]);
  expect(whole.times.turnaroundMs.count).toBe(all.turnaroundMs.length);
}
