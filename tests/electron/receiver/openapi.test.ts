import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { pieceName } from '#shared/evidence/pieces';
import { openFolderStore } from '../../../electron/receiver/stores/folder/folder-store.ts';
import { sha256Hex } from '../../../electron/sync/batch-tools.ts';
import { makeFolder } from './parts/make-folder.ts';
import { type Description, describedBy } from './parts/described.ts';
import { type FailingStore, failingStore } from './parts/failing-store.ts';
import { type ReceiverTeam, receiverTeam, SETUP_SECRET } from './parts/receiver-team.ts';
import { WORKSPACE } from './parts/team-over.ts';
import { type Heard, send, type Sending } from './parts/send.ts';

let team: ReceiverTeam;
let failing: FailingStore;
let tight: ReceiverTeam;
let described: ReturnType<typeof describedBy>;
let description: Description & Record<string, unknown>;
const folder = makeFolder();

beforeAll(async () => {
  mkdirSync(join(folder.path, 'a'));
  mkdirSync(join(folder.path, 'b'));
  const real = await openFolderStore({
    folder: join(folder.path, 'a'),
    ownDirectory: join(folder.path, 'own'),
  });
  failing = failingStore(real);
  team = await receiverTeam(join(folder.path, 'a'), { store: failing.store });
  tight = await receiverTeam(join(folder.path, 'b'), { limits: { addressPerMinute: 1 } });
  const heard = await team.ask('/v1/openapi.json');
  description = heard.json as typeof description;
  described = describedBy(description);
});

afterAll(async () => {
  await team.close();
  await team.store.close();
  await tight.close();
  folder.remove();
});

test('the description is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(description);
  expect(errors).toBeUndefined();
  expect([valid, description.openapi]).toEqual([true, '3.1.0']);
});

/** Requests by what is asked for, so that every described answer of it is heard. */
async function requests() {
  const { invite, revoke, sendPlan, put, plan, founderToken } = team;
  const ana = invite('ana');
  const leo = invite('leo');
  await sendPlan();
  const log = ana.log().writeMany(9);
  const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = log.batches(
    3,
    6,
  );
  const twin = log.cloneAt(2).writeMany(3, 'twin').batch();
  await put(ana.token, log, one);
  revoke(leo);
  await sendPlan();
  const base = `/v1/workspaces/${WORKSPACE}`;
  const batch = (file: Uint8Array): string =>
    `${base}/streams/${log.stream}/${log.epoch}/batches/${sha256Hex(file)}`;
  const proof = Buffer.from('proof');
  const hash = sha256Hex(proof);
  const piece = `${base}/evidence/m-ana/${hash}/${pieceName(1, 1, hash)}`;
  const foreign = piece.replace('m-ana', 'm-leo');
  const expired = String(Date.now() + 60_000);
  await team.store.putJoin('0z0z', {
    workspace: 'another',
    bytes: proof,
    expiresAtMs: Date.now() + 1e6,
  });
  const founder = { token: founderToken };
  const member = { token: ana.token };
  const wrong = { token: 'x'.repeat(43) };
  const gone = { token: leo.token };
  const claim = (change: object = {}): string => JSON.stringify({ ...team.served, ...change });
  const setup = { token: SETUP_SECRET, method: 'PUT' };
  const other = claim({ workspace: 'other' });
  /** What is the same for everything that takes a body. */
  const taking = (path: string, sending: Sending): readonly Asked[] => [
    [411, path, { ...sending, headers: { 'transfer-encoding': 'chunked' } }],
    [413, path, { ...sending, body: new Uint8Array(1024 * 1024 + 1) }],
    [415, path, { ...sending, headers: { 'content-type': 'text/plain' } }],
    [507, path, sending, 'full'],
  ];
  const asking = (path: string, sending: Sending): readonly Asked[] => [
    [401, path, { ...sending, ...wrong }],
    [503, path, sending, 'down'],
  ];
  const get = (path: string): readonly Asked[] => [
    [400, path, { ...member, body: proof }],
    [403, path, gone],
    ...asking(path, member),
  ];
  const putting = { method: 'PUT', ...member };
  const bytes = (body: Uint8Array): Sending => ({ ...putting, body });
  const read = `${base}/batches/${sha256Hex(one)}`;
  const etag = `"${sha256Hex(one)}"`;
  const all: Readonly<Record<string, readonly Asked[]>> = {
    hello: [
      [200, '/v1/hello', {}],
      [200, `/v1/hello?challenge=${hash}`, {}],
      [400, '/v1/hello?challenge=1', {}],
    ],
    description: [
      [200, '/v1/openapi.json', {}],
      [400, '/v1/openapi.json', { body: proof }],
    ],
    claim: [
      [200, base, { ...setup, body: claim() }],
      [201, '/v1/workspaces/other', { ...setup, body: other }],
      [400, base, { ...setup, body: other }],
      [403, base, { ...setup, body: claim({ founderKey: hash }) }],
      ...asking(base, { ...setup, body: claim() }),
      ...taking(base, { ...setup, body: claim() }),
    ],
    'batch-put': [
      [202, batch(three), bytes(three)],
      [201, batch(two), bytes(two)],
      [400, `${batch(two)}?fork=no`, bytes(two)],
      [403, batch(one), { ...bytes(one), ...founder }],
      [409, batch(twin), bytes(twin)],
      [422, batch(one), bytes(two)],
      ...asking(batch(one), bytes(one)),
      ...taking(batch(one), bytes(one)),
    ],
    'batch-list': [[200, `${base}/batches?limit=2`, member], ...get(`${base}/batches`)],
    'batch-get': [
      [200, read, member],
      [304, read, { ...member, headers: { 'if-none-match': etag } }],
      [404, `${base}/batches/${hash}`, member],
      ...get(read),
    ],
    'piece-put': [
      [201, piece, bytes(proof)],
      [400, piece, bytes(one)],
      [403, foreign, bytes(proof)],
      ...asking(piece, bytes(proof)),
      ...taking(piece, bytes(proof)),
    ],
    'piece-list': [
      [200, `${base}/evidence/m-ana/${hash}`, member],
      ...get(`${base}/evidence/m-ana/${hash}`),
    ],
    'piece-get': [
      [200, piece, member],
      [304, piece, { ...member, headers: { 'if-none-match': '*' } }],
      [404, piece.replace('m-ana', 'team'), member],
      ...get(piece),
    ],
    'join-put': [
      [201, `${base}/joins/7h3k?expiresAtMs=${expired}`, { ...bytes(proof), ...founder }],
      [400, `${base}/joins/7h3k?expiresAtMs=soon`, { ...bytes(proof), ...founder }],
      [403, `${base}/joins/7h3k`, bytes(proof)],
      [409, `${base}/joins/0z0z`, { ...bytes(proof), ...founder }],
      ...asking(`${base}/joins/7h3k`, { ...bytes(proof), ...founder }),
      ...taking(`${base}/joins/7h3k`, { ...bytes(proof), ...founder }),
    ],
    'join-get': [
      [200, '/v1/joins/7h3k', {}],
      [400, '/v1/joins/7h3k', { body: proof }],
      [404, '/v1/joins/zzzz', {}],
      [503, '/v1/joins/7h3k', {}, 'down'],
    ],
  };
  return { all, planLength: plan.changes.length };
}

type Asked = readonly [
  status: number,
  path: string,
  sending: Sending,
  mode?: Parameters<FailingStore['set']>[0],
];

const typeOf = ({ headers, bytes }: Heard): string =>
  bytes.length === 0 ? '' : (String(headers['content-type']).split(';')[0] ?? '');

describe('the running server', () => {
  test('gives every answer that is described, and as it is described', async () => {
    const { all } = await requests();
    const heard = new Set<string>();
    for (const [id, asked] of Object.entries(all)) {
      for (const [status, path, sending, mode = 'works'] of asked) {
        failing.set(mode);
        const answer = await team.ask(path, sending);
        failing.set('works');
        expect(answer.status, `${id} ${status} ${path}`).toBe(status);
        expect(described.problemWith(id, status, typeOf(answer), answer.json)).toBeNull();
        expect(answer.headers[RECEIVER_HEADER]).toBe(team.receiver.receiverKey);
        expect(Buffer.from(answer.bytes).toString('latin1')).not.toContain('secret words');
        heard.add(`${id} ${status}`);
        if ((sending.method ?? 'GET') !== 'GET' || sending.body !== undefined) continue;
        failing.set(mode);
        const head = await team.ask(path, { ...sending, method: 'HEAD' });
        failing.set('works');
        expect([head.status, head.bytes.length], `HEAD ${path}`).toEqual([status, 0]);
      }
      const [, path = '', sending] = all[id]?.[0] ?? [];
      const refused = await send(tight.url, path, sending);
      expect(refused.status, `${id} 429`).toBe(429);
      expect(described.problemWith(id, 429, typeOf(refused), refused.json)).toBeNull();
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      heard.add(`${id} 429`);
    }
    expect([...heard].toSorted()).toEqual(described.all.toSorted());
  });

  test('answers nothing that is not described', async () => {
    const paths = ['/', '/v1', '/v1/', '/v1/hello/', '/v2/hello', '/v1/workspaces', '/v1/admin'];
    for (const path of [...paths, `/v1/workspaces/${WORKSPACE}/evidence/team`]) {
      expect((await team.ask(path, { token: team.founderToken })).status, path).toBe(404);
    }
    for (const { path, method } of described.operations.values()) {
      const real = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name] ?? name);
      for (const other of ['POST', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
        const { status, headers } = await team.ask(real, { method: other });
        expect([other, path, status]).toEqual([other, path, 405]);
        expect(String(headers['allow'])).toContain(method.toUpperCase());
      }
    }
  });
});

const EXAMPLES: Readonly<Record<string, string>> = {
  workspace: WORKSPACE,
  stream: 'a'.repeat(32),
  epoch: 'b'.repeat(8),
  sha256: 'c'.repeat(64),
  hash: 'd'.repeat(64),
  audience: 'team',
  piece: `p-01-01-${'d'.repeat(16)}.piece`,
  locator: '7h3k',
};
