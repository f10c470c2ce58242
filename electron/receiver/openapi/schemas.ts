import { z } from 'zod';
import { CURSOR_PATTERN, ENDPOINT_LIMITS, ENDPOINT_PROBLEMS } from '#shared/endpoint/protocol';
import { claimSchema } from '../routes/claim.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const name = z.string().regex(/^[a-z0-9-]{1,64}$/);
const audience = z.string().regex(/^(team|managers|m-[a-z0-9-]{1,64})$/);
const timeMs = z
  .int()
  .describe('Milliseconds since 1970-01-01T00:00:00Z, by the receiver’s clock.');

/** Bodies of answers and requests, by the name that the description gives them. */
const SCHEMAS = {
  Hello: z.strictObject({
    format: z.literal('outlog-hello'),
    v: z.literal(1),
    receiverKey: hex(64).describe('Ed25519 public key of this receiver.'),
    sig: hex(128)
      .optional()
      .describe('Ed25519 over "outlog-hello-v1\\0" and the challenge, where one was given.'),
  }),
  Claim: claimSchema,
  Claimed: z.strictObject({ outcome: z.enum(['claimed', 'known']) }),
  Receipt: z.strictObject({
    format: z.literal('outlog-receipt'),
    v: z.literal(1),
    workspace: name,
    stream: hex(32),
    epoch: hex(8),
    sha256: hex(64),
    first: z.int().positive(),
    count: z.int().positive(),
    atMs: timeMs,
    keyId: hex(64).describe('The receiver’s public key.'),
    sig: hex(128).describe(
      'Ed25519 over "outlog-receipt-v1\\0" and the RFC 8785 form of all other fields.',
    ),
  }),
  BatchListing: z.strictObject({
    items: z
      .array(
        z.strictObject({
          audience,
          stream: hex(32),
          epoch: hex(8),
          member: name,
          first: z.int().positive(),
          count: z.int().positive(),
          sha256: hex(64),
          sizeBytes: z.int().positive(),
        }),
      )
      .max(ENDPOINT_LIMITS.listItems),
    next: z.string().regex(CURSOR_PATTERN).describe('Where the following listing goes on.'),
    hasMore: z.boolean(),
  }),
  KeptPiece: z.strictObject({ sha256: hex(64), sizeBytes: z.int().positive() }),
  PieceListing: z.strictObject({ pieces: z.array(z.string()) }),
  KeptJoin: z.strictObject({ expiresAtMs: timeMs }),
  Refusal: z.strictObject({
    code: z.enum(ENDPOINT_PROBLEMS),
    message: z.string().describe('What to do, for a person.'),
  }),
  Description: z.looseObject({ openapi: z.string() }),
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** The schemas as JSON Schema 2020-12, which OpenAPI 3.1 speaks. */
export const jsonSchemas = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema: _, ...described } = z.toJSONSchema(schema);
      return [name, described];
    }),
  );
