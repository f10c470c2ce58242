import { z } from 'zod';
import type { ListedBatch } from '#shared/endpoint/protocol';
import { isUnchecked } from '#shared/stream/batch-header';
import { type Audience, type Fields, isAudience } from '#shared/stream/change';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** Changes were verified with their batch, and the frame they lie in has a checksum. */
const changeSchema = z.object({
  seq: z.int(),
  hlc: z.string(),
  type: z.string(),
  id: z.string(),
  fields: z.custom<Fields>((value) => isUnchecked(value)),
  h: z.string(),
});

/** One batch as it came in: a line in the receiver's own log of arrivals. */
const arrivalSchema = z.object({
  /** Counts from 1 in the order of arrival: what cursors are made of. */
  n: z.int().positive(),
  atMs: z.number(),
  workspace: z.string().regex(/^[a-z0-9-]{1,64}$/),
  audience: z.custom<Audience>((value) => typeof value === 'string' && isAudience(value)),
  stream: z.string().regex(/^[0-9a-f]{32}$/),
  epoch: z.string().regex(/^[0-9a-f]{8}$/),
  member: z.string(),
  keyId: hex64,
  /** Where its file lies, below the audience's directory. */
  path: z.string(),
  first: z.int().positive(),
  last: z.int().positive(),
  prevChain: hex64,
  chain: hex64,
  sha256: hex64,
  lastHlc: z.string(),
  sizeBytes: z.int().nonnegative(),
  /** What it says of who may come in. */
  access: z.array(changeSchema).readonly().optional(),
});

export type Arrival = Readonly<z.infer<typeof arrivalSchema>>;
/** An arrival that is not durable yet. */
export type Arriving = Omit<Arrival, 'n'>;

export function parseArrival(value: unknown): Arrival | null {
  const parsed = arrivalSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export const listedOf = (arrival: Arrival): ListedBatch => ({
  audience: arrival.audience,
  stream: arrival.stream,
  epoch: arrival.epoch,
  member: arrival.member,
  first: arrival.first,
  count: arrival.last - arrival.first + 1,
  sha256: arrival.sha256,
  sizeBytes: arrival.sizeBytes,
});
