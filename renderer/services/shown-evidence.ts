import { evidenceIn } from '#shared/evidence/evidence';
import type { IpcFailure } from '#shared/ipc';
import { ok } from '#shared/result';
import type { Result } from '#shared/result';
import type { Answers } from '#shared/sops/answer';
import { offerEvidence } from './evidence.ts';

/**
 * Lets the team have the files in answers that are shown to a colleague. One that has not reached this
 * computer yet is named all the same: it is no reason to keep the rest back.
 */
export async function offerShown(answers: Answers): Promise<Result<null, IpcFailure>> {
  for (const file of [...answers.values()].flatMap(({ value }) => evidenceIn(value))) {
    const offered = await offerEvidence('team', [file]);
    if (!offered.ok && offered.error.code !== 'evidence-missing') return offered;
  }
  return ok(null);
}
