import {
  createServer,
  type IncomingMessage,
  request as sendRequest,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a client and a receiver; it can hand a request on, or do whatever it likes. */
export type Behave = (
  request: IncomingMessage,
  response: ServerResponse,
  handOn: () => Promise<HandedOn>,
) => Promise<void> | void;

/** A receiver's answer, and how to give it to whoever asked. */
export interface HandedOn {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly give: () => void;
}

export interface HttpFront {
  readonly url: string;
  behave: Behave;
  readonly close: () => Promise<void>;
}

export const honest: Behave = async (_request, _response, handOn) => (await handOn()).give();

/** A proxy on loopback in front of `target`, honest until it is told otherwise. */
export async function httpFront(target: string): Promise<HttpFront> {
  const front: { behave: Behave } = { behave: honest };
  const server = createServer((request, response) => {
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const handOn = () => pass(target, request, response);
    Promise.resolve(front.behave(request, response, handOn)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(front, { url: `http://127.0.0.1:${port}`, close });
}

export async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<HandedOn> {
  const sent = await bodyOf(request);
  const { expect: _asked, ...headers } = request.headers;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const onward = sendRequest(
      target + (request.url ?? ''),
      { method: request.method ?? 'GET', headers },
      resolve,
    );
    onward.on('error', reject);
    onward.end(sent);
  });
  const body = await bodyOf(answer);
  const { statusCode: status = 0 } = answer;
  const give = (): void => {
    response.writeHead(status, answer.headers);
    response.end(body);
  };
  return { status, headers: answer.headers, body, give };
}
