import type { Json } from '#shared/json';
import { stepFields } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { EMPTY_STEP } from '#shared/sops/step';
import { memberAudience } from '#shared/stream/change';
import { readPlan } from '../../../renderer/data/plan.ts';
import type { RunEntry } from '../../../renderer/data/runs.ts';
import { readRun } from '../../../renderer/data/runs.ts';
import { startSop } from '../../../renderer/services/start-run.ts';
import { answerStep } from '../../../renderer/services/runs.ts';
import { save } from '../../../renderer/services/save.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { useSession } from '../../../renderer/state/session.ts';
import type { Worker } from '../../../renderer/services/worker.ts';
import { workerOf } from '../../../renderer/services/worker.ts';
import type { Desk } from './desks.ts';
import { NOW_MS, edit, invited, managerDesk, must, sitDown } from './desks.ts';

export interface Team {
  readonly manager: Desk;
  readonly ana: Desk;
  readonly ben: Desk;
}

const step = (id: string, order: number, fields: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  title: `Step ${id}`,
  ...fields,
});

/** Count, say what was odd, have it signed, run another procedure. */
const SHEET = [
  step('count', 1, { kind: 'number' }),
  step('odd', 2, { kind: 'text' }),
  step('check', 3, { kind: 'signOff' }),
  step('inner', 4, { kind: 'sop', sopId: 'inner' }),
];
const INNER = [step('a', 1), step('b', 2)];

export async function publish(id: string, steps: readonly Step[]): Promise<void> {
  const fields = { title: `SOP ${id}`, ...stepFields(steps) };
  must(
    await save([
      edit('team', 'sop', id, { ...fields, publishedVersion: 1 }),
      edit('team', 'sopVersion', `${id}.v1`, { ...fields, sopId: id, number: 1 }),
    ]),
  );
}

/** A manager with two procedures, and two assistants at computers of their own; Ana sits at the window. */
export async function openTeam(): Promise<Team> {
  const manager = await managerDesk();
  await publish('sheet', SHEET);
  await publish('inner', INNER);
  const ana = await invited(manager, 'ana');
  const ben = await invited(manager, 'ben');
  must(await save([edit('team', 'member', 'ben', { name: 'Ben' })]));
  await walkTo(ana);
  return { manager, ana, ben };
}

/** Sends what was written here, and takes another seat, where everything has arrived. */
export async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
}

/** Takes another seat without sending or hearing anything: everybody is offline. */
export const walkOffline = async (desk: Desk): Promise<void> => await sitDown(desk);

export async function worker(): Promise<Worker> {
  const plan = await readPlan();
  const member = plan.memberById.get(useSession.getState().memberId);
  if (!member) throw new Error('the plan has not arrived');
  return workerOf(plan, member);
}

export async function startSheet(): Promise<RunEntry> {
  const { runId } = must(await startSop(await worker(), { id: 'sheet', outcomeId: 'uploads' }));
  return await runHere(runId);
}

/** A run of the member at the window. */
export async function runHere(runId: string, memberId = here()): Promise<RunEntry> {
  const run = await readRun(memberAudience(memberId), runId);
  if (!run) throw new Error(`no run ${runId} of ${memberId}`);
  return run;
}

export const here = (): string => useSession.getState().memberId;

export async function answers(runId: string, stepId: string, value: Json): Promise<void> {
  const run = await runHere(runId);
  must(await answerStep(run, { stepId, value, atStepId: stepId, atMs: NOW_MS }));
}
