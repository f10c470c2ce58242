import type { RouteName } from '../http/route.ts';
import { QUERY } from './parameters.ts';
import type { SchemaName } from './schemas.ts';

/** What an answer holds: JSON, bytes as they are, or nothing. */
export interface DescribedAnswer {
  readonly words: string;
  readonly holds: SchemaName | 'bytes' | 'nothing';
}

/** What is particular to a route; what all of a kind have in common is added when they are described. */
export interface Operation {
  readonly summary: string;
  readonly words: string;
  readonly query?: readonly (typeof QUERY)[keyof typeof QUERY][];
  /** JSON that it takes; missing where it takes bytes or nothing. */
  readonly takes?: SchemaName;
  readonly answers: Readonly<Record<number, DescribedAnswer>>;
}

const refusal = (words: string): DescribedAnswer => ({ words, holds: 'Refusal' });
const BAD = refusal('Not as described here.');
const NOT_THERE = refusal('There is no such thing, or not for you.');
const IMMUTABLE: Operation['answers'] = {
  200: { words: 'The bytes. They never change: keep them.', holds: 'bytes' },
  304: { words: 'You have them: `If-None-Match` names their `ETag`.', holds: 'nothing' },
  404: NOT_THERE,
};

export const OPERATIONS: Readonly<Record<RouteName, Operation>> = {
  hello: {
    summary: 'Who is there',
    words: 'Tells a receiver from whatever else may answer, and proves which one it is.',
    query: [QUERY.challenge],
    answers: { 200: { words: 'A receiver.', holds: 'Hello' }, 400: BAD },
  },
  description: {
    summary: 'This description',
    words: 'OpenAPI 3.1.',
    answers: { 200: { words: 'The description.', holds: 'Description' } },
  },
  claim: {
    summary: 'Have a workspace served',
    words:
      'Needs the setup secret of the receiver. The workspace belongs to whoever claims it first.',
    takes: 'Claim',
    answers: {
      200: { words: 'It was claimed like this before.', holds: 'Claimed' },
      201: { words: 'It is served from now on.', holds: 'Claimed' },
      403: refusal('It is served for somebody else.'),
    },
  },
  'batch-put': {
    summary: 'Send a batch',
    words:
      'Only 201 and 202 mean that it is held, on disk, and only with a receipt that proves it. The same batch again gets the same receipt.',
    query: [QUERY.fork],
    answers: {
      201: { words: 'Held, and everything before it too.', holds: 'Receipt' },
      202: { words: 'Held; entries before it are missing.', holds: 'Receipt' },
      409: refusal('Other bytes for these entries are here. Nothing was kept.'),
      422: refusal('It is no whole batch (`batch-damaged`), or of a newer format (`batch-newer`).'),
    },
  },
  'batch-list': {
    summary: 'What has arrived',
    words: 'In the order of arrival, of every audience that you read.',
    query: [QUERY.after, QUERY.limit],
    answers: { 200: { words: 'A page.', holds: 'BatchListing' } },
  },
  'batch-get': { summary: 'Fetch a batch', words: 'As it was sent.', answers: IMMUTABLE },
  'piece-put': {
    summary: 'Send a piece of a file',
    words: 'Every piece but the last is 1 MiB. The list, piece 00, comes last.',
    answers: { 201: { words: 'Held.', holds: 'KeptPiece' } },
  },
  'piece-list': {
    summary: 'Which pieces of a file are there',
    words: 'Empty where there are none.',
    answers: { 200: { words: 'Names of pieces.', holds: 'PieceListing' } },
  },
  'piece-get': { summary: 'Fetch a piece', words: 'As it was sent.', answers: IMMUTABLE },
  'join-put': {
    summary: 'Leave an invite under a code',
    words: 'Sealed by the rest of the code, which the receiver never sees. Managers only.',
    query: [QUERY.expiresAtMs],
    answers: {
      201: { words: 'It lies there.', holds: 'KeptJoin' },
      409: refusal('Another workspace’s invite lies under this code.'),
    },
  },
  'join-get': {
    summary: 'Fetch an invite',
    words: 'Needs no token: only the rest of the code opens it. Few looks a minute.',
    answers: {
      200: { words: 'The sealed invite.', holds: 'bytes' },
      404: refusal('None, or not any more.'),
    },
  },
};
