import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { isRunOpen } from '#shared/sops/run';
import type { Step } from '#shared/sops/step';
import { EMPTY_STEP } from '#shared/sops/step';
import { memberAudience } from '#shared/stream/change';
import { childRunsOf, parentsOf, ringOf } from '../../../renderer/data/nested-runs.ts';
import { sopVersion } from '../../../renderer/data/sops.ts';
import { finishRun } from '../../../renderer/services/finish-run.ts';
import {
  abandonWithChildren,
  openChildren,
  startNested,
} from '../../../renderer/services/nested-runs.ts';
import { save } from '../../../renderer/services/save.ts';
import { startSop } from '../../../renderer/services/start-run.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { edit, invited, must } from './desks.ts';
import {
  openTeam,
  publish,
  runHere,
  startSheet,
  walkOffline,
  walkTo,
  worker,
} from './team-runs.ts';

async function innerStep(): Promise<Step> {
  const version = await sopVersion('sheet.v1');
  const step = version?.steps.find(({ kind }) => kind === 'sop');
  if (!step) throw new Error('no such step');
  return step;
}

const begins = async (parentId: string, step: Step): Promise<string> =>
  must(await startNested(await worker(), await runHere(parentId), step)).runId;

test('a step begins a run for the same outcome and work, and is done with its end', async () => {
  await openTeam();
  const { id } = await startSheet();
  must(await save([edit('m-ana', 'run', id, { deliverableId: '202611-x' })]));
  const step = await innerStep();
  const childId = await begins(id, step);
  const child = await runHere(childId);
  expect(child).toMatchObject({
    sopId: 'inner',
    outcomeId: 'uploads',
    deliverableId: '202611-x',
    parentRunId: id,
    parentStepId: 'inner',
  });
  expect((await parentsOf(child)).map(({ run, stepId }) => [run.id, stepId])).toEqual([
    [id, 'inner'],
  ]);
  expect(await begins(id, step)).toBe(childId);
  must(await finishRun(await worker(), child, { kind: 'none' }));
  expect((await runHere(id)).answers.get('inner')?.value).toBe(childId);
  must(await undoLast());
  expect((await runHere(id)).answers.get('inner')?.value ?? null).toBeNull();
  expect(isRunOpen(await runHere(childId))).toBe(true);
});

test('abandoned it leaves the step open, and the next one is another run', async () => {
  await openTeam();
  const { id } = await startSheet();
  const step = await innerStep();
  const first = await begins(id, step);
  must(await abandonWithChildren(await runHere(first), [], 'Wrong sheet'));
  expect((await runHere(id)).answers.has('inner')).toBe(false);
  const second = await begins(id, step);
  expect(second).not.toBe(first);
  expect(await childRunsOf(await runHere(id), step)).toHaveLength(2);
});

test('abandoning the whole abandons its parts with it, as one act', async () => {
  await openTeam();
  const { id } = await startSheet();
  const childId = await begins(id, await innerStep());
  const parts = await openChildren(await runHere(id));
  expect(parts.map((run) => run.id)).toEqual([childId]);
  must(await abandonWithChildren(await runHere(id), parts, 'Cancelled'));
  for (const each of [id, childId]) {
    expect(await runHere(each)).toMatchObject({ abandonReason: 'Cancelled' });
  }
  must(await undoLast());
  for (const each of [id, childId]) expect(isRunOpen(await runHere(each))).toBe(true);
});

test('two devices that begin it at once begin one', async () => {
  const { manager, ana } = await openTeam();
  const { id } = await startSheet();
  await walkTo(manager);
  const second = await invited(manager, 'ana');
  await walkTo(ana);
  await walkTo(second);
  const there = await begins(id, await innerStep());
  await walkOffline(ana);
  expect(await begins(id, await innerStep())).toBe(there);
});

test('merged data that leads in a circle is told, and not followed for ever', async () => {
  const { manager } = await openTeam();
  await walkTo(manager);
  const step = (id: string, sopId: string): Step => ({
    ...EMPTY_STEP,
    id,
    order: 1,
    kind: 'sop',
    sopId,
  });
  await publish('ping', [step('p', 'pong')]);
  await publish('pong', [step('q', 'ping')]);
  expect(await ringOf('ping')).toEqual(['ping', 'pong', 'ping']);
  expect(await ringOf('sheet')).toBeNull();
  const me = await worker();
  const { runId } = must(await startSop(me, { id: 'ping', outcomeId: '' }));
  const parent = await runHere(runId);
  const childId = must(await startNested(me, parent, step('p', 'pong'))).runId;
  const again = await startNested(me, await runHere(childId), step('q', 'ping'));
  expect(again).toMatchObject({ ok: false, error: { code: 'nested-circle' } });
  // A parent that names its own child.
  must(
    await save([
      edit(memberAudience(me.memberId), 'run', runId, { parentRunId: childId, parentStepId: 'q' }),
    ]),
  );
  expect(await parentsOf(await runHere(runId))).toHaveLength(1);
  expect(await openChildren(await runHere(runId))).toHaveLength(1);
});
