import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EndpointAddress } from '#shared/endpoint/address';
import { parseSetupLink, setupLink } from '#shared/endpoint/setup-link';
import { writeAtomically } from '../../sync/atomic-write.ts';
import { nodeFileSystem, orAbsent } from '../../sync/file-system.ts';

const FILE_NAME = 'setup.txt';
const SECRET_BYTES = 24;

export const setupFile = (directory: string): string => join(directory, FILE_NAME);

/** The setup secret of this receiver, from the link that was written at an earlier start, or a new one. */
export async function setupSecret(
  directory: string,
  random: (count: number) => Uint8Array,
): Promise<{ readonly secret: string; readonly isNew: boolean }> {
  const kept = await orAbsent(readFile(setupFile(directory), 'utf8'));
  const secret = kept === null ? undefined : parseSetupLink(kept)?.secret;
  return secret === undefined
    ? { secret: Buffer.from(random(SECRET_BYTES)).toString('base64url'), isNew: true }
    : { secret, isNew: false };
}

/** Keeps the link as it is now, for this user's eyes alone. Deleting the file makes a new secret. */
export async function writeSetup(
  directory: string,
  address: EndpointAddress,
  secret: string,
): Promise<string> {
  const link = setupLink({ address, secret });
  await writeAtomically(nodeFileSystem, setupFile(directory), Buffer.from(`${link}\n`, 'utf8'));
  return link;
}
