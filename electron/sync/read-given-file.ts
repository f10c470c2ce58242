import { basename } from 'node:path';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import type { FileSystem } from './file-system.ts';

/** A file that somebody chose by hand. One byte more than allowed is read: enough to see it is too large. */
export async function readGivenFile(
  fs: FileSystem,
  filePath: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, IpcFailure>> {
  try {
    const handle = await fs.open(filePath, 'r');
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.alloc(Math.min(size, BATCH_LIMITS.fileBytes + 1));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return ok({ name: basename(filePath), bytes: bytes.subarray(0, bytesRead) });
    } finally {
      await handle.close();
    }
  } catch {
    return fail('file-gone', 'after-fix', { name: basename(filePath) });
  }
}
