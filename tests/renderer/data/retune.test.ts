import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Json } from '#shared/json';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { readTerms } from '../../../renderer/data/terms.ts';
import { logDone, noonMs } from './entries.ts';
import { recomputed } from './recomputed.ts';
import { snapshotOf } from './snapshot.ts';
import { FOUNDER_KEY, TestStream, ownStream } from './streams.ts';

const OPTIONS = { founderKey: FOUNDER_KEY, nowMs: noonMs('2026-11-22') };
const PROMISE = { to: 'completed', minutes: 240, fromDay: '0001-01-01' };

let db: Projection;
let importer: LocalImporter;
let plan: TestStream;
let logs: TestStream[];

beforeEach(async () => {
  db = await openProjection('retune');
  importer = new LocalImporter(db, OPTIONS);
  plan = new TestStream({ audience: 'team' });
  for (const id of ['ana', 'ben']) plan.add(1, member(id));
  plan.add(2, outcome({ name: 'Uploads' }));
  logs = ['ana', 'ben'].map(ownStream);
  for (const log of logs) {
    for (const day of ['2026-11-20', '2026-11-19', '2025-03-14']) {
      logDone(log, day, { requestedAtMs: noonMs(day) - 3_600_000 });
    }
  }
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

const member = (id: string) => ({
  type: 'member',
  id,
  fields: { name: id, timeZone: 'Europe/Rome' },
});
const outcome = (fields: Record<string, Json>) => ({ type: 'outcome', id: 'uploads', fields });

async function mergeAll(streams: readonly TestStream[]): Promise<void> {
  for (const stream of streams) await importer.merge(stream.chunk());
}

async function expectMeasured(): Promise<void> {
  expect(await areTermsStale(db)).toBe(false);
  const { rollups } = await snapshotOf(db);
  expect(rollups).toEqual(recomputed([plan, ...logs], await readTerms(db)).rollups);
}

test('a first import measures everything once', async () => {
  plan.add(3, outcome({ sla: [PROMISE] }));
  await mergeAll([plan, ...logs]);
  expect(await importer.retune()).toBe(0);
  await expectMeasured();
});

test('a new promise is read into what was logged before, in rows and in packed history', async () => {
  await mergeAll([plan, ...logs]);
  await importer.retune();
  const before = plan.changes.length;
  plan.add(3, outcome({ sla: [PROMISE] }));
  await importer.merge(plan.chunk(before));
  expect(await areTermsStale(db)).toBe(true);
  expect(await importer.retune()).toBe(2);
  await expectMeasured();
  const { rollups } = await snapshotOf(db);
  expect(Object.values(rollups).map(({ totals }) => totals.completedMet)).toEqual(
    Object.values(rollups).map(() => 1),
  );
});

test('another name measures nothing anew', async () => {
  await mergeAll([plan, ...logs]);
  await importer.retune();
  const written = vi.spyOn(db.rollups, 'bulkPut');
  const before = plan.changes.length;
  plan.add(3, outcome({ name: 'Listings' }));
  await importer.merge(plan.chunk(before));
  expect(await importer.retune()).toBe(0);
  expect(written).not.toHaveBeenCalled();
  await expectMeasured();
});

test('what was cut off half-way is gone on with at the next start', async () => {
  await mergeAll([plan, ...logs]);
  await importer.retune();
  const before = plan.changes.length;
  plan.add(3, outcome({ sla: [PROMISE] }));
  await importer.merge(plan.chunk(before));
  const fail = (_: object, key: string): undefined => {
    if (key.startsWith('m-ben|')) throw new Error('The power went');
    return undefined;
  };
  db.rollups.hook('updating', fail);
  await expect(importer.retune()).rejects.toThrow();
  db.rollups.hook('updating').unsubscribe(fail);
  expect(await areTermsStale(db)).toBe(true);
  expect(await new LocalImporter(db, OPTIONS).retune()).toBe(1);
  await expectMeasured();
});

test('work that is merged under old terms meanwhile is measured by the new ones afterwards', async () => {
  await mergeAll([plan, ...logs]);
  await importer.retune();
  const held = plan.changes.length;
  plan.add(3, outcome({ sla: [PROMISE] }));
  await importer.merge(plan.chunk(held));
  const [ana] = logs;
  const before = ana?.changes.length ?? 0;
  if (ana) logDone(ana, '2026-11-21', { requestedAtMs: noonMs('2026-11-21') - 36_000_000 });
  if (ana) await new LocalImporter(db, OPTIONS).merge(ana.chunk(before));
  await importer.retune();
  await expectMeasured();
});

describe('an outage', () => {
  const gap = (fields: Record<string, Json>) => ({ type: 'outage', id: 'power-1', fields });
  const SEEN = {
    kind: 'power',
    seenBy: 'unclean-stop',
    fromMs: noonMs('2026-11-20') - 3_000_000,
    toMs: noonMs('2026-11-20') - 600_000,
    isSure: true,
  };
  const SHORT = { to: 'completed', minutes: 30, fromDay: '0001-01-01' };

  /** Ana writes it, it arrives, and what it bears on is measured anew; answers in how many audiences. */
  async function written(fields: Record<string, Json>, retunedBy = importer): Promise<number> {
    const [ana] = logs;
    if (!ana) throw new Error('Ana has a log');
    const before = ana.changes.length;
    ana.add(noonMs('2026-11-21') + before, gap(fields));
    await importer.merge(ana.chunk(before));
    return await retunedBy.retune();
  }

  const excused = async (): Promise<number> => {
    const { rollups } = await snapshotOf(db);
    return Object.values(rollups).reduce((sum, each) => sum + each.totals.completedMetExcused, 0);
  };

  test('is read into what was logged before, of its member alone', async () => {
    plan.add(3, outcome({ sla: [SHORT] }));
    await mergeAll([plan, ...logs]);
    await importer.retune();
    expect(await excused()).toBe(0);
    expect(await written(SEEN)).toBe(1);
    expect(await excused()).toBe(1);
    await expectMeasured();
    expect(await written({ verdict: 'none' })).toBe(1);
    expect(await excused()).toBe(0);
    await expectMeasured();
  });

  test('that is only explained, or excuses where nothing is promised, measures nothing anew', async () => {
    await mergeAll([plan, ...logs]);
    await importer.retune();
    const put = vi.spyOn(db.rollups, 'bulkPut');
    expect(await written(SEEN)).toBe(0);
    expect(await written({ reason: 'storm', note: 'The whole street' })).toBe(0);
    expect(put).not.toHaveBeenCalled();
    await expectMeasured();
  });

  test('that was cut off while it was read in is gone on with at the next start', async () => {
    plan.add(3, outcome({ sla: [SHORT] }));
    await mergeAll([plan, ...logs]);
    await importer.retune();
    const fail = (): undefined => {
      throw new Error('The power went');
    };
    db.rollups.hook('updating', fail);
    await expect(written(SEEN)).rejects.toThrow();
    db.rollups.hook('updating').unsubscribe(fail);
    expect(await areTermsStale(db)).toBe(true);
    expect(await new LocalImporter(db, OPTIONS).retune()).toBe(1);
    expect(await excused()).toBe(1);
    await expectMeasured();
  });
});
