import { existsSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { provenReceipt } from '#shared/endpoint/receipt';
import { batchGetPath, batchListPath, batchPutPath } from '#shared/endpoint/protocol';
import { verifySignature } from '../../../electron/identity/device-key.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { temporaryFolder } from '../sync/parts/temporary-folder.ts';
import { receiverTeam, type ReceiverTeam } from './parts/receiver-team.ts';
import { WORKSPACE } from './parts/team-over.ts';
import { problemOf } from './parts/send.ts';

async function team(): Promise<ReceiverTeam> {
  const made = await receiverTeam(temporaryFolder());
  onTestFinished(() => made.close());
  return made;
}

const verify = (keyId: string, message: string, signature: Uint8Array): boolean =>
  verifySignature(keyId, Buffer.from(message, 'utf8'), signature);

test('a batch is answered with a receipt that proves it, and again with the same', async () => {
  const { receiver, invite, sendPlan, put, folder } = await team();
  const ana = invite('ana');
  expect((await sendPlan()).status).toBe(201);
  const log = ana.log().writeMany(20);
  const file = log.batch();
  const first = await put(ana.token, log, file);
  expect(first.status).toBe(201);
  const expected = {
    workspace: WORKSPACE,
    stream: log.stream,
    epoch: log.epoch,
    sha256: sha256Hex(file),
    keyId: receiver.receiverKey,
  };
  expect(provenReceipt(first.json, expected, verify)).toMatchObject({ first: 1, count: 21 });
  expect(existsSync(join(folder, 'v1', WORKSPACE, 'm-ana', `${log.stream}-${log.epoch}`))).toBe(
    true,
  );
  const again = await put(ana.token, log, file);
  expect([again.status, again.json]).toEqual([201, first.json]);
});

test('a batch that comes before those in front of it is kept and waits', async () => {
  const { invite, sendPlan, put } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(9);
  const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = log.batches(
    3,
    6,
  );
  expect((await put(ana.token, log, one)).status).toBe(201);
  expect((await put(ana.token, log, three)).status).toBe(202);
  expect((await put(ana.token, log, two)).status).toBe(201);
  expect((await put(ana.token, log, three)).status).toBe(201);
});

test('of a device that nobody knows only the beginning of its log is taken', async () => {
  const { invite, sendPlan, put } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(9);
  const [one = new Uint8Array(), two = new Uint8Array()] = log.batches(5);
  expect(problemOf(await put(ana.token, log, two))).toBe('403 forbidden');
  expect((await put(ana.token, log, one)).status).toBe(201);
  expect((await put(ana.token, log, two)).status).toBe(201);
});

test('other bytes for the same entries are a fork, and kept only when they are meant', async () => {
  const { invite, sendPlan, put, ask, founderToken } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(4);
  const twin = log.cloneAt(3).writeMany(4, 'twin');
  await put(ana.token, log, log.batch());
  const file = twin.batch();
  expect(problemOf(await put(ana.token, twin, file))).toBe('409 fork');
  const address = { workspace: WORKSPACE, stream: twin.stream, epoch: twin.epoch };
  const path = batchPutPath({ ...address, sha256: sha256Hex(file) });
  const read = batchGetPath(WORKSPACE, sha256Hex(file));
  expect((await ask(read, { token: founderToken })).status).toBe(404);
  const sending = { method: 'PUT', token: ana.token, body: file };
  expect((await ask(`${path}?fork=keep`, sending)).status).toBe(201);
  expect((await ask(read, { token: founderToken })).status).toBe(200);
  expect(problemOf(await ask(`${path}?fork=yes`, sending))).toBe('400 bad-request');
});

test('what was kept is listed page by page and fetched as it was', async () => {
  const { invite, sendPlan, put, ask, founderToken } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(9);
  for (const file of log.batches(3, 6)) await put(ana.token, log, file);
  const token = founderToken;
  const page = await ask(`${batchListPath(WORKSPACE)}?limit=3`, { token });
  expect(page.json).toMatchObject({ hasMore: true, items: [{ audience: 'team' }, {}, {}] });
  const { next } = page.json as { next: string };
  const rest = await ask(`${batchListPath(WORKSPACE)}?after=${next}`, { token });
  expect(rest.json).toMatchObject({ hasMore: false, items: [{ first: 7, count: 4 }] });
  const path = batchGetPath(WORKSPACE, sha256Hex(log.batch(7)));
  const got = await ask(path, { token });
  expect(Buffer.from(got.bytes).equals(log.batch(7))).toBe(true);
  expect(got.headers['cache-control']).toContain('immutable');
  const etag = String(got.headers['etag']);
  const known = await ask(path, { token, headers: { 'if-none-match': etag } });
  expect([known.status, known.bytes.length]).toEqual([304, 0]);
  const head = await ask(path, { token, method: 'HEAD' });
  expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([
    200,
    String(got.bytes.length),
    0,
  ]);
});

test('a connection is kept from one request to the next', async () => {
  const { invite, sendPlan, url, founderToken } = await team();
  const ana = invite('ana');
  await sendPlan();
  const log = ana.log().writeMany(9);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const reused: boolean[] = [];
  const ask = (path: string, token: string, body?: Uint8Array): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body && {
          'content-type': 'application/octet-stream',
          'content-length': String(body.length),
        }),
      };
      const method = body ? 'PUT' : 'GET';
      const request = httpRequest(url + path, { agent, method, headers }, (response) => {
        reused.push(request.reusedSocket);
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', reject);
      request.end(body);
    });
  const statuses: number[] = [];
  for (const file of log.batches(3, 6)) {
    const { stream, epoch } = log;
    const path = batchPutPath({ workspace: WORKSPACE, stream, epoch, sha256: sha256Hex(file) });
    statuses.push(await ask(path, ana.token, file));
  }
  statuses.push(await ask(batchListPath(WORKSPACE), founderToken), await ask('/v1/none', ''));
  expect(statuses).toEqual([201, 201, 201, 200, 404]);
  expect(reused).toEqual([false, true, true, true, true]);
});
