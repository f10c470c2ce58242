import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { batchListPath, batchPutPath } from '#shared/endpoint/protocol';
import { countedAddress } from '../../../electron/receiver/http/caller-address.ts';
import type { LimitFigures } from '../../../electron/receiver/http/limits.ts';
import type { ReceiverOptions } from '../../../electron/receiver/open-receiver.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam, type ReceiverTeam } from './parts/receiver-team.ts';
import { problemOf } from './parts/send.ts';
import { WORKSPACE } from './parts/team-over.ts';

const LIST = batchListPath(WORKSPACE);

async function team(
  limits: Partial<LimitFigures> = {},
  options: Partial<ReceiverOptions> = {},
): Promise<ReceiverTeam> {
  const made = await receiverTeam(temporaryFolder(), { limits, ...options });
  onTestFinished(() => made.close());
  return made;
}

/** Everything that comes back on a connection until the other side ends it. */
async function hearAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

function speak(port: number, text: string): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  onTestFinished(() => void socket.destroy());
  return socket;
}

const headOf = (path: string, token: string, lengthBytes: number, more = ''): string =>
  `PUT ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/octet-stream\r\nContent-Length: ${lengthBytes}\r\n${more}\r\n`;

const ANY_BATCH = batchPutPath({
  workspace: WORKSPACE,
  stream: 'a'.repeat(32),
  epoch: 'b'.repeat(8),
  sha256: 'c'.repeat(64),
});

test('a token has so many requests a minute, and another token its own', async () => {
  const { ask, invite, sendPlan, founderToken } = await team({ tokenPerMinute: 5 });
  const ana = invite('ana');
  await sendPlan();
  const heard = await Promise.all([1, 2, 3, 4, 5, 6].map(() => ask(LIST, { token: ana.token })));
  expect(heard.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = heard.find(({ status }) => status === 429);
  const waitS = Number(refused?.headers['retry-after']);
  expect(waitS).toBeGreaterThan(0);
  expect(waitS).toBeLessThanOrEqual(60);
  expect((await ask(LIST, { token: founderToken })).status).toBe(200);
});

test('trying out tokens ends soon, and members behind the same address go on', async () => {
  const { ask, founderToken } = await team({ strangerPerMinute: 3 });
  const problems: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    problems.push(problemOf(await ask(LIST, { token: `${at}`.repeat(43) })));
  }
  expect(problems.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => '401 unauthorized'));
  expect(problems.slice(3)).toEqual(['429 rate-limited', '429 rate-limited']);
  expect((await ask(LIST, { token: founderToken })).status).toBe(200);
});

test('a token has so many requests at once', async () => {
  const { receiver, ask, founderToken } = await team({ tokenAtOnce: 2 });
  const slow = [1, 2].map(() => speak(receiver.port, headOf(ANY_BATCH, founderToken, 100)));
  const answer = () => ask(LIST, { token: founderToken });
  await expect.poll(async () => problemOf(await answer())).toBe('429 rate-limited');
  for (const socket of slow) socket.destroy();
  await expect.poll(async () => (await answer()).status).toBe(200);
});

test('bodies on their way take only so much memory', async () => {
  const { put, invite, sendPlan, ask } = await team({ arrivingBytes: 8_000 });
  const ana = invite('ana');
  await sendPlan();
  const small = ana.log('team').writeMany(2);
  expect((await put(ana.token, small, small.batch())).status).toBe(201);
  const path = `/v1/workspaces/${WORKSPACE}/joins/7h3k`;
  const heard = await ask(path, { method: 'PUT', token: ana.token, body: Buffer.alloc(60_000) });
  expect([problemOf(heard), heard.headers['retry-after']]).toEqual(['503 busy', '5']);
});

test.each([
  ['a head that never ends', 'GET /v1/hello HTTP/1.1\r\nHost: a\r\nX-'],
  ['a connection that says nothing', ''],
])('%s is ended', async (_, text) => {
  const { receiver } = await team({ headersMs: 200, requestMs: 400 });
  const heard = await hearAll(speak(receiver.port, text));
  expect(heard === '' || heard.startsWith('HTTP/1.1 408')).toBe(true);
});

test('a body that never ends is cut off', async () => {
  const { receiver, founderToken, ask } = await team({ headersMs: 200, requestMs: 400 });
  const socket = speak(receiver.port, `${headOf(ANY_BATCH, founderToken, 1_000)}some`);
  const drip = setInterval(() => socket.write('x'), 50);
  const heard = await hearAll(socket);
  clearInterval(drip);
  expect(heard === '' || heard.startsWith('HTTP/1.1 408')).toBe(true);
  expect((await ask(LIST, { token: founderToken })).status).toBe(200);
});

test('who asks first hears no before they have sent anything', async () => {
  const { receiver, founderToken } = await team();
  const asks = 'Expect: 100-continue\r\n';
  const refused = speak(receiver.port, headOf(ANY_BATCH, 'x'.repeat(43), 900_000, asks));
  const [first] = (await once(refused, 'data')) as [Buffer];
  expect(first.toString('latin1')).toMatch(/^HTTP\/1\.1 401/);
  const large = speak(receiver.port, headOf(ANY_BATCH, founderToken, 9_000_000, asks));
  const [second] = (await once(large, 'data')) as [Buffer];
  expect(second.toString('latin1')).toMatch(/^HTTP\/1\.1 413/);
  const fine = speak(receiver.port, headOf(ANY_BATCH, founderToken, 3, asks));
  const [third] = (await once(fine, 'data')) as [Buffer];
  expect(third.toString('latin1')).toMatch(/^HTTP\/1\.1 100/);
});

test('who sends too much all the same hears why', async () => {
  const { ask, founderToken } = await team();
  const body = new Uint8Array(3 * 1024 * 1024);
  const heard = await ask(ANY_BATCH, { method: 'PUT', token: founderToken, body });
  expect([problemOf(heard), heard.headers['connection']]).toEqual(['413 too-large', 'close']);
});

test('headers that are too long and words that are no HTTP are refused', async () => {
  const { receiver } = await team();
  const long = `GET /v1/hello HTTP/1.1\r\nHost: a\r\nX-A: ${'a'.repeat(9_000)}\r\n\r\n`;
  expect(await hearAll(speak(receiver.port, long))).toMatch(/^HTTP\/1\.1 431/);
  expect(await hearAll(speak(receiver.port, 'HELLO\r\n\r\n'))).toMatch(/^HTTP\/1\.1 400/);
});

test('there are only so many connections', async () => {
  const { receiver } = await team({ connections: 3 });
  const open = Array.from({ length: 3 }, () => connect(receiver.port, '127.0.0.1'));
  onTestFinished(() => open.forEach((socket) => socket.destroy()));
  await Promise.all(open.map((socket) => once(socket, 'connect')));
  await expect.poll(() => receiver.connectionCount()).toBe(3);
  expect(await hearAll(speak(receiver.port, 'GET /v1/hello HTTP/1.1\r\nHost: a\r\n\r\n'))).toBe('');
});

test('behind a proxy each caller is counted by the address that the proxy tells', async () => {
  const { ask } = await team({ strangerPerMinute: 1 }, { isBehindProxy: true });
  const from = async (forwarded: string): Promise<string> =>
    problemOf(
      await ask(LIST, { token: 'x'.repeat(43), headers: { 'x-forwarded-for': forwarded } }),
    );
  expect(await from('203.0.113.7')).toBe('401 unauthorized');
  // What a caller writes in front of the proxy's own word does not help.
  expect(await from('198.51.100.1, 203.0.113.7')).toBe('429 rate-limited');
  expect(await from('203.0.113.8')).toBe('401 unauthorized');
});

test('without a proxy nobody is believed to be elsewhere', async () => {
  const { ask } = await team({ strangerPerMinute: 1 });
  const from = async (forwarded: string): Promise<string> =>
    problemOf(
      await ask(LIST, { token: 'x'.repeat(43), headers: { 'x-forwarded-for': forwarded } }),
    );
  expect(await from('203.0.113.7')).toBe('401 unauthorized');
  expect(await from('203.0.113.8')).toBe('429 rate-limited');
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1:2:3:4%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

test('the log says how a request went and nothing of what was in it', async () => {
  const lines: string[] = [];
  const { invite, sendPlan, put, ask } = await team(
    {},
    { log: (event, detail) => void lines.push(JSON.stringify({ event, ...detail })) },
  );
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(3, 'private words');
  const file = log.batch();
  await put(ana.token, log, file);
  await ask('/v1/secret-path?query=1', { token: 'x'.repeat(43) });
  await expect.poll(() => lines.length).toBe(4);
  const told = lines.join('\n');
  expect(told).toContain('"batch-put","status":201');
  for (const word of ['private', ana.token, 'ana', WORKSPACE, sha256Hex(file), 'secret', '127.']) {
    expect(told).not.toContain(word);
  }
});
