import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { batchListPath } from '#shared/endpoint/protocol';
import { openPostgresStore } from '../../../electron/receiver/stores/postgres/postgres-store.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { type PostgresServer, startPostgres } from './parts/postgres-server.ts';
import { receiverTeam, type ReceiverTeam } from './parts/receiver-team.ts';
import { problemOf, send } from './parts/send.ts';
import { later } from './parts/steady-clock.ts';
import { WORKSPACE } from './parts/team-over.ts';

const LIST = batchListPath(WORKSPACE);

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

/** Two receivers that share a database and nothing else. */
async function two(): Promise<readonly [ReceiverTeam, ReceiverTeam]> {
  const url = await server.makeDatabase();
  const open = async (): Promise<ReceiverTeam> => {
    const store = await openPostgresStore({ url });
    const team = await receiverTeam(temporaryFolder(), { store });
    onTestFinished(async () => {
      await team.close();
      await store.close();
    });
    return team;
  };
  return [await open(), await open()];
}

test('they are one receiver to everybody: one key, one receipt, one list', async () => {
  const [one, other] = await two();
  expect(other.receiver.receiverKey).toBe(one.receiver.receiverKey);
  const ana = one.invite('ana');
  await one.sendPlan();
  const log = ana.log().writeMany(6);
  const [first = new Uint8Array(), second = new Uint8Array()] = log.batches(3);
  const heard = await one.put(ana.token, log, first);
  expect(heard.status).toBe(201);
  await expect.poll(async () => (await other.put(ana.token, log, second)).status).toBe(201);
  const again = await other.put(ana.token, log, first);
  expect([again.status, again.json]).toEqual([201, heard.json]);
  const listed = async ({ url }: ReceiverTeam): Promise<unknown> =>
    (await send(url, LIST, { token: ana.token })).json;
  await expect
    .poll(async () => (await listed(one)) as { items: unknown[] })
    .toMatchObject({ items: { length: 3 } });
  expect(await listed(other)).toEqual(await listed(one));
});

test('who is out at one is out at the other within two seconds', async () => {
  const [one, other] = await two();
  const ana = one.invite('ana');
  await one.sendPlan();
  const ask = () => send(other.url, LIST, { token: ana.token });
  await expect.poll(async () => (await ask()).status).toBe(200);
  one.revoke(ana);
  await one.sendPlan();
  later(2_000);
  expect(problemOf(await ask())).toBe('403 revoked');
  expect(problemOf(await one.ask(LIST, { token: ana.token }))).toBe('403 revoked');
});
