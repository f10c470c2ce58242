import pg from 'pg';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../../../electron/receiver/stores/postgres/postgres-store.ts';
import { TestDevice, testKey } from '../../sync/parts/test-device.ts';
import { FOUNDER, incoming, served, WORKSPACE } from '../parts/incoming.ts';
import { type PostgresServer, startPostgres } from '../parts/postgres-server.ts';

let server: PostgresServer;
/** With the schema in it: making it again for every test would take most of their time. */
let template: string;

beforeAll(async () => {
  server = await startPostgres();
  template = await server.makeDatabase();
  await (await openPostgresStore({ url: template })).close();
}, 60_000);

afterAll(() => server.stop());

const AT_MS = Date.UTC(2026, 10, 20, 9);
const INVITE = testKey('invite');

async function open() {
  const url = await server.makeDatabase(template);
  const store = await openPostgresStore({ url });
  await store.claim(served());
  const client = new pg.Client(url);
  // A date is a day, in no zone.
  client.setTypeParser(pg.types.builtins.DATE, String);
  await client.connect();
  onTestFinished(async () => {
    await store.close();
    await client.end();
  });
  const query = async (text: string) => {
    await store.unfolded();
    return (await client.query<Record<string, unknown>>(text)).rows;
  };
  const put = async (file: Uint8Array) => await store.put(incoming(file, { isForkKept: true }));
  return { url, store, query, put };
}

/** The founder's team log, which invites Ana. */
function founderTeam(workspace = WORKSPACE): TestDevice {
  const founder = { workspace, member: 'founder', key: FOUNDER } as const;
  const team = new TestDevice({ ...founder, audience: 'team' });
  team.write('device', FOUNDER.keyId, { memberId: 'founder' });
  team.write('member', 'ana', { name: 'Ana', seat: 'assistant' });
  team.write('invite', INVITE.keyId, { memberId: 'ana', tokenHash: 'cd'.repeat(32) });
  return team;
}

const anaTeam = (workspace = WORKSPACE): TestDevice =>
  new TestDevice({ workspace, member: 'ana', audience: 'team', invite: INVITE });
const anaLog = (workspace = WORKSPACE): TestDevice =>
  new TestDevice({ workspace, member: 'ana', audience: 'm-ana', invite: INVITE });

test('work, runs and check-ins are rows with names and types', async () => {
  const { put, query } = await open();
  const log = anaLog();
  log.write('deliverable', 'd1', {
    title: 'Answered the\u0000 letter',
    outcomeId: 'outcome-1',
    quantity: 3,
    startedAtMs: AT_MS,
    completedAtMs: AT_MS + 3_600_000,
    day: '2026-11-20',
    zone: 'Asia/Manila',
    valueMinor: 1250,
  });
  log.write('deliverable', 'd2', { title: 'Gone', deleted: true });
  log.write('deliverable', 'd3', { title: 7, day: '0000-01-01', dueAtMs: 1e300, quantity: 'x' });
  log.write('run', 'r1', {
    sopId: 'sop-1',
    versionId: 'v1',
    day: '2026-11-20',
    startedAtMs: AT_MS,
    finishedAtMs: AT_MS + 600_000,
    'hold.h1': { fromMs: AT_MS, toMs: AT_MS + 90_000, kind: 'paused' },
  });
  log.write('checkIn', 'ana-2026-11-20', { day: '2026-11-20', report: 'Done.', sentAtMs: AT_MS });
  for (const file of [founderTeam().batch(), anaTeam().batch(), log.batch()]) await put(file);
  expect(
    await query(`select member_id, id, outcome_id, title, stage, day, zone, completed_at, quantity,
      value_minor from outlog.deliverables order by id`),
  ).toEqual([
    {
      member_id: 'ana',
      id: 'd1',
      outcome_id: 'outcome-1',
      title: 'Answered the\uFFFD letter',
      stage: 'completed',
      day: '2026-11-20',
      zone: 'Asia/Manila',
      completed_at: new Date(AT_MS + 3_600_000),
      quantity: 3,
      value_minor: 1250,
    },
    expect.objectContaining({ id: 'd3', title: null, day: null, quantity: 1, stage: 'requested' }),
  ]);
  expect(await query('select id, standing, held_minutes, sop_id from outlog.runs')).toEqual([
    { id: 'r1', standing: 'finished', held_minutes: 1.5, sop_id: 'sop-1' },
  ]);
  expect(await query('select id, day, report, sent_at from outlog.check_ins')).toEqual([
    { id: 'ana-2026-11-20', day: '2026-11-20', report: 'Done.', sent_at: new Date(AT_MS) },
  ]);
});

test('the latest write of a field wins, whoever wrote it and whenever it came', async () => {
  const { put, query } = await open();
  const founderKey = testKey('founder');
  const assigned = new TestDevice({
    workspace: WORKSPACE,
    member: 'founder',
    key: founderKey,
    audience: 'm-ana',
  });
  assigned.write('deliverable', 'd1', { title: 'New words', dueAtMs: AT_MS }, AT_MS + 500);
  const log = anaLog();
  log.write('deliverable', 'd1', { title: 'Old words', note: 'mine' }, AT_MS);
  for (const file of [assigned.batch(), founderTeam().batch(), anaTeam().batch(), log.batch()]) {
    await put(file);
    await query('select 1');
  }
  expect(await query('select title, note, due_at from outlog.deliverables')).toEqual([
    { title: 'New words', note: 'mine', due_at: new Date(AT_MS) },
  ]);
});

test('what a writer may not make is in no view, and neither is a revoked device’s later work', async () => {
  const { put, query } = await open();
  const team = founderTeam();
  const log = anaLog();
  log.write('deliverable', 'd1', { title: 'Before' }, AT_MS);
  log.write('deliverable', 'd2', { title: 'After' }, AT_MS + 2_000);
  const elsewhere = new TestDevice({
    workspace: WORKSPACE,
    member: 'ana',
    audience: 'm-ben',
    invite: INVITE,
  });
  elsewhere.write('deliverable', 'd3', { title: 'In another log' });
  const stranger = new TestDevice({ workspace: WORKSPACE, member: 'eve', audience: 'm-eve' });
  stranger.write('deliverable', 'd4', { title: 'Never invited' });
  const files = [team, anaTeam(), log, elsewhere, stranger].map((device) => device.batch());
  for (const file of files) await put(file);
  const ids = async () =>
    (await query('select id from outlog.deliverables order by id')).map(({ id }) => id);
  expect(await ids()).toEqual(['d1', 'd2']);
  team.write('invite', INVITE.keyId, { revokedAtMs: AT_MS + 1_000 }, AT_MS + 1_500);
  await put(team.batch(4, 4));
  expect(await ids()).toEqual(['d1']);
  team.write('invite', INVITE.keyId, { revokedAtMs: null }, AT_MS + 3_000);
  await put(team.batch(5, 5));
  expect(await ids()).toEqual(['d1', 'd2']);
});

/** A team whose invite is taken back while its holder, on two devices that are one, works on. */
function storyIn(workspace: string): readonly Uint8Array[] {
  const team = founderTeam(workspace);
  team.write('invite', INVITE.keyId, { revokedAtMs: AT_MS + 60_000 }, AT_MS);
  const log = anaLog(workspace);
  for (let i = 0; i < 12; i += 1) {
    const title = `Title ${i}`;
    log.write('deliverable', `d${i % 4}`, { title, quantity: i }, AT_MS + i * 9_000);
  }
  const twin = log.cloneAt(5);
  twin.write('deliverable', 'd1', { note: 'by a twin' }, AT_MS + 5_000);
  return [
    ...team.batches(2, 3),
    ...anaTeam(workspace).batches(),
    ...log.batches(3, 6, 9),
    twin.batch(6, 6),
  ];
}

const STORY_LENGTH = storyIn(WORKSPACE).length;

test('any order of arrival and any repetition gives the same rows', async () => {
  const { put, query, store } = await open();
  const rows = new Set<string>();
  let run = 0;
  const order = fc.shuffledSubarray([...Array(STORY_LENGTH).keys()], { minLength: STORY_LENGTH });
  const again = fc.array(fc.nat(STORY_LENGTH - 1), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(order, again, async (...sequences) => {
      const workspace = `order-${(run += 1)}`;
      await store.claim(served(workspace));
      const files = storyIn(workspace);
      for (const which of sequences.flat()) {
        await put(files[which] ?? new Uint8Array());
        if (which % 3 === 0) await store.unfolded();
      }
      const found = await query(
        `select * from outlog.deliverables where workspace = '${workspace}' order by id`,
      );
      rows.add(JSON.stringify(found.map((row) => ({ ...row, workspace: '' }))));
      expect(found).toHaveLength(4);
      expect(rows.size).toBe(1);
    }),
    { numRuns: 10 },
  );
});

test('several unfold at once, and each row is there once', async () => {
  const { url, put, query } = await open();
  const others = await Promise.all([1, 2].map(() => openPostgresStore({ url })));
  await put(founderTeam().batch());
  await put(anaTeam().batch());
  const log = anaLog().writeMany(120);
  for (const file of log.batches(20, 40, 60, 80, 100)) await put(file);
  await Promise.all(others.map((store) => store.unfolded()));
  await expect
    .poll(async () => (await query('select count(*)::int as count from outlog.deliverables'))[0])
    .toEqual({ count: 120 });
  expect(await query('select 1 from outlog.unfold_queue')).toEqual([]);
  await Promise.all(others.map((store) => store.close()));
});
