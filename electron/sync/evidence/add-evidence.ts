import { basename } from 'node:path';
import { type Evidence, MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import { evidenceName } from '#shared/evidence/evidence-name';
import { mediaTypeOf } from '#shared/evidence/media-type';
import type { IpcFailure } from '#shared/ipc';
import { fail, ok, type Result } from '#shared/result';
import { type Audience, memberAudience } from '#shared/stream/change';
import { errnoOf, type FileSystem } from '../file-system.ts';
import { isOutOfSpace } from '../journal/journal.ts';
import type { Workspace } from '../workspace.ts';
import { digestOf } from './digest.ts';

/**
 * Keeps a file and offers it to its readers: when this answers, both are on the disk. Failures:
 * `not-allowed`, `file-empty`, `file-too-large`, `disk-low`, `disk-failed`.
 * @param name as given: it becomes a label and nothing else
 */
export async function addEvidence(
  ws: Workspace,
  audience: Audience,
  name: string,
  bytes: Uint8Array,
): Promise<Result<Evidence, IpcFailure>> {
  if (!canOffer(ws, audience)) return fail('not-allowed', 'never');
  const problem = sizeProblem(bytes.length);
  if (problem !== null) return problem;
  // What the log needs is kept for it: files are refused long before entries are.
  if (!(await ws.context.disk.hasRoomFor(bytes.length))) return fail('disk-low', 'after-fix');
  const hash = await digestOf(bytes);
  try {
    await ws.evidence.open();
    await ws.evidence.add(hash, bytes);
    await offer(ws, hash, audience);
  } catch (error) {
    return isOutOfSpace(error) ? fail('disk-low', 'after-fix') : fail('disk-failed', 'later');
  }
  const mediaType = mediaTypeOf(bytes);
  return ok({ hash, name: evidenceName(name), sizeBytes: bytes.length, mediaType });
}

/** The same of a file that was chosen in a dialog; its size is asked before it is read. Also `file-gone`, `not-a-file`. */
export async function addEvidenceFile(
  ws: Workspace,
  audience: Audience,
  path: string,
): Promise<Result<Evidence, IpcFailure>> {
  const read = await readChosen(ws.fs, path);
  return read.ok ? await addEvidence(ws, audience, basename(path), read.value) : read;
}

/** Offers a file that is known by its hash to more readers, whether it has arrived here yet or not. */
export async function offerEvidence(
  ws: Workspace,
  hash: string,
  audience: Audience,
): Promise<Result<null, IpcFailure>> {
  if (!canOffer(ws, audience)) return fail('not-allowed', 'never');
  try {
    await offer(ws, hash, audience);
    return ok(null);
  } catch (error) {
    return isOutOfSpace(error) ? fail('disk-low', 'after-fix') : fail('disk-failed', 'later');
  }
}

async function offer(ws: Workspace, hash: string, audience: Audience): Promise<void> {
  await ws.offers.open(ws.target?.id ?? null);
  await ws.offers.add({ hash, audience });
  ws.touch();
}

/** As with entries: an assistant writes to the team and to their own audience. */
const canOffer = (ws: Workspace, audience: Audience): boolean =>
  ws.file.seats.some(
    ({ seat, memberId }) =>
      seat === 'manager' || audience === 'team' || audience === memberAudience(memberId),
  );

function sizeProblem(sizeBytes: number): Result<never, IpcFailure> | null {
  if (sizeBytes === 0) return fail('file-empty', 'after-fix');
  if (sizeBytes <= MAX_EVIDENCE_BYTES) return null;
  return fail('file-too-large', 'after-fix', { sizeBytes, limitBytes: MAX_EVIDENCE_BYTES });
}

async function readChosen(fs: FileSystem, path: string): Promise<Result<Uint8Array, IpcFailure>> {
  try {
    const handle = await fs.open(path, 'r');
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return fail('not-a-file', 'after-fix');
      const problem = sizeProblem(stats.size);
      if (problem !== null) return problem;
      const bytes = Buffer.alloc(stats.size);
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, done);
        // Another program is writing it: what would be kept is neither the old file nor the new one.
        if (bytesRead === 0) return fail('file-gone', 'after-fix');
        done += bytesRead;
      }
      return ok(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const isDirectory = errnoOf(error) === 'EISDIR';
    return isDirectory ? fail('not-a-file', 'after-fix') : fail('file-gone', 'after-fix');
  }
}
