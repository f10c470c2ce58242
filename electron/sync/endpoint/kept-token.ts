import type { KeyProtector } from '../engine.ts';
import type { WorkspaceFile } from '../workspace-file.ts';

type KeptToken = Pick<NonNullable<WorkspaceFile['endpoint']>, 'sealedToken' | 'protection'>;

/** The member's token as the workspace's file keeps it. */
export const keepToken = (protector: KeyProtector, token: string): KeptToken => ({
  sealedToken: Buffer.from(protector.seal(Buffer.from(token))).toString('base64'),
  protection: protector.kind,
});

/** Null where the keychain no longer opens it. */
export function openToken(
  protector: KeyProtector,
  { sealedToken, protection }: KeptToken,
): string | null {
  try {
    const sealed = Buffer.from(sealedToken, 'base64');
    return Buffer.from(protection === 'plain-file' ? sealed : protector.open(sealed)).toString();
  } catch {
    return null;
  }
}
