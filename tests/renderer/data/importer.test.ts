import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { closeProjection, openProjection } from '../../../renderer/data/current.ts';
import { LocalImporter } from '../../../renderer/data/import/importer.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import { readRecord } from '../../../renderer/data/read-record.ts';
import type { Projection } from '../../../renderer/data/projection.ts';
import { logDone, noonMs } from './entries.ts';
import { snapshotOf } from './snapshot.ts';
import { FOUNDER_KEY, TestStream } from './streams.ts';

const NOW_MS = noonMs('2026-11-22');
const ANA_KEY = 'a'.repeat(64);
const INVITE_KEY = '1'.repeat(64);

let db: Projection;
let importer: LocalImporter;
let plan: TestStream;
let ana: TestStream;

beforeEach(async () => {
  db = await openProjection('importer');
  importer = new LocalImporter(db, { founderKey: FOUNDER_KEY, nowMs: NOW_MS });
  plan = new TestStream({ audience: 'team' });
  plan.add(1, { type: 'member', id: 'ana', fields: { name: 'Ana', seat: 'assistant' } });
  plan.add(2, { type: 'invite', id: INVITE_KEY, fields: { memberId: 'ana', createdAtMs: 2 } });
  ana = streamOfAna();
});

afterEach(async () => {
  closeProjection();
  await db.delete();
});

function streamOfAna(audience: Audience = memberAudience('ana')): TestStream {
  const stream = new TestStream({ audience, memberId: 'ana', keyId: ANA_KEY });
  const fields = { memberId: 'ana', inviteKey: INVITE_KEY, proof: 'p' };
  stream.add(3, { type: 'device', id: ANA_KEY, fields });
  return stream;
}

describe('a change of the wrong shape', () => {
  const good = {
    seq: 1,
    hlc: '0'.repeat(16),
    type: 'client',
    id: 'c1',
    fields: { name: 'Shop' },
    h: '',
  };
  const bad: readonly [string, string][] = [
    ['no JSON', '{"seq":1,'],
    ['no object', '[1]'],
    ['another number', JSON.stringify({ ...good, seq: 7 })],
    ['a clock that is none', JSON.stringify({ ...good, hlc: 'yesterday' })],
    ['a type that is none', JSON.stringify({ ...good, type: '../plan' })],
    ['an id with a separator', JSON.stringify({ ...good, id: 'a|b' })],
    ['an id with a tab', JSON.stringify({ ...good, id: 'a\tb' })],
    ['no fields', JSON.stringify({ ...good, fields: {} })],
    ['a list of fields', JSON.stringify({ ...good, fields: ['a'] })],
    ['a nameless field', JSON.stringify({ ...good, fields: { '': 1 } })],
    [
      'a forbidden key',
      `{"seq":1,"hlc":"${good.hlc}","type":"client","id":"c1","fields":{"__proto__":{"isAdmin":true}}}`,
    ],
    [
      'a hidden forbidden key',
      JSON.stringify({ ...good, fields: { a: [{ b: { constructor: 1 } }] } }),
    ],
    ['bottomless nesting', JSON.stringify({ ...good, fields: { a: nested(30) } })],
  ];

  test.each(bad)('is refused and named, and the rest is merged: %s', async (_, line) => {
    const next = JSON.stringify({ ...good, seq: 2 });
    const report = await importer.merge(plan.rawChunk([line, next]));
    expect(report.refused).toEqual([{ reason: 'malformed', memberId: 'boss', count: 1 }]);
    expect((await readPlan()).clients).toMatchObject([{ id: 'c1', name: 'Shop' }]);
    expect(await db.refused.toArray()).toMatchObject([{ seq: 1, line, reason: 'malformed' }]);
    expect((await db.cursors.toArray()).map(({ seq }) => seq)).toEqual([2]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('an unknown type and unknown fields are kept as they came', async () => {
    plan.add(5, { type: 'moonPhase', id: 'm1', fields: { shape: { of: ['cheese', null] } } });
    plan.add(6, { type: 'client', id: 'c1', fields: { name: 'Shop', mood: 'sunny' } });
    await importer.merge(plan.chunk());
    expect(await readRecord(db, 'team', 'moonPhase', 'm1')).toMatchObject({
      fields: { shape: { of: ['cheese', null] } },
    });
    expect(await readRecord(db, 'team', 'client', 'c1')).toMatchObject({
      fields: { mood: 'sunny' },
    });
  });
});

describe('who may write', () => {
  test('the stream of a device without an invite waits, and is merged once the invite is here', async () => {
    logDone(ana, '2026-11-20');
    expect((await importer.merge(ana.chunk())).outcome).toBe('waiting');
    expect(await db.cursors.count()).toBe(0);
    expect((await snapshotOf(db)).records).toEqual({});
    expect((await importer.merge(plan.chunk())).bearsOnAuthority).toBe(true);
    expect(await importer.merge(ana.chunk())).toMatchObject({ outcome: 'applied', newEntries: 1 });
  });

  test('a stream whose first change is no introduction waits', async () => {
    await importer.merge(plan.chunk());
    const nameless = new TestStream({ audience: 'm-ana', memberId: 'ana', keyId: ANA_KEY });
    logDone(nameless, '2026-11-20');
    expect((await importer.merge(nameless.chunk())).outcome).toBe('waiting');
  });

  test('an invite of another member opens no door', async () => {
    plan.add(4, { type: 'invite', id: INVITE_KEY, fields: { memberId: 'ben' } });
    await importer.merge(plan.chunk());
    expect((await importer.merge(ana.chunk())).outcome).toBe('waiting');
  });

  test('an assistant who edits the plan is refused by name, and the rest of the stream goes on', async () => {
    await importer.merge(plan.chunk());
    const team = streamOfAna('team');
    team.add(5, { type: 'outcome', id: 'o1', fields: { name: 'Mine now' } });
    team.add(6, { type: 'outcome', id: 'o2', fields: { name: 'Mine too' } });
    team.add(7, { type: 'somethingNew', id: 's1', fields: { ok: true } });
    const report = await importer.merge(team.chunk());
    expect(report.refused).toEqual([{ reason: 'not-manager', memberId: 'ana', count: 2 }]);
    expect((await readPlan()).outcomes).toEqual([]);
    expect(await readRecord(db, 'team', 'somethingNew', 's1')).toBeDefined();
    expect((await db.cursors.get(team.key))?.seq).toBe(4);
  });

  test('what was refused is merged when a later plan allows it', async () => {
    await importer.merge(plan.chunk());
    const team = streamOfAna('team');
    team.add(5, { type: 'outcome', id: 'o1', fields: { name: 'Uploads' } });
    await importer.merge(team.chunk());
    plan.add(6, { type: 'member', id: 'ana', fields: { seat: 'manager' } });
    await importer.merge(plan.chunk(2));
    await importer.settle();
    expect((await readPlan()).outcomes).toMatchObject([{ id: 'o1', name: 'Uploads' }]);
    expect(await db.refused.count()).toBe(0);
  });

  test('a revoked device keeps what it wrote before, and nothing after', async () => {
    logDone(ana, '2026-11-10');
    logDone(ana, '2026-11-20');
    plan.add(noonMs('2026-11-15'), {
      type: 'invite',
      id: INVITE_KEY,
      fields: { revokedAtMs: noonMs('2026-11-15') },
    });
    await importer.merge(plan.chunk());
    const report = await importer.merge(ana.chunk());
    expect(report.newEntries).toBe(1);
    expect(report.refused).toEqual([{ reason: 'revoked-device', memberId: 'ana', count: 1 }]);
  });

  test('who is a manager no longer keeps what they wrote as one, and changes the plan no more', async () => {
    plan.add(4, { type: 'member', id: 'ana', fields: { seat: 'manager' } });
    plan.add(20, { type: 'member', id: 'ana', fields: { seat: 'assistant' } });
    const anas = streamOfAna('team');
    anas.add(10, { type: 'client', id: 'c1', fields: { name: 'Shop' } });
    anas.add(30, { type: 'client', id: 'c2', fields: { name: 'Mine' } });
    await importer.merge(plan.chunk());
    expect((await importer.merge(anas.chunk())).refused).toEqual([
      { reason: 'not-manager', memberId: 'ana', count: 1 },
    ]);
    expect((await readPlan()).clients).toMatchObject([{ id: 'c1' }]);
  });

  test('this device is never refused by a plan it has not got yet', async () => {
    const own = new TestStream({ audience: 'm-ana', memberId: 'ana', keyId: ANA_KEY, isOwn: true });
    logDone(own, '2026-11-20');
    expect(await importer.merge(own.chunk())).toMatchObject({ outcome: 'applied', newEntries: 1 });
  });
});

test('changes after a hole are not merged', async () => {
  for (const name of ['a', 'b', 'c']) plan.add(9, { type: 'client', id: name, fields: { name } });
  await importer.merge(plan.chunk(0, 2));
  expect((await importer.merge(plan.chunk(3))).outcome).toBe('gap');
  expect((await readPlan()).clients).toEqual([]);
  await importer.merge(plan.chunk(2));
  expect((await readPlan()).clients).toHaveLength(3);
});

test('a report counts what was new, what changed and what was the same', async () => {
  await importer.merge(plan.chunk());
  const id = logDone(ana, '2026-11-20', { quantity: 2 });
  await importer.merge(ana.chunk());
  const before = ana.changes.length;
  ana.add(noonMs('2026-11-21'), { type: 'deliverable', id, fields: { quantity: 3 } });
  logDone(ana, '2026-11-21');
  expect(await importer.merge(ana.chunk(before))).toMatchObject({
    newEntries: 1,
    changedEntries: 1,
  });
  expect(await importer.merge(ana.chunk())).toMatchObject({ newEntries: 0, changedEntries: 0 });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { deeper: nested(depth - 1) };
}
