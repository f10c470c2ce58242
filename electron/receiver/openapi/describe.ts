import { ENDPOINT_VERSION, RECEIVER_HEADER } from '#shared/endpoint/protocol';
import type { RouteName, RouteShape } from '../http/route.ts';
import { type DescribedAnswer, type Operation, OPERATIONS } from './operations.ts';
import { pathParameters } from './parameters.ts';
import { jsonSchemas } from './schemas.ts';

const JSON_TYPE = 'application/json';
const BYTES_TYPE = 'application/octet-stream';

const refusal = (words: string): DescribedAnswer => ({ words, holds: 'Refusal' });

/** What every route may say; what those say that look into the store, ask who it is, or take a body. */
const ALL: Operation['answers'] = {
  400: refusal('Not as described here.'),
  429: refusal('Too many requests. `Retry-After` says when to come again.'),
};
const STORED: Operation['answers'] = {
  503: refusal(
    'The receiver cannot keep or read anything just now. `Retry-After` says when to come again.',
  ),
};
const ASKING: Operation['answers'] = { 401: refusal('No token, or one that is not known here.') };
const MEMBERS: Operation['answers'] = {
  ...ASKING,
  403: refusal('The invite was taken back (`revoked`), or this is not yours (`forbidden`).'),
};
const TAKING: Operation['answers'] = {
  411: refusal('The body’s length was not declared.'),
  413: refusal('It is too large. Send less at once.'),
  415: refusal('The body is of another kind, or packed.'),
  507: refusal('The receiver has no space left.'),
};

/** The whole endpoint in OpenAPI 3.1, from the very table of routes that the server answers by. */
export function describeEndpoint(routes: readonly RouteShape[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const described = describeRoute(route);
    const methods = (paths[route.path] ??= { parameters: pathParameters(route.path) });
    methods[route.method.toLowerCase()] = described;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Outlog receiver',
      version: `${ENDPOINT_VERSION}.0.0`,
      summary: 'Takes the batches of a team’s devices and hands them out again.',
      description:
        'Every GET may be a HEAD. What is not described here is answered 404, another method 405, what is no HTTP 400, headers that are too long 431, a request that takes too long 408.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: jsonSchemas(),
      securitySchemes: {
        member: { type: 'http', scheme: 'bearer', description: 'A member’s token.' },
        setup: { type: 'http', scheme: 'bearer', description: 'The receiver’s setup secret.' },
      },
    },
  };
}

const STORELESS: ReadonlySet<RouteName> = new Set(['hello', 'description']);

function describeRoute({ name, admits, takes }: RouteShape): object {
  const { summary, words, query = [], answers, takes: taken } = OPERATIONS[name];
  const common = {
    ...ALL,
    ...(!STORELESS.has(name) && STORED),
    ...(admits === 'setup' && ASKING),
    ...(admits === 'member' && MEMBERS),
    ...(takes && TAKING),
  };
  const type = takes?.type ?? BYTES_TYPE;
  const schema = taken ? schemaOf(taken) : undefined;
  return {
    operationId: name,
    summary,
    description: words,
    ...(query.length > 0 && { parameters: query }),
    security: admits === 'open' ? [] : [{ [admits]: [] }],
    ...(takes && {
      requestBody: {
        required: true,
        description: `At most ${takes.maxBytes} bytes, with their Content-Length.`,
        content: { [type]: schema === undefined ? {} : { schema } },
      },
    }),
    responses: Object.fromEntries(
      Object.entries({ ...common, ...answers }).map(([status, answer]) => [
        status,
        describeAnswer(answer),
      ]),
    ),
  };
}

const describeAnswer = ({ words, holds }: DescribedAnswer): object => ({
  description: words,
  headers: {
    [RECEIVER_HEADER]: {
      description: 'The receiver’s public key.',
      required: true,
      schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    },
  },
  ...(holds === 'bytes' && { content: { [BYTES_TYPE]: {} } }),
  ...(holds !== 'bytes' &&
    holds !== 'nothing' && { content: { [JSON_TYPE]: { schema: schemaOf(holds) } } }),
});

const schemaOf = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
