import type { EndpointAddress } from '#shared/endpoint/address';
import type { KeyProtector } from '../engine.ts';
import type { WorkspaceFile } from '../workspace-file.ts';

type EndpointFile = NonNullable<WorkspaceFile['endpoint']>;

/** What the workspace file keeps of a receiver: where it is, and the member's token, sealed. */
export const endpointFile = (
  protector: KeyProtector,
  { url, receiverKey, certSha256 }: EndpointAddress,
  token: string,
): EndpointFile => ({
  url,
  receiverKey,
  certSha256,
  sealedToken: Buffer.from(protector.seal(Buffer.from(token))).toString('base64'),
  protection: protector.kind,
});

/** Null where the keychain no longer opens it. A token kept on a day without a keychain lies as it is. */
export function tokenOf(
  protector: KeyProtector,
  { sealedToken, protection }: EndpointFile,
): string | null {
  const sealed = Buffer.from(sealedToken, 'base64');
  try {
    const token = protection === 'plain-file' ? sealed : protector.open(sealed);
    return Buffer.from(token).toString('utf8');
  } catch {
    return null;
  }
}
