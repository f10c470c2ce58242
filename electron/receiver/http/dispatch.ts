import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Access, isSameSecret, standingOf } from '../access/access.ts';
import type { AccessFold, Holder } from '../access/fold-access.ts';
import { StoreFullError } from '../receiver-store.ts';
import { type Answer, isAnswer, NOT_FOUND, refuse } from './answer.ts';
import { bearerOf } from './bearer.ts';
import type { RouteMatch, RouteTable } from './match-route.ts';
import { declaredLength, hasBody, readBody } from './read-body.ts';
import type { Route } from './route.ts';

export interface Dispatching {
  readonly routes: RouteTable;
  readonly access: Access;
  readonly setupSecret: string | null;
}

/** What came of a request: its route's name for the log, and what is to be sent back; null: nobody is there. */
export interface Dispatched {
  readonly route: string;
  readonly answer: Answer | null;
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
  const match = findRoute(dispatching.routes, request);
  if (isAnswer(match)) return { route: 'none', answer: match };
  const { name } = match.route;
  return { route: name, answer: await answerTo(dispatching, match, request, response) };
}

function findRoute(routes: RouteTable, request: IncomingMessage): RouteFound | Answer {
  const { url = '', method = '' } = request;
  const [path = '', search = '', ...more] = url.split('?');
  if (more.length > 0 || url.length > MAX_URL_LENGTH) return NOT_FOUND;
  const found = routes.find(method, path);
  if ('route' in found) return { ...found, query: new URLSearchParams(search) };
  if (found.allowed.length === 0) return NOT_FOUND;
  const allow = found.allowed.join(', ');
  return refuse('bad-request', `Only ${allow} here.`, { status: 405, headers: { allow } });
}

interface RouteFound extends RouteMatch {
  readonly query: URLSearchParams;
}

const MAX_URL_LENGTH = 600;

async function answerTo(
  dispatching: Dispatching,
  { route, part, query }: RouteFound,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answer | null> {
  const entry = await admit(dispatching, route, part, request);
  if (isAnswer(entry)) return entry;
  const body = await takeBody(route, request, response);
  if (body === null || isAnswer(body)) return body;
  const call = { request, part, query, body: body.bytes };
  if (route.admits !== 'member') return await route.handle(call);
  return entry.member === null ? NOT_FOUND : await route.handle({ ...call, ...entry.member });
}

interface Entry {
  readonly member: { readonly holder: Holder; readonly access: AccessFold } | null;
}

async function admit(
  { access, setupSecret }: Dispatching,
  { admits }: Route,
  { workspace = '' }: Readonly<Record<string, string>>,
  request: IncomingMessage,
): Promise<Entry | Answer> {
  if (admits === 'open') return { member: null };
  const token = bearerOf(request);
  if (token === null) return refuse('unauthorized', 'Show who you are: Authorization: Bearer …');
  if (admits === 'setup') {
    return setupSecret !== null && isSameSecret(token, setupSecret)
      ? { member: null }
      : refuse('unauthorized', 'This is not the setup secret of this receiver.');
  }
  const fold = await access.of(workspace);
  const holder = fold === null ? 'unknown' : standingOf(fold, token);
  if (holder === 'revoked') return refuse('revoked', 'This invite was taken back.');
  // A workspace that is not served here and a wrong token look the same: ids cannot be tried out.
  if (fold === null || holder === 'unknown') {
    return refuse('unauthorized', 'This token is not known here.');
  }
  return { member: { holder, access: fold } };
}

async function takeBody(
  { takes }: Route,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ readonly bytes: Uint8Array } | Answer | null> {
  if (takes === undefined) {
    if (hasBody(request)) return refuse('bad-request', 'This request takes no body.');
    return { bytes: new Uint8Array() };
  }
  const lengthBytes = declaredLength(request, takes.maxBytes);
  if (typeof lengthBytes !== 'number') return lengthBytes;
  const { 'content-type': type, 'content-encoding': coding } = request.headers;
  if (type?.split(';')[0]?.trim().toLowerCase() !== takes.type || coding !== undefined) {
    return refuse('bad-request', `Send ${takes.type}, as it is.`, { status: 415 });
  }
  if (request.headers.expect !== undefined) response.writeContinue();
  const bytes = await readBody(request, lengthBytes);
  return bytes === null ? null : { bytes };
}

/** What to say where a handler failed: never what failed, which is nobody's business outside. */
export const answerToFailure = (error: unknown): Answer =>
  error instanceof StoreFullError
    ? refuse('out-of-space', 'The receiver has no space left.', { headers: RETRY_SOON })
    : refuse('busy', 'The receiver cannot keep anything just now.', { headers: RETRY_SOON });

const RETRY_SOON = { 'retry-after': '30' };
