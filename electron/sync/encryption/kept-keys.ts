import { objectIn } from '#shared/stream/batch-header';
import type { KeyProtector } from '../engine.ts';
import type { WorkspaceFile } from '../workspace-file.ts';
import { type FolderKeys, folderKeysFrom } from './audience-keys.ts';

type KeptKeys = NonNullable<WorkspaceFile['encryption']>;

/** The keys as the workspace's file keeps them. */
export const keepKeys = (protector: KeyProtector, keys: FolderKeys): KeptKeys => ({
  sealedKeys: Buffer.from(protector.seal(Buffer.from(JSON.stringify(keys)))).toString('base64'),
  protection: protector.kind,
});

/** Null where nothing is encrypted, or the keychain no longer opens the keys. */
export function openKeys(protector: KeyProtector, kept: KeptKeys | null): FolderKeys | null {
  if (kept === null) return null;
  try {
    const sealed = Buffer.from(kept.sealedKeys, 'base64');
    const opened = kept.protection === 'plain-file' ? sealed : protector.open(sealed);
    const value = objectIn(Buffer.from(opened).toString('utf8'));
    return value && folderKeysFrom(value);
  } catch {
    return null;
  }
}
