import { ENDPOINT_PROBLEMS, type EndpointProblem } from '#shared/endpoint/protocol';
import { objectIn } from '#shared/stream/batch-header';
import type { BatchProblem } from '#shared/ipc-failures';
import type { TargetProblem } from '../target.ts';
import { EndpointError } from './endpoint-error.ts';
import type { Answer } from './exchange.ts';

/** What an answer that is no success means for a batch or a piece. */
export type Refusal =
  | { readonly kind: 'too-large' }
  | { readonly kind: 'fork' }
  /** This one is not taken; others may be. */
  | { readonly kind: 'item'; readonly problem: BatchProblem };

const ITEM_PROBLEMS: Readonly<Partial<Record<EndpointProblem, BatchProblem>>> = {
  'bad-request': 'batch-damaged',
  'batch-damaged': 'batch-damaged',
  'batch-newer': 'batch-newer',
};

const ACCOUNT_PROBLEMS: Readonly<Partial<Record<EndpointProblem, TargetProblem>>> = {
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  revoked: 'revoked',
  'out-of-space': 'receiver-full',
};

/** Statuses that a proxy before a receiver gives, too: they say nothing about who is behind it. */
const BUSY_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * What is wrong with one item. Throws `EndpointError` where the whole receiver cannot be used: what does
 * not name the right receiver is never believed to speak for it.
 */
export function refusalOf(answer: Answer, receiverKey: string): Refusal {
  const { status, receiver, retryAfterMs } = answer;
  if (receiver !== '' && receiver !== receiverKey) throw new EndpointError('receiver-wrong');
  if (status === 413) return { kind: 'too-large' };
  if (BUSY_STATUSES.has(status)) throw new EndpointError('receiver-busy', retryAfterMs);
  if (receiver === '') throw new EndpointError('not-outlog', retryAfterMs);
  const code = codeOf(answer);
  if (status === 409 && code === 'fork') return { kind: 'fork' };
  const account = code && ACCOUNT_PROBLEMS[code];
  if (account) throw new EndpointError(account, retryAfterMs);
  if (status === 401 || status === 403 || status === 404) {
    throw new EndpointError('unauthorized', retryAfterMs);
  }
  if (status === 507) throw new EndpointError('receiver-full', retryAfterMs);
  const problem = code && ITEM_PROBLEMS[code];
  if (problem) return { kind: 'item', problem };
  if (status === 400 || status === 409 || status === 422) {
    return { kind: 'item', problem: 'batch-damaged' };
  }
  throw new EndpointError('not-outlog', retryAfterMs);
}

const CODES: ReadonlySet<string> = new Set(ENDPOINT_PROBLEMS);

function codeOf(answer: Answer): EndpointProblem | null {
  const code = jsonOf(answer)?.['code'];
  return isCode(code) ? code : null;
}

const isCode = (code: unknown): code is EndpointProblem =>
  typeof code === 'string' && CODES.has(code);

/** The object in an answer's body, or null. */
export const jsonOf = ({ body }: Answer) =>
  body === null ? null : objectIn(Buffer.from(body).toString('utf8'));
