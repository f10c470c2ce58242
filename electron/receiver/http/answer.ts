import type { EndpointProblem, EndpointRefusal } from '#shared/endpoint/protocol';

/** What is sent back: JSON, bytes as they are, or nothing. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly kind: 'json'; readonly value: object }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array };
}

export const answerJson = (
  status: number,
  value: object,
  headers: Answer['headers'] = {},
): Answer => ({ status, headers, body: { kind: 'json', value } });

export const answerBytes = (
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Answer => ({ status: 200, headers, body: { kind: 'bytes', bytes } });

export const isAnswer = (value: object): value is Answer => 'status' in value;

const STATUSES: Readonly<Record<EndpointProblem, number>> = {
  unauthorized: 401,
  revoked: 403,
  forbidden: 403,
  'not-found': 404,
  fork: 409,
  'too-large': 413,
  'bad-request': 400,
  'batch-damaged': 422,
  'batch-newer': 422,
  'rate-limited': 429,
  busy: 503,
  'out-of-space': 507,
  failed: 500,
};

/** A refusal; `status` only where HTTP has a finer word for a bad request. */
export function refuse(
  code: EndpointProblem,
  message: string,
  {
    status = STATUSES[code],
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Answer {
  const refusal: EndpointRefusal = { code, message };
  const challenge = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return answerJson(status, refusal, { ...challenge, ...headers });
}

export const NOT_FOUND = refuse('not-found', 'There is nothing here.');
