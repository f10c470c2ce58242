import { z } from 'zod';
import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { BATCH_LIMITS } from '#shared/stream/batch-format';

/**
 * A whole workspace in one file, format 1. One JSON line that says what it is, then entries: a JSON line
 * `{"kind","size","sha256"}` and exactly `size` bytes each; then one JSON line that ends it. The first entry
 * is `facts`, the last `manifest`. With a passphrase all of it lies in an age file (C2SP age.md).
 *
 * No entry has a name. Where something belongs follows from what it is: a batch from its signed header, a
 * file of evidence from its own hash. What a path could do to a disk, an archive cannot say.
 */
export const ARCHIVE_FORMAT = 'outlog-archive';
export const ARCHIVE_VERSION = 1;
export const ARCHIVE_ENDING = 'outlog-archive';
export const ARCHIVE_END_LINE = `{"end":"${ARCHIVE_FORMAT}-end"}`;

export const ENTRY_KINDS = ['facts', 'batch', 'evidence', 'manifest'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Checked before a byte of an entry is read. */
export const ARCHIVE_LIMITS = {
  lineBytes: 512,
  entryBytes: {
    facts: 1024 * 1024,
    batch: BATCH_LIMITS.fileBytes,
    evidence: MAX_EVIDENCE_BYTES,
    manifest: 64 * 1024 * 1024,
  },
  entryCount: 2_000_000,
  bytes: 256 * 1024 ** 3,
} as const;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

export const introSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  v: z.int().positive(),
});

/** Strict: an entry that names a path, a link or anything else is no entry of this format. */
export const entryLineSchema = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  size: z.int().nonnegative(),
  sha256: hex64,
});

const seatFacts = z.strictObject({
  memberId: z.string(),
  memberName: z.string(),
  seat: z.enum(['manager', 'assistant']),
  keyId: hex64,
  inviteKey: z.string(),
  proof: z.string(),
  deviceName: z.string(),
  timeZone: z.string(),
  /** The device key's seed, base64; only under a passphrase. */
  seed: z.string().optional(),
});

/** What a restored workspace is, apart from its streams. Without a passphrase no secret is in it. */
export const factsSchema = z.strictObject({
  workspace: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string(),
  founderKey: hex64,
  seats: z.array(seatFacts).min(1).max(100),
  /** Audience → age identity, see encryption/audience-keys.ts; only under a passphrase. */
  folderKeys: z.record(z.string(), z.string()).optional(),
});
export type ArchiveFacts = z.infer<typeof factsSchema>;

export const manifestSchema = z.strictObject({
  createdAtMs: z.number(),
  /** See state-hash.ts. */
  stateHash: hex64,
  /** How many entries come before this one. */
  entryCount: z.int().nonnegative(),
  /** SHA-256 over the lines of those entries, line feeds with them. */
  entriesSha256: hex64,
  /** Which files were for whom. */
  offers: z.array(z.strictObject({ audience: z.string(), hash: hex64 })),
  /** The device that made the archive, one whose streams are in it. */
  keyId: hex64,
  /** Ed25519 over `manifestMessage` of all the others. */
  sig: z.string().regex(/^[0-9a-f]{128}$/),
});
export type ArchiveManifest = z.infer<typeof manifestSchema>;

/** What the manifest's signature is over. */
export function manifestMessage(signed: Omit<ArchiveManifest, 'sig'>): Uint8Array {
  const names = ['createdAtMs', 'stateHash', 'entryCount', 'entriesSha256', 'keyId'] as const;
  const parts = names.map((name) => String(signed[name]));
  const offers = signed.offers.map(({ audience, hash }) => `${audience}.${hash}`);
  return Buffer.from(['outlog-archive-v1', ...parts, ...offers].join('\0'), 'utf8');
}
