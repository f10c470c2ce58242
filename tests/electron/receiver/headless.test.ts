import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../../electron/receiver/headless/read-arguments.ts';
import { removeBuiltReceiver } from '../../faults/build-receiver.ts';
import { startReceiver } from '../../faults/receiver-process.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { send } from './parts/send.ts';
import { teamOver } from './parts/team-over.ts';

const PROGRAM = new URL('../../../electron/receiver/run-receiver.ts', import.meta.url).pathname;

afterAll(removeBuiltReceiver);

async function start(data: string) {
  const receiver = await startReceiver(data);
  onTestFinished(async () => void (await receiver.end()));
  return receiver;
}

test('it is the same receiver after a restart, and shows its secret once', async () => {
  const data = temporaryFolder();
  const first = await start(data);
  expect(first.said()).toContain(`setup: outlog://setup#1.`);
  const team = await teamOver(first.url, first.setupSecret);
  const ana = team.invite('ana');
  await team.sendPlan();
  const log = ana.log().writeMany(4);
  expect((await team.put(ana.token, log, log.batch())).status).toBe(201);
  const file = join(data, 'receiver', 'setup.txt');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await first.end()).toBe(0);
  const second = await start(data);
  expect(second.said()).not.toContain(second.setupSecret);
  expect(second.said()).toContain(file);
  expect(second.setupSecret).toBe(first.setupSecret);
  expect(keyIn(second.said())).toBe(keyIn(first.said()));
  const listed = await send(second.url, '/v1/workspaces/fernlight/batches', { token: ana.token });
  expect((listed.json as { items: unknown[] }).items).toHaveLength(2);
  expect(readFileSync(file, 'utf8')).toContain(second.url);
});

const keyIn = (said: string): string | undefined => /^key: ([0-9a-f]{64})$/m.exec(said)?.[1];

test('told to end, it first answers what it has in hand', async () => {
  const { url, end, setupSecret } = await start(temporaryFolder());
  const team = await teamOver(url, setupSecret);
  await team.sendPlan();
  const body = JSON.stringify(team.served);
  const head = `PUT /v1/workspaces/fernlight HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nAuthorization: Bearer ${setupSecret}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(head);
  const [asked] = (await once(socket, 'data')) as [Buffer];
  expect(asked.toString()).toContain('100 Continue');
  const ended = end();
  socket.write(body);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 200/);
  socket.destroy();
  expect(await ended).toBe(0);
});

test('what it is not told rightly it tells how', async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM, '--port', 'x']);
  const failed = await run.catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({ code: 2 });
  expect(failed.stderr).toContain('usage: npm run receiver -- --data DIR');
});

test.each([
  [[], '--data'],
  [['--data', 'a', '--port', '70000'], '--port'],
  [['--data', 'a', '--tls-cert', 'b'], 'together'],
  [['--data', 'a', '--url', 'http://team.example'], '--url'],
  [['--data', 'a', '--what'], '--what'],
])('%j is not understood', (args, word) => {
  expect(readArguments(args)).toContain(word);
});

test('it listens on this computer alone until told otherwise', () => {
  expect(readArguments(['--data', 'a'])).toMatchObject({
    host: '127.0.0.1',
    port: 47_822,
    tls: null,
    isAnnounced: false,
    isBehindProxy: false,
  });
});
