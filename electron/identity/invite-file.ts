import { z } from 'zod';
import { endpointAddressSchema, endpointUrl } from '#shared/endpoint/address';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';

/**
 * An invite: what a new device needs to take its seat. It holds a secret, the seed of the invite's
 * Ed25519 key; whoever has the file can join as that member until the invite is revoked.
 */
const name = z.string().min(1).max(120);
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const memberId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const inviteSchema = z.object({
  format: z.literal('outlog-invite'),
  v: z.int().positive(),
  minReader: z.int().positive(),
  workspace: z.string().regex(/^[a-z0-9-]{1,64}$/),
  workspaceName: name,
  memberId,
  memberName: name,
  seat: z.enum(['manager', 'assistant']),
  managerName: name,
  founderKey: hex64,
  inviteSeed: hex64,
  /** Where the manager's sync folder lies on the manager's computer: its last part helps to find it here. */
  folderHint: z.string().max(260),
  /** Where the team's receiver answers, for a team that has one. */
  endpoint: endpointAddressSchema.refine(({ url }) => endpointUrl(url) !== null).optional(),
  /** Where what lies in the folder is encrypted: the age identity of each audience that this seat reads. */
  keys: z.record(z.string().max(80), z.string().max(200)).optional(),
  createdAtMs: z.number(),
  /** From then on the manager's app no longer counts on it being used; null or missing: never. */
  expiresAtMs: z.number().nullable().optional(),
});

export type InviteFile = z.infer<typeof inviteSchema>;

export const INVITE_VERSION = 1;
export const INVITE_MAX_BYTES = 64 * 1024;

const newerSchema = z.object({
  format: z.literal('outlog-invite'),
  minReader: z.int().min(INVITE_VERSION + 1),
});

/** Failures: `invite-damaged`, `invite-newer`. */
export function parseInvite(bytes: Uint8Array): Result<InviteFile, IpcFailure> {
  if (bytes.length > INVITE_MAX_BYTES) return fail('invite-damaged', 'never');
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    return fail('invite-damaged', 'never');
  }
  if (newerSchema.safeParse(value).success) return fail('invite-newer', 'after-fix');
  const parsed = inviteSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : fail('invite-damaged', 'never');
}

export const inviteText = (invite: InviteFile): string => `${JSON.stringify(invite, null, 2)}\n`;
