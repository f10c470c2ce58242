import 'fake-indexeddb/auto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { FoldedAhead } from '../../../renderer/data/folded-ahead.ts';
import { nextTask } from '../../../renderer/data/in-slices.ts';
import { ShelfWriter } from '../../../renderer/data/segments/shelf-writer.ts';
import { logDone } from './entries.ts';
import {
  MEMBERS,
  NOW_MS,
  begun,
  countFolded,
  damaged,
  expectStored,
  invite,
  logMonths,
  logOf,
  promise,
  revoke,
  streamOf,
} from './folding-team.ts';
import { TestStream, ownStream } from './streams.ts';

test('logs of people of whom nothing is stored are folded ahead', async () => {
  const { db, importer, plan, zoe } = await begun();
  const logs = MEMBERS.map((id) => logOf(id, 60));
  const counts = countFolded();
  await Promise.all(logs.map(async (log) => await importer.merge(log.chunk())));
  expect(counts).toEqual({ ahead: logs.length, anew: 0 });
  await expectStored(db, [plan, zoe, ...logs]);
});

test('a lot that could not be folded ahead keeps those after it from it no longer than it is written', async () => {
  const { importer, plan } = await begun();
  promise(plan, 'tickets', 60);
  const logs = Array.from({ length: 12 }, (_, at) => logOf(`m${at}`, 60));
  const counts = countFolded();
  const chunks = [plan.chunk(plan.changes.length - 1), ...logs.map((log) => log.chunk())];
  // As the window hands them out: the next one when the last but one was written.
  const inHand: Promise<unknown>[] = [];
  for (const chunk of chunks) {
    inHand.push(importer.mergeAll([chunk]));
    if (inHand.length === 2) await inHand.shift();
  }
  await Promise.all(inHand);
  expect(counts.ahead).toBeGreaterThan(logs.length / 3);
});

test('a long log that speaks again of packed months is folded while what came before ends', async () => {
  const { db, importer, plan, zoe } = await begun(250);
  const [ana, ben] = [logOf('ana', 60), ownStream('ben')];
  // More than are kept open between transactions.
  const ids = logMonths(ben, 24);
  for (const id of ids.slice(0, 300)) {
    ben.add(NOW_MS, { type: 'deliverable', id, fields: { errors: 1 } });
  }
  const packed = { months: 0 };
  const { packBefore } = ShelfWriter.prototype;
  vi.spyOn(ShelfWriter.prototype, 'packBefore').mockImplementation(function count(
    this: ShelfWriter,
    month,
  ) {
    packed.months += 1;
    packBefore.call(this, month);
  });
  const { isTrue } = FoldedAhead.prototype;
  vi.spyOn(FoldedAhead.prototype, 'isTrue').mockImplementation(async function reading(
    this: FoldedAhead,
  ) {
    // The transaction goes on as long as it reads: until most of the other log is folded.
    while (packed.months < 20) await db.marks.get('writer');
    return await isTrue.call(this);
  });
  await Promise.all([importer.merge(ana.chunk()), importer.merge(ben.chunk())]);
  await expectStored(db, [plan, zoe, ana, ben]);
});

test('who writes what the plan before them has just allowed is judged by it', async () => {
  const { db, importer, plan } = await begun();
  const ana = logOf('ana', 100);
  plan.add(9, { type: 'member', id: 'gus', fields: { seat: 'assistant' } });
  invite(plan, 'gus');
  const gus = streamOf('gus', memberAudience('gus'));
  logDone(gus, '2026-10-05');
  const [, , report] = await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(plan.chunk(plan.changes.length - 2)),
    importer.merge(gus.chunk()),
  ]);
  expect(report).toMatchObject({ outcome: 'applied', newEntries: 1, refused: [] });
  expect(await db.refused.count()).toBe(0);
});

test('who was revoked by the plan before them is judged by it', async () => {
  const { importer, plan } = await begun();
  const [ana, ben] = [logOf('ana', 100), streamOf('ben', memberAudience('ben'))];
  logDone(ben, '2026-10-05');
  revoke(plan, 'ben');
  const [, , report] = await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(plan.chunk(plan.changes.length - 1)),
    importer.merge(ben.chunk()),
  ]);
  expect(report).toMatchObject({
    newEntries: 0,
    refused: [{ reason: 'revoked-device', count: 1 }],
  });
});

test('a stream that waits in a lot leaves the others of the lot what is theirs', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, ben] = [logOf('ana', 100), logOf('ben', 30)];
  const gus = streamOf('gus', memberAudience('gus'));
  logDone(gus, '2026-10-05');
  const [, reports] = await Promise.all([
    importer.merge(ana.chunk()),
    importer.mergeAll([gus.chunk(), ben.chunk()]),
  ]);
  expect(reports).toMatchObject([{ outcome: 'waiting' }, { outcome: 'applied', newEntries: 30 }]);
  expect(await db.cursors.get(gus.key)).toBeUndefined();
  await expectStored(db, [plan, zoe, ana, ben]);
});

test.each([
  ['two lots', true, false],
  ['two lots after one that is not folded ahead', true, true],
  ['one lot', false, false],
])('two streams of one person in %s know of each other', async (_, isApart, isAfterPlan) => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, cyd] = [logOf('ana', 100), logOf('cyd', 100)];
  const beside = new TestStream({ audience: ana.source.audience });
  for (const { id } of ana.changes.slice(0, 40)) {
    beside.add(NOW_MS, { type: 'deliverable', id, fields: { quantity: 6 } });
  }
  if (isAfterPlan) plan.add(9, { type: 'client', id: 'c1', fields: { name: 'Shop' } });
  const news = plan.chunk(plan.changes.length - 1);
  const lots = isApart ? [[ana.chunk()], [beside.chunk()]] : [[ana.chunk(), beside.chunk()]];
  await Promise.all([
    importer.merge(isAfterPlan ? news : cyd.chunk()),
    ...lots.map(async (lot) => await importer.mergeAll(lot)),
  ]);
  await expectStored(db, [plan, zoe, ...(isAfterPlan ? [] : [cyd]), ana, beside]);
});

test('a stream that goes on in the next lots is folded when it is its turn', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, ben] = [logOf('ana', 100), logOf('ben', 100)];
  const reports = await Promise.all([
    importer.merge(ana.chunk(0, 40)),
    importer.merge(ana.chunk(40, 70)),
    importer.mergeAll([ana.chunk(70), ben.chunk(0, 50)]),
    importer.merge(ben.chunk(50)),
  ]);
  expect(reports.flat().map(({ outcome, newEntries }) => [outcome, newEntries])).toEqual([
    ['applied', 40],
    ['applied', 30],
    ['applied', 30],
    ['applied', 50],
    ['applied', 50],
  ]);
  await expectStored(db, [plan, zoe, ana, ben]);
});

test('a lot that cannot be unpacked fails by itself, and its failure is told to who asked alone', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  const { db, importer, plan, zoe } = await begun();
  const [ana, ben, cyd] = [logOf('ana', 300), logOf('ben', 10), logOf('cyd', 10)];
  const ends = await Promise.allSettled([
    importer.merge(ana.chunk()),
    importer.merge(damaged(ben.chunk())),
    importer.merge(cyd.chunk()),
  ]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await expectStored(db, [plan, zoe, ana, cyd]);
  await importer.merge(ben.chunk());
  await expectStored(db, [plan, zoe, ana, ben, cyd]);
  expect(unheard).toEqual([]);
});

test('a database that is closed meanwhile fails all that was not written by then', async () => {
  const { db, importer } = await begun();
  const asked = MEMBERS.map(async (id) => await importer.merge(logOf(id, 200).chunk()));
  asked.push(importer.settle().then(() => Promise.reject(new Error('It was settled'))));
  await nextTask();
  db.close();
  const ends = await Promise.allSettled(asked);
  const failed = ends.slice(ends.findIndex(({ status }) => status === 'rejected'));
  expect(failed.length).toBeGreaterThan(1);
  for (const end of failed) expect(end).toMatchObject({ reason: { name: 'DatabaseClosedError' } });
});
