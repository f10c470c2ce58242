import type { BatchProblem } from '#shared/ipc-failures';
import { BATCH_LIMITS } from '#shared/stream/batch-format';
import { SEALED_EXTRA_BYTES } from '../encryption/sealed-file.ts';
import type { FileSystem } from '../file-system.ts';

export interface FileStamp {
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

export type FoundBytes =
  | { readonly bytes: Uint8Array; readonly stamp: FileStamp }
  | { readonly problem: BatchProblem; readonly stamp: FileStamp };

/** A file's bytes, its size asked first; a file that grows while it is read counts as still on its way. */
export async function readFound(fs: FileSystem, path: string): Promise<FoundBytes> {
  const handle = await fs.open(path, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const stamp = { sizeBytes: size, modifiedAtMs: mtimeMs };
    if (size > BATCH_LIMITS.fileBytes + SEALED_EXTRA_BYTES)
      return { problem: 'batch-too-large', stamp };
    const bytes = Buffer.alloc(size);
    let done = 0;
    while (done < size) {
      const { bytesRead } = await handle.read(bytes, done, size - done, done);
      if (bytesRead === 0) return { problem: 'batch-truncated', stamp };
      done += bytesRead;
    }
    return { bytes, stamp };
  } finally {
    await handle.close();
  }
}
