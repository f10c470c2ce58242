import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  migrate,
  NewerSchemaError,
  SCHEMA_VERSION,
} from '../../../../electron/receiver/stores/postgres/migrate.ts';
import { openPostgresStore } from '../../../../electron/receiver/stores/postgres/postgres-store.ts';
import { TestDevice } from '../../sync/parts/test-device.ts';
import { incoming, served, WORKSPACE } from '../parts/incoming.ts';
import { type PostgresServer, startPostgres } from '../parts/postgres-server.ts';
import { listedWhole } from '../parts/store-place.ts';
import { describeReceiverStore } from './contract.ts';

let server: PostgresServer;
/** With the schema in it: making it again for every test would take most of their time. */
let template: string;

beforeAll(async () => {
  server = await startPostgres();
  template = await server.makeDatabase();
  await (await openPostgresStore({ url: template })).close();
}, 60_000);

afterAll(() => server.stop());

describeReceiverStore('the PostgreSQL store', async () => {
  const url = await server.makeDatabase(template);
  return { open: () => openPostgresStore({ url }) };
});

const ANA = { workspace: WORKSPACE, member: 'ana', audience: 'm-ana' } as const;
const EVERYTHING = { workspace: WORKSPACE, audiences: null, after: null, limit: 500 } as const;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

/** Three receivers on one database, and nothing else between them. */
async function openThree(from?: string) {
  const url = await server.makeDatabase(from);
  const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore({ url })));
  onTestFinished(() => Promise.all(stores.map((store) => store.close())).then(() => undefined));
  const claims = await Promise.all(stores.map((store) => store.claim(served())));
  expect(claims.filter((claim) => claim === 'claimed')).toHaveLength(1);
  const [one, two, three] = stores;
  if (!one || !two || !three) throw new Error('three were opened');
  return { url, one, two, three };
}

test('several that start at once bring the schema forward once and share one key', async () => {
  const { url, one, two, three } = await openThree();
  const seeds = await Promise.all(
    [one, two, three].map((store, at) => store.keySeed((count) => Buffer.alloc(count, at))),
  );
  expect(new Set(seeds.map((seed) => Buffer.from(seed).toString('hex'))).size).toBe(1);
  const client = await connect(url);
  const { rows } = await client.query('select version from outlog.schema_version order by 1');
  expect(rows).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => ({ version: i + 1 })));
});

test('a schema that a newer program made is left alone', async () => {
  const url = await server.makeDatabase(template);
  await (await openPostgresStore({ url })).close();
  const client = await connect(url);
  await client.query('insert into outlog.schema_version (version) values (99)');
  await expect(openPostgresStore({ url })).rejects.toThrow(NewerSchemaError);
});

test('the same batch at three receivers at once is kept once, with one receipt', async () => {
  const { one, two, three } = await openThree(template);
  for (const file of new TestDevice(ANA).writeMany(40).batches(10, 20, 30)) {
    const outcomes = await Promise.all(
      [one, two, three, one, two, three].map((store, nowMs) =>
        store.put(incoming(file, { nowMs })),
      ),
    );
    expect(new Set(outcomes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ kind: 'kept', isJoined: true });
  }
  await expect
    .poll(async () => (await two.list(EVERYTHING)).items.map(({ first }) => first))
    .toEqual([1, 11, 21, 31]);
});

test('of two tales told to different receivers at once one is kept and the other is a fork', async () => {
  const { one, two, three } = await openThree(template);
  for (let round = 0; round < 10; round += 1) {
    const member = `ana-${round}`;
    const audience = `m-${member}` as const;
    const device = new TestDevice({ ...ANA, member, audience }).writeMany(4);
    const twin = device.cloneAt(2).writeMany(2, 'twin');
    await one.put(incoming(device.batch(1, 2)));
    const outcomes = await Promise.all([
      two.put(incoming(device.batch(3, 4))),
      three.put(incoming(twin.batch(3, 4))),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['fork', 'kept']);
  }
});

test('a reader who lists while three write misses nothing, also what commits late', async () => {
  const { url, one, two, three } = await openThree(template);
  const devices = Array.from({ length: 30 }, (_, i) => {
    const member = `m${i}`;
    return new TestDevice({ ...ANA, member, audience: `m-${member}` }).writeMany(12);
  });
  const stores = [one, two, three];
  const seen: string[] = [];
  let after: string | null = null;
  let isWriting = true;
  const read = async (): Promise<void> => {
    for (;;) {
      const isLast = !isWriting;
      const page = await two.list({ ...EVERYTHING, after, limit: 7 });
      seen.push(...page.items.map(({ sha256 }) => sha256));
      after = page.next;
      if (isLast && !page.hasMore) return;
    }
  };
  const late = await connect(url);
  await late.query('begin');
  // A transaction that took its number before all others and commits after them.
  await late.query('select pg_current_xact_id()');
  const [held] = new TestDevice({ ...ANA, member: 'late', audience: 'm-late' })
    .writeMany(2)
    .batches();
  if (!held) throw new Error('one batch was cut');
  const lateBatch = incoming(held);
  const { header } = lateBatch.batch;
  await late.query(
    `insert into outlog.batches (workspace, stream, epoch, audience, member, key_id, first, last,
       prev_chain, chain, last_hlc, sha256, size_bytes, is_waiting, at_ms, file)
     values ($1, $2, $3, 'm-late', 'late', $4, 1, 2, $5, $5, '', decode($6, 'hex'), 1, false, 1, $7)`,
    [
      WORKSPACE,
      header.stream,
      header.epoch,
      header.keyId,
      header.prevChain,
      lateBatch.sha256,
      held,
    ],
  );
  const reading = read();
  const files = devices.map((device) => device.batches(3, 6, 9));
  await Promise.all(
    files.map(async (batches, at) => {
      for (const [i, file] of batches.entries()) {
        await stores[(at + i) % 3]?.put(incoming(file));
      }
    }),
  );
  await late.query('commit');
  await listedWhole(two, files.flat().length + 1);
  isWriting = false;
  await reading;
  const all = [...files.flat(), held].map((file) => incoming(file).sha256);
  expect(seen.toSorted()).toEqual(all.toSorted());
});

test('keeping does not wait for a transaction that is still open elsewhere', async () => {
  const { url, one } = await openThree(template);
  const client = await connect(url);
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  const put = incoming(new TestDevice({ ...ANA, audience: 'team' }).writeMany(2).batch());
  expect(await one.put(put)).toMatchObject({ kind: 'kept' });
  expect((await one.list(EVERYTHING)).items).toEqual([]);
  expect(await one.read(WORKSPACE, put.sha256, null)).not.toBeNull();
  await client.query('rollback');
  await expect.poll(async () => (await one.list(EVERYTHING)).items).toHaveLength(1);
});

test('who may come in is told at once, and told again until nothing can come before it', async () => {
  const { url, one, two } = await openThree(template);
  const client = await connect(url);
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  const device = new TestDevice({ ...ANA, audience: 'team' });
  device.write('member', 'ana', { seat: 'assistant' });
  await one.put(incoming(device.batch()));
  const early = await two.accessChanges(WORKSPACE, 0);
  expect(early.changes).toHaveLength(1);
  await client.query(
    `insert into outlog.access_changes (workspace, stream, key_id, member, change)
     values ($1, 's', 'k', 'm', '{"type":"invite"}')`,
    [WORKSPACE],
  );
  await client.query('commit');
  const late = await two.accessChanges(WORKSPACE, early.version);
  expect(late.changes.map(({ change }) => change.type)).toContain('invite');
  await expect
    .poll(async () => {
      const { version } = await two.accessChanges(WORKSPACE, late.version);
      return (await two.accessChanges(WORKSPACE, version)).changes;
    })
    .toEqual([]);
});

test('a dump read into another server lists everything again, in the old order', async () => {
  const { url, one } = await openThree(template);
  const files = new TestDevice(ANA).writeMany(6).batches(2, 4);
  for (const file of files) await one.put(incoming(file));
  const { next } = await one.list(EVERYTHING);
  const client = await connect(url);
  // As after a restore: the rows carry another server's transaction numbers, far ahead of this one's.
  await client.query('update outlog.batches set tx = (tx::text::bigint + 1000000)::text::xid8');
  await client.query("update outlog.generation set system_identifier = '1'");
  const restored = await openPostgresStore({ url });
  await expect
    .poll(async () => (await restored.list({ ...EVERYTHING, after: next })).items)
    .toMatchObject([{ first: 1 }, { first: 3 }, { first: 5 }]);
  await restored.close();
});

test('one batch that the database refuses does not fail the others', async () => {
  const { url, one } = await openThree(template);
  const client = await connect(url);
  await client.query("alter table outlog.batches add constraint no_ben check (member <> 'ben')");
  const puts = ['ana', 'ben', 'cleo'].map((member) => {
    const device = new TestDevice({ ...ANA, member, audience: `m-${member}` }).writeMany(2);
    return one.put(incoming(device.batch()));
  });
  const outcomes = await Promise.allSettled(puts);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('migrating twice in one process changes nothing', async () => {
  const url = await server.makeDatabase();
  const pool = new pg.Pool({ connectionString: url });
  expect(await migrate(pool)).toBe(await migrate(pool));
  await pool.end();
});
