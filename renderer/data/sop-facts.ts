import type { RunFacts } from '#shared/metrics/sop-runs';
import { isTakenOver } from '#shared/metrics/sop-runs';
import { objectOf, textOf } from '#shared/record-fields';
import type { Answer } from '#shared/sops/answer';
import { answerFrom } from '#shared/sops/answer';
import type { Run } from '#shared/sops/run';
import { runFrom } from '#shared/sops/run';
import type { SignOff } from '#shared/sops/sign-off';
import { SIGN_OFF_TYPE, signOffFrom, signOffId, withSignatures } from '#shared/sops/sign-off';
import type { SopVersion } from '#shared/sops/sop';
import type { Step } from '#shared/sops/step';
import type { RecordState } from '#shared/stream/merge';
import { signOffsOfRun } from './asked.ts';
import { currentProjection } from './current.ts';
import { inSlices } from './in-slices.ts';
import { linkedDeliverables, refKey } from './linked-deliverables.ts';
import { recordKey } from './record-key.ts';
import { rowsInParts } from './rows-in-parts.ts';
import type { RunRow } from './stored.ts';

/**
 * Every run of an SOP that is here, with what its figures are read from: what was answered before, who
 * signed, and the output, packed history included. `versions` say which steps are signed.
 */
export async function sopFacts(
  sopId: string,
  versions: readonly SopVersion[],
): Promise<readonly RunFacts[]> {
  const { runs } = currentProjection();
  const keys = await runs.where('fields.sopId').equals(sopId).primaryKeys();
  const rows = (await rowsInParts(runs, keys)).filter((row) => row !== undefined);
  const linked = await linkedDeliverables(rows.flatMap((row) => outputOf(row) ?? []));
  const signed = new Map(
    versions.map(({ id, steps }) => [id, steps.filter(({ kind }) => kind === 'signOff')]),
  );
  const signatures = await signaturesOf(rows, signed);
  const facts: RunFacts[] = [];
  await inSlices(rows, (row) => {
    const run = runFrom(row);
    if (run.isDeleted) return;
    const output = outputOf(row);
    facts.push({
      run,
      answers: withSignatures(
        run.answers,
        signatures.get(row.key) ?? new Map(),
        signed.get(run.versionId) ?? [],
      ),
      earlier: earlierAnswers(row),
      deliverable: (output && linked.get(refKey(output))) ?? null,
    });
  });
  return facts;
}

const outputOf = ({ audience, fields }: RunRow) => {
  const id = textOf(fields, 'deliverableId');
  return id === '' ? null : { audience, id };
};

/** By the key of the run's row. Runs that were handed on need their whole trail; they are few. */
async function signaturesOf(
  rows: readonly RunRow[],
  signedSteps: ReadonlyMap<string, readonly Step[]>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, SignOff>>> {
  const asked: { readonly key: string; readonly stepId: string; readonly id: string }[] = [];
  const handedOn: { readonly key: string; readonly run: Run }[] = [];
  for (const row of rows) {
    const steps = signedSteps.get(textOf(row.fields, 'versionId')) ?? [];
    if (steps.length === 0) continue;
    const run = runFrom(row);
    if (isTakenOver(run)) handedOn.push({ key: row.key, run });
    for (const { id: stepId } of steps) {
      asked.push({ key: row.key, stepId, id: signOffId(run.memberId, run.id, stepId) });
    }
  }
  const found = await rowsInParts(
    currentProjection().signOffs,
    asked.map(({ id }) => recordKey('team', SIGN_OFF_TYPE, id)),
  );
  const byRun = new Map<string, Map<string, SignOff>>();
  for (const [at, { key, stepId }] of asked.entries()) {
    const row = found[at];
    if (!row) continue;
    const held = byRun.get(key) ?? new Map<string, SignOff>();
    byRun.set(key, held.set(stepId, signOffFrom(row)));
  }
  for (const { key, run } of handedOn) byRun.set(key, new Map(await signOffsOfRun(run)));
  return byRun;
}

const ANSWER_PREFIX = 'answer.';

/** What later answers overrode, by step, oldest first. */
function earlierAnswers({ past }: RecordState): ReadonlyMap<string, readonly Answer[]> {
  const byStep = new Map<string, Answer[]>();
  for (const { field, value } of past ?? []) {
    const fields = field.startsWith(ANSWER_PREFIX) ? objectOf(value) : null;
    if (!fields) continue;
    const stepId = field.slice(ANSWER_PREFIX.length);
    const held = byStep.get(stepId);
    if (held) held.push(answerFrom(fields));
    else byStep.set(stepId, [answerFrom(fields)]);
  }
  for (const answers of byStep.values()) answers.sort((a, b) => a.atMs - b.atMs);
  return byStep;
}
