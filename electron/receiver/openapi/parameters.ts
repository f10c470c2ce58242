import { CURSOR_PATTERN, ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { PATH_PARTS } from '../http/match-route.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: object;
}

const PART_WORDS: Readonly<Record<keyof typeof PATH_PARTS, string>> = {
  workspace: 'Id of the workspace.',
  stream: 'Id of the log: the first 32 hex digits of a SHA-256 of its device’s key and audience.',
  epoch: 'Which beginning of the log, 8 hex digits.',
  sha256: 'SHA-256 of the batch file, in hex.',
  hash: 'SHA-256 of the whole file that entries name, in hex.',
  audience: 'Who reads it: `team`, `managers` or `m-` and a member’s id.',
  piece: 'Name of a piece: `p-<index>-<count>-<first 16 hex digits of its SHA-256>.piece`.',
  locator: 'The first four characters of an invite’s code, in lower case.',
};

/** The named parts of a path, as the description lists them. */
export const pathParameters = (path: string): readonly Parameter[] =>
  Object.entries(PATH_PARTS)
    .filter(([name]) => path.includes(`{${name}}`))
    .map(([name, pattern]) => ({
      name,
      in: 'path' as const,
      required: true,
      description: wordsOf(name),
      schema: { type: 'string', pattern: `^(${pattern})$` },
    }));

const wordsOf = (name: string): string =>
  Object.entries(PART_WORDS).find(([each]) => each === name)?.[1] ?? '';

const optional = (name: string, description: string, schema: object): Parameter => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

export const QUERY = {
  challenge: optional(
    'challenge',
    'Random, 64 hex digits. The answer then proves that the receiver holds its key.',
    { type: 'string', pattern: '^[0-9a-f]{64}$' },
  ),
  fork: optional('fork', 'Keep it beside other bytes for the same entries: readers see both.', {
    type: 'string',
    const: 'keep',
  }),
  after: optional(
    'after',
    'An earlier listing’s `next`. One that is unknown: from the beginning.',
    {
      type: 'string',
      pattern: CURSOR_PATTERN.source,
    },
  ),
  limit: optional('limit', 'How many at most.', {
    type: 'integer',
    minimum: 1,
    maximum: ENDPOINT_LIMITS.listItems,
    default: ENDPOINT_LIMITS.listItems,
  }),
  expiresAtMs: optional('expiresAtMs', 'Until when it lies there: seven days at most.', {
    type: 'integer',
    minimum: 0,
  }),
} as const;
