import { MAX_EVIDENCE_BYTES } from '#shared/evidence/evidence';
import type { Evidence } from '#shared/evidence/evidence';
import type { EvidenceChoice, IpcFailure } from '#shared/ipc';
import type { Result } from '#shared/result';
import { fail, ok } from '#shared/result';
import type { Audience } from '#shared/stream/change';
import { bridge } from '../bridge.ts';
import { useSession } from '../state/session.ts';
import { announceFailure } from './announce.ts';

export type EvidenceResult = Result<EvidenceChoice, IpcFailure>;

/** Asks for files and attaches them for those who may read `audience`. `cancelled` is no failure of anything. */
export async function chooseEvidence(audience: Audience): Promise<EvidenceResult> {
  const workspace = useSession.getState().workspace?.id;
  if (workspace === undefined) return fail('no-workspace', 'after-fix');
  return await bridge.chooseEvidence({ workspace, audience });
}

/**
 * Attaches files that were dropped or pasted, one after the other, so that never more than one lies in
 * memory. A file's size is asked before it is read. What is wrong with one keeps no other from it.
 */
export async function attachFiles(
  audience: Audience,
  files: readonly File[],
  onProgress?: (done: number) => void,
): Promise<EvidenceResult> {
  const workspace = useSession.getState().workspace?.id;
  if (workspace === undefined) return fail('no-workspace', 'after-fix');
  const added: Evidence[] = [];
  const refused: { name: string; failure: IpcFailure }[] = [];
  for (const [i, file] of files.entries()) {
    onProgress?.(i);
    const result = await attach(workspace, audience, file);
    if (result.ok) added.push(result.value);
    else refused.push({ name: file.name, failure: result.error });
  }
  return ok({ added, refused });
}

async function attach(
  workspace: string,
  audience: Audience,
  file: File,
): Promise<Result<Evidence, IpcFailure>> {
  if (file.size > MAX_EVIDENCE_BYTES) {
    const detail = { sizeBytes: file.size, limitBytes: MAX_EVIDENCE_BYTES };
    return fail('file-too-large', 'after-fix', detail);
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Moved or deleted since, or a folder, which a drop also hands over as a file.
    return fail(
      file.type === '' && file.size % 4096 === 0 ? 'not-a-file' : 'file-gone',
      'after-fix',
    );
  }
  return await bridge.addEvidenceBytes({ workspace, audience, name: file.name.slice(-300), bytes });
}

/** A file's bytes; `evidence-missing` where it has not arrived: it is then fetched before all others. */
export async function readEvidence(hash: string): Promise<Result<Uint8Array, IpcFailure>> {
  const workspace = useSession.getState().workspace?.id;
  if (workspace === undefined) return fail('no-workspace', 'after-fix');
  const read = await bridge.readEvidence({ workspace, hash });
  return read.ok ? ok(read.value.bytes) : read;
}

/** Lets more people have files that are attached already. */
export async function offerEvidence(
  audience: Audience,
  files: readonly Evidence[],
): Promise<Result<null, IpcFailure>> {
  const workspace = useSession.getState().workspace?.id;
  if (workspace === undefined) return fail('no-workspace', 'after-fix');
  for (const { hash } of files) {
    const offered = await bridge.offerEvidence({ workspace, hash, audience });
    if (!offered.ok) return offered;
  }
  return ok(null);
}

/** Asks where to keep a copy, and writes it there. */
export async function saveCopy({ hash, name }: Evidence): Promise<void> {
  const workspace = useSession.getState().workspace?.id;
  if (workspace === undefined) return;
  const saved = await bridge.saveEvidence({ workspace, hash, name: name.slice(0, 300) });
  if (!saved.ok && saved.error.code !== 'cancelled') announceFailure(saved.error);
}
