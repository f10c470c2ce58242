import { basename } from 'node:path';
import type { IpcFailure } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { fail, ok, type Result } from '#shared/result';
import { SHARED_FILE_MODE, writeAtomically } from './atomic-write.ts';
import type { SyncLoop } from './sync-loop.ts';

/**
 * Copies the batch that holds change `first` of an own stream to a chosen place, to travel by mail or
 * stick. Failures: `file-gone` (no such change), `disk-failed`.
 */
export async function exportBatch(
  loop: SyncLoop,
  { stream, epoch, first }: CallInput<'exportBatch'>,
  filePath: string,
): Promise<Result<{ readonly fileName: string }, IpcFailure>> {
  const { ws } = loop;
  await loop.send();
  const index = ws.store.streams.get(`${stream}-${epoch}`);
  const batch = index?.batches.find((each) => each.first <= first && first <= each.last);
  if (!index || !batch) return fail('file-gone', 'never');
  try {
    const bytes = await ws.store.readSealed(index, batch);
    if (bytes === null) return fail('disk-failed', 'later');
    await writeAtomically(ws.fs, filePath, bytes, SHARED_FILE_MODE);
    return ok({ fileName: basename(filePath) });
  } catch {
    return fail('disk-failed', 'after-fix');
  }
}
