import { z } from 'zod';
import { CURSOR_PATTERN, ENDPOINT_LIMITS } from '#shared/endpoint/protocol';
import { type Audience, isAudience } from '#shared/stream/change';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

export const listedSchema = z.object({
  audience: z.custom<Audience>((value) => typeof value === 'string' && isAudience(value)),
  stream: hex(32),
  epoch: hex(8),
  member: z.string().regex(/^[a-z0-9-]{1,64}$/),
  first: z.int().positive(),
  count: z.int().positive(),
  sha256: hex(64),
  sizeBytes: z.int().nonnegative(),
});

/** A batch that a receiver says it has. */
export type Listed = z.infer<typeof listedSchema>;

const listingSchema = z.object({
  items: z.array(z.unknown()).max(ENDPOINT_LIMITS.listItems),
  next: z.string().regex(CURSOR_PATTERN),
  hasMore: z.boolean(),
});

/** `BatchListing` (shared/endpoint/protocol.ts), checked. */
export interface Listing {
  readonly items: readonly Listed[];
  readonly next: string;
  readonly hasMore: boolean;
}

const piecesSchema = z.object({ pieces: z.array(z.unknown()) });
/** More of one file is not what Outlog writes. */
const MOST_PIECES = 2_000;

/** Null where it is no listing. An item that this version cannot read is left out: one must not block all. */
export function parseListing(value: unknown): Listing | null {
  const listing = listingSchema.safeParse(value).data;
  if (listing === undefined || (listing.hasMore && listing.items.length === 0)) return null;
  const items = listing.items.flatMap((each) => listedSchema.safeParse(each).data ?? []);
  return { ...listing, items };
}

/** What is no name is left out, and what is too much: one file must not keep all others waiting. */
export const parsePieces = (value: unknown): readonly string[] | null =>
  piecesSchema
    .safeParse(value)
    .data?.pieces.slice(0, MOST_PIECES)
    .filter((name) => typeof name === 'string') ?? null;
