import { decodeBatch } from '#shared/stream/batch-decode';
import type {
  ServedWorkspace,
  IncomingBatch,
} from '../../../../electron/receiver/receiver-store.ts';
import { readerTools, sha256Hex } from '../../../../electron/sync/batch-tools.ts';
import { testKey } from '../../sync/parts/test-device.ts';

export const WORKSPACE = 'workspace-1';
export const FOUNDER = testKey('founder');

export const served = (workspace = WORKSPACE): ServedWorkspace => ({
  workspace,
  name: 'Team Lagoon',
  founderKey: FOUNDER.keyId,
  founderId: 'founder',
  founderTokenHash: 'ab'.repeat(32),
});

/** A batch file as the receiver hands it to its store: verified. */
export function incoming(file: Uint8Array, options: Partial<IncomingBatch> = {}): IncomingBatch {
  const batch = decodeBatch(file, readerTools);
  if (!batch.ok) throw new Error(batch.problem);
  return { file, sha256: sha256Hex(file), batch, isForkKept: false, nowMs: 1_000, ...options };
}
