import { nestedIn, sopCycle } from '#shared/sops/nested';
import { DEEPEST_RUN } from '#shared/sops/nested-run';
import type { Run } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import type { SopVersion } from '#shared/sops/sop';
import { memberAudience } from '#shared/stream/change';
import type { RunEntry } from './runs.ts';
import { readRun, runsOfSop } from './runs.ts';
import { sopVersion, versionsOf } from './sops.ts';

/** The runs that a step of a run has begun, latest first. */
export async function childRunsOf(
  { id, memberId }: Pick<Run, 'id' | 'memberId'>,
  step: Pick<Step, 'id' | 'sopId'>,
): Promise<readonly RunEntry[]> {
  return (await runsOfSop(step.sopId)).filter(
    (run) => run.memberId === memberId && run.parentRunId === id && run.parentStepId === step.id,
  );
}

/** A run above another one, with the step that began it. */
export interface ParentRun {
  readonly run: Run;
  readonly version: SopVersion | undefined;
  readonly stepId: string;
}

/** The runs that a run is made for, the outermost first. Data that leads in a circle ends where it closes. */
export async function parentsOf(run: Run): Promise<readonly ParentRun[]> {
  const parents: ParentRun[] = [];
  const seen = new Set([run.id]);
  let at = run;
  while (at.parentRunId !== '' && !seen.has(at.parentRunId) && parents.length < DEEPEST_RUN) {
    seen.add(at.parentRunId);
    const parent = await readRun(memberAudience(at.memberId), at.parentRunId);
    if (!parent) break;
    const version = await sopVersion(parent.versionId);
    parents.unshift({ run: parent, version, stepId: at.parentStepId });
    at = parent;
  }
  return parents;
}

/** The ring of procedures that the step of a run leads into, as their published versions have it; null where there is none. */
export async function ringOf(sopId: string): Promise<readonly string[] | null> {
  const nested = new Map<string, readonly string[]>();
  for (let open = [sopId]; open.length > 0;) {
    const versions = await Promise.all(open.map(async (id) => (await versionsOf(id))[0]));
    open.forEach((id, at) => nested.set(id, nestedIn(versions[at]?.steps ?? [])));
    open = [...new Set([...nested.values()].flat())].filter((id) => !nested.has(id));
  }
  return sopCycle(sopId, (id) => nested.get(id) ?? []);
}
