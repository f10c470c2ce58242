import { gzipSync } from 'node:zlib';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RECEIVER_HEADER } from '#shared/endpoint/protocol';
import { type EndpointReceipt, receiptMessage } from '#shared/endpoint/receipt';
import { toHex } from '#shared/hex';
import type { WaitReason } from '#shared/ipc';
import { bodyOf, type HandedOn } from '../electron/sync/parts/http-front.ts';
import { testKey } from '../electron/sync/parts/test-device.ts';

/** One exchange in the hands of somebody who means no good, or of a network that knows no better. */
export interface Hostage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Hands it on after all: the receiver then has the batch, whatever is said to the client. */
  readonly handOn: () => Promise<HandedOn>;
  readonly receiverKey: string;
  /** The receiver's true receipt of an earlier batch. */
  readonly earlier: EndpointReceipt;
}

export interface HostileAnswer {
  readonly name: string;
  /** What the queue then says it waits for. */
  readonly waits: WaitReason;
  readonly give: (hostage: Hostage) => void | Promise<void>;
}

const PAGE = '<!doctype html><title>Free Wi-Fi</title><form>Please sign in</form>';
const LONG_MS = 60_000;

type Headers = Readonly<Record<string, string | number>>;

/** Answers once the request is read, as a well-behaved server would. */
const say =
  (status: number, body: string | Uint8Array = '', headers: Headers = {}): HostileAnswer['give'] =>
  async ({ request, response }) => {
    await bodyOf(request);
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
    response.end(body);
  };

/** The same in the receiver's own name. */
const claim =
  (status: number, body = '', headers: Headers = {}): HostileAnswer['give'] =>
  (hostage) =>
    say(status, body, { [RECEIVER_HEADER]: hostage.receiverKey, ...headers })(hostage);

/** Writes to the connection, past everything that keeps a server to the protocol. */
const raw =
  (text: (hostage: Hostage) => string, isEnd = true): HostileAnswer['give'] =>
  async (hostage) => {
    await bodyOf(hostage.request);
    const { socket } = hostage.response;
    socket?.write(text(hostage));
    if (isEnd) socket?.end();
  };

/** The true receipt, changed on its way: the receiver has the batch, and the client must not believe it yet. */
const forged =
  (forge: (receipt: EndpointReceipt, hostage: Hostage) => unknown): HostileAnswer['give'] =>
  async (hostage) => {
    const { body } = await hostage.handOn();
    const receipt = JSON.parse(body.toString('utf8')) as EndpointReceipt;
    const text = JSON.stringify(forge(receipt, hostage));
    hostage.response.writeHead(201, { [RECEIVER_HEADER]: hostage.receiverKey });
    hostage.response.end(text);
  };

const stranger = testKey('a stranger');
const signed = (receipt: EndpointReceipt): EndpointReceipt => ({
  ...receipt,
  sig: toHex(stranger.sign(Buffer.from(receiptMessage(receipt)))),
});

const refusal = (code: string): string => JSON.stringify({ code, message: 'No.' });

const reset = ({ response }: Hostage): void => void response.socket?.resetAndDestroy();

export const HOSTILE_ANSWERS: readonly HostileAnswer[] = [
  { name: 'a sign-in page, 200', waits: 'not-outlog', give: say(200, PAGE) },
  { name: 'a sign-in page, 201', waits: 'not-outlog', give: say(201, PAGE) },
  { name: 'a sign-in page, 202', waits: 'not-outlog', give: say(202, PAGE) },
  { name: 'a sign-in page, 403', waits: 'not-outlog', give: say(403, PAGE) },
  { name: 'a network that wants to be asked, 511', waits: 'not-outlog', give: say(511, PAGE) },
  { name: 'nothing at all, 204', waits: 'not-outlog', give: say(204) },
  { name: 'nothing at all, 201', waits: 'not-outlog', give: claim(201) },
  { name: 'an empty object, 201', waits: 'not-outlog', give: claim(201, '{}') },
  { name: 'null, 201', waits: 'not-outlog', give: claim(201, 'null') },
  {
    name: 'the true receipt, 200',
    waits: 'not-outlog',
    give: async ({ response, handOn, receiverKey }) => {
      const { body } = await handOn();
      response.writeHead(200, { [RECEIVER_HEADER]: receiverKey });
      response.end(body);
    },
  },
  {
    name: 'the receipt of an earlier batch',
    waits: 'not-outlog',
    give: (hostage) => claim(201, JSON.stringify(hostage.earlier))(hostage),
  },
  {
    name: 'an earlier receipt made out to this batch',
    waits: 'not-outlog',
    give: forged((receipt, { earlier }) => ({ ...receipt, sig: earlier.sig })),
  },
  {
    name: 'a sound receipt of another key',
    waits: 'not-outlog',
    give: forged((receipt) => signed({ ...receipt, keyId: stranger.keyId })),
  },
  {
    name: 'a receipt in the receiver’s name that another key signed',
    waits: 'not-outlog',
    give: forged(signed),
  },
  {
    name: 'another receiver altogether',
    waits: 'receiver-wrong',
    give: say(201, '{}', { [RECEIVER_HEADER]: stranger.keyId }),
  },
  {
    name: 'a receipt of fewer entries',
    waits: 'not-outlog',
    give: forged((receipt) => ({ ...receipt, count: receipt.count + 1 })),
  },
  {
    name: 'a receipt in another workspace',
    waits: 'not-outlog',
    give: forged((receipt) => ({ ...receipt, workspace: 'elsewhere' })),
  },
  {
    name: 'a receipt with one digit changed',
    waits: 'not-outlog',
    give: forged((receipt) => ({
      ...receipt,
      sig: `${receipt.sig.startsWith('0') ? '1' : '0'}${receipt.sig.slice(1)}`,
    })),
  },
  ...[301, 302, 303, 307, 308].map((status) => ({
    name: `a redirect to the receiver itself, ${status}`,
    waits: 'not-outlog' as const,
    give: (hostage: Hostage) => say(status, '', { location: hostage.request.url ?? '' })(hostage),
  })),
  {
    name: 'half a receipt',
    waits: 'not-outlog',
    give: async ({ response, handOn, receiverKey }) => {
      const { body } = await handOn();
      response.writeHead(201, { [RECEIVER_HEADER]: receiverKey });
      response.end(body.subarray(0, body.length / 2));
    },
  },
  {
    name: 'a receipt that drips in for ever',
    waits: 'offline',
    give: async ({ response, handOn }) => {
      const { body } = await handOn();
      response.writeHead(201, { 'content-length': body.length });
      let at = 0;
      const drip = setInterval(() => response.write(body.subarray(at, (at += 1))), 50);
      response.on('close', () => clearInterval(drip));
    },
  },
  {
    name: 'no answer',
    waits: 'offline',
    give: ({ response }) => {
      const late = setTimeout(() => response.end(), LONG_MS);
      response.on('close', () => clearTimeout(late));
    },
  },
  { name: 'a reset before anything', waits: 'offline', give: reset },
  {
    name: 'a reset when the batch is in and its receipt is not out',
    waits: 'offline',
    give: async (hostage) => {
      await hostage.handOn();
      reset(hostage);
    },
  },
  {
    name: 'a reset in the middle of the receipt',
    waits: 'offline',
    give: async (hostage) => {
      const { body } = await hostage.handOn();
      hostage.response.writeHead(201, { 'content-length': body.length });
      await new Promise((resolve) => {
        hostage.response.write(body.subarray(0, 40), resolve);
      });
      reset(hostage);
    },
  },
  {
    name: 'less than it said',
    waits: 'offline',
    give: raw(
      () => 'HTTP/1.1 201 Created\r\ncontent-length: 900\r\n\r\n{"format":"outlog-receipt"',
    ),
  },
  {
    name: 'more than it said',
    waits: 'not-outlog',
    give: raw(() => `HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}${PAGE}`),
  },
  {
    name: 'two lengths',
    waits: 'not-outlog',
    give: raw(() => 'HTTP/1.1 201 Created\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}\n'),
  },
  {
    name: 'two ways to say how long',
    waits: 'not-outlog',
    give: raw(
      () =>
        'HTTP/1.1 201 Created\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ),
  },
  { name: 'another language', waits: 'not-outlog', give: raw(() => '220 mail.example ESMTP\r\n') },
  {
    name: 'a bomb of zeros, packed',
    waits: 'not-outlog',
    give: say(201, gzipSync(Buffer.alloc(64 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
  },
  {
    name: 'headers without end',
    waits: 'not-outlog',
    give: raw(() => `HTTP/1.1 201 Created\r\nx-much: ${'x'.repeat(200_000)}\r\n\r\n{}`),
  },
  {
    name: 'a body without end',
    waits: 'not-outlog',
    give: async ({ request, response }) => {
      await bodyOf(request);
      response.writeHead(201);
      const page = Buffer.alloc(64 * 1024, 32);
      const pour = setInterval(() => response.write(page), 1);
      response.on('close', () => clearInterval(pour));
    },
  },
  {
    name: 'a hundred times “go on”, then a page',
    waits: 'not-outlog',
    give: raw(() => `${'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100)}HTTP/1.1 200 OK\r\n\r\n${PAGE}`),
  },
  {
    name: 'early hints, then nothing',
    waits: 'not-outlog',
    give: raw(
      () => 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
    ),
  },
  {
    name: 'another protocol',
    waits: 'not-outlog',
    give: raw(
      () => 'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    ),
  },
  { name: '401 of the receiver', waits: 'unauthorized', give: claim(401, refusal('unauthorized')) },
  { name: '403 of the receiver', waits: 'unauthorized', give: claim(403, refusal('forbidden')) },
  { name: '403, taken back', waits: 'revoked', give: claim(403, refusal('revoked')) },
  { name: '404 of the receiver', waits: 'unauthorized', give: claim(404, refusal('not-found')) },
  { name: '404 of somebody else', waits: 'not-outlog', give: say(404, PAGE) },
  { name: '409 for no reason', waits: 'refused', give: claim(409) },
  { name: '409, a fork that is none', waits: 'refused', give: claim(409, refusal('fork')) },
  { name: '413 for whatever size', waits: 'refused', give: say(413, PAGE) },
  { name: '422 of the receiver', waits: 'refused', give: claim(422, refusal('batch-damaged')) },
  { name: '429', waits: 'receiver-busy', give: claim(429, refusal('rate-limited')) },
  {
    name: '429 with a wait',
    waits: 'receiver-busy',
    give: claim(429, refusal('rate-limited'), { 'retry-after': 2 }),
  },
  { name: '500', waits: 'receiver-busy', give: claim(500, refusal('failed')) },
  { name: '502 of a proxy', waits: 'receiver-busy', give: say(502, PAGE) },
  { name: '503', waits: 'receiver-busy', give: say(503) },
  {
    name: '503 until a date',
    waits: 'receiver-busy',
    give: say(503, '', { 'retry-after': new Date(Date.UTC(2_099, 0)).toUTCString() }),
  },
  {
    name: '503 for 30 years',
    waits: 'receiver-busy',
    give: say(503, '', { 'retry-after': 999_999_999 }),
  },
  { name: '507', waits: 'receiver-full', give: claim(507, refusal('out-of-space')) },
];
