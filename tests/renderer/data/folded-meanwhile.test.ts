import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { applyChanges } from '../../../renderer/data/apply.ts';
import { areTermsStale } from '../../../renderer/data/marks.ts';
import { logDone } from './entries.ts';
import {
  BELATED,
  NOW_MS,
  begun,
  countFolded,
  expectStored,
  logMonths,
  logOf,
  promise,
  restore,
  revoke,
  streamOf,
} from './folding-team.ts';
import { TestStream, ownStream } from './streams.ts';

test('a long log is folded anew where somebody else has written before', async () => {
  const { db, importer, plan, zoe } = await begun(50);
  const [ana, ben, own] = [logOf('ana', 300), ownStream('ben'), logOf('cyd', 1)];
  const ids = logMonths(ben, 6);
  for (const id of ids.slice(0, 300)) {
    ben.add(NOW_MS, { type: 'deliverable', id, fields: { errors: 1 } });
  }
  const counts = countFolded();
  await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(ben.chunk()),
    applyChanges(db, own.source, own.changes, NOW_MS),
  ]);
  expect(counts).toEqual({ ahead: 0, anew: 2 });
  await expectStored(db, [plan, zoe, ana, ben, own]);
});

test('work of the same person that somebody else stores meanwhile is not stored twice', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, ben] = [logOf('ana', 100), logOf('ben', 100)];
  const audience = memberAudience('ben');
  const own = new TestStream({ audience, stream: 'own'.padEnd(32, '0'), isOwn: true });
  for (const { id } of ben.changes.slice(0, 30)) {
    own.add(NOW_MS, { type: 'deliverable', id, fields: { quantity: 5 } });
  }
  const counts = countFolded();
  await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(ben.chunk()),
    applyChanges(db, own.source, own.changes, NOW_MS),
  ]);
  expect(counts.anew).toBeGreaterThan(0);
  await expectStored(db, [plan, zoe, ana, ben, own]);
});

test('a cursor that somebody else has moved further meanwhile stays where it is', async () => {
  const { db, importer } = await begun();
  const [ana, ben] = [logOf('ana', 100), ownStream('ben')];
  // Of work there is nothing in it, so that the mark of whoever writes work stays.
  for (let at = 0; at < 9; at += 1) {
    ben.add(at, { type: 'checkIn', id: `c${at}`, fields: { day: '2026-11-01' } });
  }
  const counts = countFolded();
  await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(ben.chunk(0, 4)),
    applyChanges(db, ben.source, ben.changes, NOW_MS),
  ]);
  expect(counts).toEqual({ ahead: 1, anew: 1 });
  expect((await db.cursors.get(ben.key))?.seq).toBe(9);
});

test('what is refused of a lot that is folded anew is counted once', async () => {
  const { db, importer } = await begun();
  const [ana, own] = [logOf('ana', 100), logOf('cyd', 1)];
  const ben = streamOf('ben', memberAudience('ben'));
  logDone(ben, '2026-10-05');
  for (let at = 0; at < 50; at += 1) {
    ben.add(NOW_MS, { type: 'client', id: `c${at}`, fields: { name: 'Not mine' } });
  }
  const [, report] = await Promise.all([
    importer.merge(ana.chunk()),
    importer.merge(ben.chunk()),
    applyChanges(db, own.source, own.changes, NOW_MS),
  ]);
  expect(report?.refused).toMatchObject([{ memberId: 'ben', count: 50 }]);
  expect(await db.refused.count()).toBe(50);
});

test('what was refused and is settled meanwhile is there when what was folded is written', async () => {
  const { db, importer, plan, zoe } = await begun();
  const seat = async (atMs: number, is: 'manager' | 'assistant'): Promise<void> => {
    plan.add(atMs, { type: 'member', id: 'cyd', fields: { seat: is } });
    await importer.merge(plan.chunk(plan.changes.length - 1));
  };
  const inBens = streamOf('cyd', memberAudience('ben'));
  await seat(50, 'manager');
  await importer.merge(inBens.chunk());
  await seat(60, 'assistant');
  const id = logDone(inBens, '2026-10-05', BELATED);
  expect((await importer.merge(inBens.chunk(1))).refused).toMatchObject([{ count: 1 }]);
  await seat(NOW_MS, 'manager');
  const [dee, ana, ben] = [logOf('dee', 1), logOf('ana', 100), ownStream('ben')];
  ben.add(NOW_MS, { type: 'deliverable', id, fields: { quantity: 7 } });
  // From here on it knows again who may write.
  await importer.merge(dee.chunk());
  await Promise.all([importer.merge(ana.chunk()), importer.settle(), importer.merge(ben.chunk())]);
  await expectStored(db, [plan, zoe, ana, dee, inBens, ben]);
});

test('terms that are stored meanwhile are those by which it is measured', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, ben] = [logOf('ana', 100), logOf('ben', 100)];
  promise(plan, 'uploads', 30);
  // The window's own edit of the plan: nobody has told the importer of it.
  await applyChanges(db, plan.source, plan.changes.slice(-1), NOW_MS);
  await Promise.all([importer.merge(ana.chunk()), importer.retune(), importer.merge(ben.chunk())]);
  await importer.retune();
  await expectStored(db, [plan, zoe, ana, ben]);
});

test('the same where they are adopted because of a hole that was filled meanwhile', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [cyd, ana, ben] = [logOf('cyd', 100), ownStream('ana'), logOf('ben', 100)];
  ana.add(NOW_MS, { type: 'checkIn', id: 'c1', fields: { day: '2026-11-01' } });
  const fields = { kind: 'power', seenBy: 'told', fromMs: NOW_MS, toMs: NOW_MS + 9, isSure: true };
  ana.add(NOW_MS, { type: 'outage', id: 'o1', fields });
  promise(plan, 'uploads', 30);
  await Promise.all([
    importer.merge(cyd.chunk()),
    importer.merge(ana.chunk(1)),
    importer.merge(ben.chunk()),
    applyChanges(db, plan.source, plan.changes.slice(-1), NOW_MS),
    applyChanges(db, ana.source, ana.changes.slice(0, 1), NOW_MS),
  ]);
  await importer.retune();
  await expectStored(db, [plan, zoe, cyd, ana, ben]);
});

test('what is measured by no stored terms is marked as such', async () => {
  const { db, importer, plan, zoe } = await begun();
  const [ana, stranger] = [logOf('ana', 100), logOf('stranger', 30)];
  await importer.retune();
  await Promise.all([importer.merge(ana.chunk()), importer.merge(stranger.chunk())]);
  expect(await areTermsStale(db)).toBe(true);
  await importer.retune();
  await expectStored(db, [plan, zoe, ana, stranger]);
});

test('what a restored device wrote in somebody’s log stays when their own log comes', async () => {
  const { db, importer, plan, zoe } = await begun();
  const say = async () => await importer.merge(plan.chunk(plan.changes.length - 1));
  plan.add(5, { type: 'member', id: 'cyd', fields: { seat: 'manager' } });
  await say();
  const cyd = streamOf('cyd', memberAudience('cyd'));
  await importer.merge(cyd.chunk());
  revoke(plan, 'cyd');
  await say();
  const { keyId } = cyd.source;
  const audience = memberAudience('ben');
  const inBens = new TestStream({ audience, memberId: 'cyd', keyId, stream: '7'.repeat(32) });
  const { id, fields } = must(cyd.changes[0]);
  inBens.add(NOW_MS, { type: 'device', id, fields });
  for (let at = 0; at < 3; at += 1) logDone(inBens, '2026-10-05');
  const report = await importer.merge(inBens.chunk());
  expect(report.refused).toMatchObject([{ reason: 'revoked-device', count: 4 }]);
  restore(plan, 'cyd');
  await say();
  await importer.settle();
  expect(await db.refused.count()).toBe(0);
  const [dee, ana, ben] = [logOf('dee', 1), logOf('ana', 100), ownStream('ben')];
  for (let at = 0; at < 60; at += 1) logDone(ben, '2026-09-05');
  await importer.merge(dee.chunk());
  await Promise.all([importer.merge(ana.chunk()), importer.merge(ben.chunk())]);
  await expectStored(db, [plan, zoe, cyd, inBens, ana, dee, ben]);
});

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing there');
  return value;
}
