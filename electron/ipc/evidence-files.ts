import path from 'node:path';
import type { Evidence } from '#shared/evidence/evidence';
import type { EvidenceChoice, IpcFailure, Reply } from '#shared/ipc';
import type { CallInput } from '#shared/ipc-parsers';
import { ok } from '#shared/result';
import type { Engine } from '../sync/engine.ts';

/** Attaches files from a dialog, one after the other: what is wrong with one keeps no other from it. */
export async function addChosenEvidence(
  engine: Engine,
  { workspace, audience }: CallInput<'chooseEvidence'>,
  files: readonly string[],
): Reply<EvidenceChoice> {
  const added: Evidence[] = [];
  const refused: { name: string; failure: IpcFailure }[] = [];
  for (const file of files) {
    const result = await engine.addEvidenceFile(workspace, audience, file);
    if (result.ok) added.push(result.value);
    else refused.push({ name: path.basename(file), failure: result.error });
  }
  return ok({ added, refused });
}
