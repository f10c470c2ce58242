import { basename } from 'node:path';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { SHARED_FILE_MODE, writeAtomically } from '../atomic-write.ts';
import type { Workspace } from '../workspace.ts';
import type { EvidenceWork } from './evidence-work.ts';

/**
 * A file's bytes, verified. `evidence-missing` where it has not arrived: it is then fetched before all
 * others, and `detail` says how many pieces of how many are there, if any were seen.
 */
export async function readEvidence(
  ws: Workspace,
  work: EvidenceWork,
  hash: string,
): Promise<Result<{ readonly bytes: Uint8Array }, IpcFailure>> {
  try {
    await ws.evidence.open();
    const bytes = await ws.evidence.read(hash);
    if (bytes !== null) return ok({ bytes });
  } catch {
    return fail('disk-failed', 'later');
  }
  work.fetch.ask(hash);
  if (ws.context.isActive) void work.run();
  const arrival = work.fetch.arrivalOf(hash);
  return fail('evidence-missing', 'later', arrival ? { ...arrival } : {});
}

/** Copies a file to a place chosen by hand. Failures: `evidence-missing`, `disk-failed`. */
export async function saveEvidence(
  ws: Workspace,
  work: EvidenceWork,
  hash: string,
  filePath: string,
): Promise<Result<{ readonly fileName: string }, IpcFailure>> {
  const read = await readEvidence(ws, work, hash);
  if (!read.ok) return read;
  try {
    await writeAtomically(ws.fs, filePath, read.value.bytes, SHARED_FILE_MODE);
    return ok({ fileName: basename(filePath) });
  } catch {
    return fail('disk-failed', 'after-fix');
  }
}
