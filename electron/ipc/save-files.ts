import path from 'node:path';
import type { Reply } from '#shared/ipc';
import { fail, ok } from '#shared/result';
import { SHARED_FILE_MODE, writeAtomically } from '../sync/atomic-write.ts';
import { nodeFileSystem } from '../sync/file-system.ts';

/** Writes what a person keeps outside the app, to the place that they chose in a dialog. */
export async function saveBytes(
  filePath: string,
  bytes: Uint8Array,
): Reply<{ readonly fileName: string }> {
  try {
    await writeAtomically(nodeFileSystem, filePath, bytes, SHARED_FILE_MODE);
    return ok({ fileName: path.basename(filePath) });
  } catch {
    return fail('disk-failed', 'after-fix');
  }
}
