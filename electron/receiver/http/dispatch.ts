import type { IncomingMessage, ServerResponse } from 'node:http';
import { StoreFullError } from '../receiver-store.ts';
import { admit, type Admitted, type Door, memberOf, tooMany } from './admit.ts';
import { type Answer, isAnswer, NOT_FOUND, refuse } from './answer.ts';
import { callerAddress } from './caller-address.ts';
import type { RequestLimits } from './limits.ts';
import type { RouteMatch, RouteTable } from './match-route.ts';
import { type BodyRead, declaredLength, hasBody, readBody } from './read-body.ts';
import type { Route } from './route.ts';

export interface Dispatching extends Door {
  readonly routes: RouteTable;
  readonly isBehindProxy: boolean;
}

/** What came of a request: its route's name for the log, and what is to be sent back; `gone`: to nobody. */
export interface Dispatched {
  readonly route: string;
  readonly answer: Answer | 'gone';
}

/**
 * From a request to its answer: the path, then who asks, then the size and kind of what they bring, and
 * only then its bytes.
 */
export async function dispatch(
  dispatching: Dispatching,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Dispatched> {
  const address = callerAddress(request, dispatching.isBehindProxy);
  const waitS = await dispatching.limits.waitOfAddress(address);
  if (waitS !== null) return { route: 'none', answer: tooMany(waitS) };
  const found = findRoute(dispatching.routes, request);
  if (isAnswer(found)) return { route: 'none', answer: found };
  const { route, part } = found;
  const entry = await admit(dispatching, route, part['workspace'] ?? '', request, address);
  if (isAnswer(entry)) return { route: route.name, answer: entry };
  try {
    const answer = await answerTo(dispatching, found, entry, request, response);
    return { route: route.name, answer };
  } finally {
    entry.leave();
  }
}

interface RouteFound extends RouteMatch {
  readonly query: URLSearchParams;
}

const MAX_URL_LENGTH = 600;
const VERSIONS: ReadonlySet<string> = new Set(['1.0', '1.1']);

function findRoute(routes: RouteTable, { url = '', method = '', httpVersion }: IncomingMessage) {
  if (!VERSIONS.has(httpVersion)) {
    return refuse('bad-request', 'Speak HTTP/1.1.', { status: 505 });
  }
  const [path = '', search = '', ...more] = url.split('?');
  if (more.length > 0 || url.length > MAX_URL_LENGTH) return NOT_FOUND;
  const found = routes.find(method, path);
  if ('route' in found) return { ...found, query: new URLSearchParams(search) };
  if (found.allowed.length === 0) return NOT_FOUND;
  const allow = found.allowed.join(', ');
  return refuse('bad-request', `Only ${allow} here.`, { status: 405, headers: { allow } });
}

async function answerTo(
  { access, limits }: Door,
  { route, part, query }: RouteFound,
  { tokenHash }: Admitted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | 'gone'> {
  const body = await takeBody(route, request, response, limits);
  if (body === 'gone' || isAnswer(body)) return body;
  const call = { request, part, query, body: body.bytes };
  if (route.admits !== 'member') return await route.handle(call);
  // A body takes its time: whoever was let in may have been put out since.
  const member = await memberOf(access, part['workspace'] ?? '', tokenHash ?? '');
  return isAnswer(member) ? member : await route.handle({ ...call, ...member });
}

async function takeBody(
  { takes }: Route,
  request: IncomingMessage,
  response: ServerResponse,
  limits: RequestLimits,
): Promise<BodyRead> {
  if (takes === undefined) {
    return hasBody(request)
      ? refuse('bad-request', 'This request takes no body.')
      : { bytes: new Uint8Array() };
  }
  const lengthBytes = declaredLength(request, takes.maxBytes);
  if (typeof lengthBytes !== 'number') return lengthBytes;
  const { 'content-type': type, 'content-encoding': coding } = request.headers;
  if (type?.split(';')[0]?.trim().toLowerCase() !== takes.type || coding !== undefined) {
    return refuse('bad-request', `Send ${takes.type}, as it is.`, { status: 415 });
  }
  if (request.headers.expect !== undefined) response.writeContinue();
  return await readBody(request, lengthBytes, limits);
}

/** What to say where the store failed: never what failed, which is nobody's business outside. */
export const answerToFailure = (error: unknown): Answer =>
  error instanceof StoreFullError
    ? refuse('out-of-space', 'The receiver has no space left.', { headers: COME_AGAIN })
    : refuse('busy', 'The receiver cannot keep anything just now.', { headers: COME_AGAIN });

const COME_AGAIN = { 'retry-after': '30' };
