import { join } from 'node:path';
import { z } from 'zod';
import { endpointAddressSchema } from '#shared/endpoint/address';
import type { WorkspaceEntry } from '#shared/ipc';
import { objectIn } from '#shared/stream/batch-header';
import { writeAtomically } from './atomic-write.ts';
import { type FileSystem, orAbsent } from './file-system.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

const seatSchema = z.object({
  memberId: z.string(),
  memberName: z.string(),
  seat: z.enum(['manager', 'assistant']),
  keyId: hex64,
  /** The key's seed as the key protector sealed it, base64. */
  sealedSeed: z.string(),
  protection: z.enum(['system', 'plain-file']),
  /** Empty for the founder, who needs no invite. */
  inviteKey: z.string(),
  proof: z.string(),
  deviceName: z.string(),
  timeZone: z.string(),
});

const workspaceSchema = z.object({
  v: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string(),
  isSample: z.boolean(),
  founderKey: hex64,
  createdAtMs: z.number(),
  /** Where the journal lived when it was last opened (see identity/machine.ts). */
  place: z.string(),
  /** The chosen sync folder, or null while the app's own store is all there is. */
  folder: z.string().nullable(),
  /** The chosen receiver, or null. At most one of `folder` and `endpoint` is chosen. */
  endpoint: endpointAddressSchema
    .extend({
      /** The member's token as the key protector sealed it, base64. */
      sealedToken: z.string(),
      protection: z.enum(['system', 'plain-file']),
    })
    .nullable()
    .default(null),
  /**
   * Where what lies in the folder is encrypted: JSON of audience → age identity, sealed by the key
   * protector, base64. A manager's holds `workspace`, from which every audience's follows.
   */
  encryption: z
    .object({ sealedKeys: z.string(), protection: z.enum(['system', 'plain-file']) })
    .nullable()
    .default(null),
  seats: z.array(seatSchema).min(1),
  /** Own streams that are never written again: their next change opens a new epoch. */
  retired: z.array(z.string()),
});

export type SeatFile = z.infer<typeof seatSchema>;
/** A workspace on this device: everything about it that is not in a stream. */
export type WorkspaceFile = z.infer<typeof workspaceSchema>;

const FILE_NAME = 'workspace.json';

/** Null where the directory holds no workspace, or one that this program cannot read: it is left as it is. */
export async function readWorkspaceFile(
  fs: FileSystem,
  directory: string,
): Promise<WorkspaceFile | null> {
  const text = await orAbsent(fs.readFile(join(directory, FILE_NAME), 'utf8'));
  const value: unknown = text === null ? null : objectIn(text);
  return workspaceSchema.safeParse(value).data ?? null;
}

export const writeWorkspaceFile = (
  fs: FileSystem,
  directory: string,
  file: WorkspaceFile,
): Promise<void> =>
  writeAtomically(
    fs,
    join(directory, FILE_NAME),
    Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
  );

/** The id of the chosen target (see target.ts), or null. */
export const targetIdOf = ({ folder, endpoint }: WorkspaceFile): string | null =>
  endpoint === null ? folder : `endpoint:${endpoint.receiverKey}`;

export const entryOf = (file: WorkspaceFile): WorkspaceEntry => ({
  id: file.id,
  name: file.name,
  isSample: file.isSample,
  founderKey: file.founderKey,
  seats: file.seats.map(({ memberId, keyId, seat }) => ({ memberId, keyId, seat })),
});
