import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CallOutput, Reply, TableFile } from '#shared/ipc';
import { type CallInput, IPC_LIMITS } from '#shared/ipc-parsers';
import { fail, ok } from '#shared/result';
import type { FileTokens } from './file-tokens.ts';

export const MAX_TABLE_BYTES = 64 * 1024 * 1024;

/** Turns a file from the dialog into a token and what the page may know of it. */
export async function offerTable(file: string, tokens: FileTokens): Reply<TableFile> {
  const stats = await stat(file).catch(() => null);
  if (stats === null || !stats.isFile()) return fail('file-gone', 'after-fix');
  if (stats.size > MAX_TABLE_BYTES) {
    return fail('file-too-large', 'after-fix', {
      sizeBytes: stats.size,
      limitBytes: MAX_TABLE_BYTES,
    });
  }
  const token = tokens.issue({ path: file, sizeBytes: stats.size, changedAtMs: stats.mtimeMs });
  return ok({ token, name: path.basename(file), sizeBytes: stats.size });
}

/**
 * One piece of a chosen table, at most `IPC_LIMITS.readBytes`. A file that was changed since it was
 * chosen answers `file-gone`: its pieces would not belong together.
 */
export async function readTable(
  { token, offset }: CallInput<'readTable'>,
  tokens: FileTokens,
): Reply<CallOutput<'readTable'>> {
  const file = tokens.find(token);
  if (file === undefined) return fail('file-gone', 'after-fix');
  const handle = await open(file.path, 'r').catch(() => null);
  if (handle === null) return fail('file-gone', 'after-fix');
  try {
    const stats = await handle.stat();
    if (stats.size !== file.sizeBytes || stats.mtimeMs !== file.changedAtMs) {
      return fail('file-gone', 'after-fix');
    }
    const length = Math.max(0, Math.min(IPC_LIMITS.readBytes, stats.size - offset));
    const bytes = new Uint8Array(length);
    const { bytesRead } = await handle.read(bytes, 0, length, offset);
    if (bytesRead !== length) return fail('file-gone', 'after-fix');
    return ok({ bytes, isLast: offset + length >= stats.size });
  } finally {
    await handle.close();
  }
}
