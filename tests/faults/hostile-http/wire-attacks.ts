import type { Random } from '../../../shared/random.ts';
import { type Attack, inPieces, type MakeAttack, once } from './attack.ts';
import { type HeaderLine, placeOf, putRequest, writeRequest } from './request-text.ts';
import type { Scene } from './scene.ts';
import { WORKSPACE } from '../../electron/receiver/parts/team-over.ts';

const BASE = `/v1/workspaces/${WORKSPACE}`;
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const PATHS: readonly string[] = [
  `${BASE}/../../../etc/passwd`,
  `${BASE}/batches/../../../../etc/passwd`,
  `${BASE}/batches/%2e%2e%2f%2e%2e%2fkey`,
  `${BASE}/evidence/..%2f..%2freceiver/key`,
  `${BASE}/evidence/team/..`,
  `${BASE}\\..\\..\\receiver\\key`,
  '//etc/passwd',
  '/v1//workspaces',
  '/v1/workspaces/FERNLIGHT/batches',
  '/v1/workspaces/fernlight%00/batches',
  '/v1/workspaces/fernlight;x=1/batches',
  `${BASE}/batches/`,
  `${BASE}/batches?limit=1?limit=2`,
  `http://127.0.0.1${BASE}/batches`,
  '*',
  'v1/hello',
  '/.git/config',
  '/receiver/setup.txt',
  '/outlog-folder.json',
  `${BASE}/batches/${'a'.repeat(700)}`,
  `/${'../'.repeat(60)}`,
  '/v1/\u00e9',
];

const SMUGGLED: readonly (readonly HeaderLine[])[] = [
  [['Transfer-Encoding', 'chunked']],
  [['Transfer-Encoding', 'xchunked']],
  [['Transfer-Encoding', 'chunked, identity']],
  [['Transfer-Encoding ', 'chunked']],
  [['Transfer-Encoding', '\x0bchunked']],
  [['Content-Length', '0']],
  [['Content-Length', '5']],
  [['Content-Length ', '3']],
  [['X-A', 'b\nContent-Length: 0']],
  [['X-A', 'b\rTransfer-Encoding: chunked']],
  [[' X-A', 'b']],
  [['X\0A', 'b']],
];

/** What is no proper HTTP, comes in odd pieces, too slowly, or is too much. */
export const WIRE_ATTACKS: Readonly<Record<string, MakeAttack>> = {
  pathTrick: ({ ana, team }, random) => {
    const token = random.pick([ana.token, team.founderToken]);
    const path = random.pick(PATHS);
    return once(
      random.chance(0.5)
        ? writeRequest({ path, token })
        : writeRequest({ method: 'PUT', path, token, body: random.bytes(20) }),
    );
  },
  smuggling: (scene, random) => {
    const log = scene.anasLog();
    const inner = innerRequest(scene, random);
    const headers = random.pick(SMUGGLED);
    return once(
      writeRequest({
        method: 'PUT',
        path: placeOf(log, inner),
        token: scene.ana.token,
        headers,
        body: Buffer.concat([bytesOf('0\r\n\r\n'), inner]),
        ...(random.chance(0.3) && { length: '4' }),
      }),
    );
  },
  badLength: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const length = random.pick(['-1', '+5', '0x10', '1e3', '1,1', ' ', '00', '9'.repeat(30), null]);
    return { ...once(putRequest(ana.token, log, log.batch(), { length })), isCut: length === '00' };
  },
  badChunks: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const chunks = random.pick([
      'zz\r\nabc\r\n0\r\n\r\n',
      '-1\r\n\r\n',
      'ffffffffffffffff\r\nabc',
      '3\r\nabcdef\r\n0\r\n\r\n',
      '3;a=b\r\nabc\r\n0\r\n\r\n',
      `3;${'x'.repeat(20_000)}\r\nabc\r\n0\r\n\r\n`,
      '0\r\nX: y\r\n\r\n',
      '3\nabc\n0\n\n',
    ]);
    const head = putRequest(ana.token, log, log.batch(), {
      body: new Uint8Array(),
      path: placeOf(log, log.batch()),
      length: null,
      headers: [['Transfer-Encoding', 'chunked']],
      type: 'application/octet-stream',
    });
    return once(Buffer.concat([head, bytesOf(chunks)]));
  },
  oversized: ({ ana, anasLog, setupSecret }, random) => {
    const log = anasLog();
    const path = placeOf(log, log.batch());
    const over = 1024 * 1024 + random.whole(1, 4096);
    return once(
      random.pick([
        () => writeRequest({ method: 'PUT', path, token: ana.token, body: new Uint8Array(over) }),
        () => putRequest(ana.token, log, log.batch(), { length: '999999999999' }),
        () => writeRequest({ path: '/v1/hello', headers: [['X-A', 'a'.repeat(20_000)]] }),
        () =>
          writeRequest({
            path: `/v1/hello?${'a'.repeat(900)}`,
            headers: Array.from({ length: 300 }, (_, at): HeaderLine => [`X-${at}`, 'aaaa']),
          }),
        () => writeRequest({ path: `/v1/hello?${'a'.repeat(9000)}` }),
        () =>
          writeRequest({
            method: 'PUT',
            path: BASE,
            token: setupSecret,
            type: 'application/json',
            body: new Uint8Array(70_000).fill(32),
          }),
      ])(),
    );
  },
  garbage: (_, random) =>
    once(
      random.pick([
        () => random.bytes(random.whole(1, 400)),
        () => bytesOf('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
        () => Buffer.from('16030100a5010000a10303', 'hex'),
        () => bytesOf('GET /v1/hello\r\n\r\n'),
        () => bytesOf('GET /v1/hello HTTP/9.9\r\nHost: a\r\n\r\n'),
        () => bytesOf('GET /v1/hello HTTP/1.1\r\n\r\n'),
        () => bytesOf('\r\n\r\n\r\n\0\0\0\0'),
        () => bytesOf('PUT  /v1/hello  HTTP/1.1\r\nHost: a\r\n\r\n'),
      ])(),
    ),
  method: ({ ana }, random) => {
    const method = random.pick(['POST', 'DELETE', 'PATCH', 'TRACE', 'CONNECT', 'BREW', 'get']);
    return once(writeRequest({ method, path: `${BASE}/batches`, token: ana.token }));
  },
  bodyOfReader: ({ ana }, random) =>
    once(
      writeRequest({
        method: random.pick(['GET', 'HEAD']),
        path: `${BASE}/batches`,
        token: ana.token,
        body: random.bytes(random.whole(1, 3000)),
      }),
    ),
  cutOff: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const bytes = putRequest(ana.token, log, log.batch());
    const whole = bytes.subarray(0, random.whole(1, bytes.length - 1));
    return { parts: inPieces(whole, random, random.whole(0, 3)), isCut: true };
  },
  slow: ({ ana, anasLog }, random) => {
    const log = anasLog();
    const bytes = putRequest(ana.token, log, log.batch());
    const parts = inPieces(bytes.subarray(0, bytes.length - 1), random, 20);
    return { parts, pauseMs: 15, isCut: true };
  },
  expectation: ({ leo, anasLog }, random) => {
    const log = anasLog();
    const headers: readonly HeaderLine[] = [
      ['Expect', random.pick(['100-continue', '200-ok', 'magic'])],
    ];
    return once(putRequest(leo.token, log, log.batch(), { headers }));
  },
  split: (scene, random) => honest(scene, random, random.whole(2, 25)),
  whole: (scene, random) => honest(scene, random, 0),
};

/** A good request, in however many pieces: it is granted, and what it brings is held. */
function honest({ ana, anasLog, held }: Scene, random: Random, cuts: number): Attack {
  const log = anasLog();
  const file = log.batch();
  const bytes = putRequest(ana.token, log, file);
  held.add(placeOf(log, file).slice(-64));
  return { parts: inPieces(bytes, random, cuts), pauseMs: random.whole(0, 2), isHonest: true };
}

/** What a smuggler would have believed: a request for what only the founder may. */
const innerRequest = ({ team, leo }: Scene, random: Random): Uint8Array =>
  writeRequest({
    method: 'PUT',
    path: `${BASE}/joins/smug`,
    token: random.pick([leo.token, team.founderToken.slice(0, -1)]),
    body: bytesOf('smuggled'),
  });
