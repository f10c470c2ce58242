import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { currentProjection } from '../../../renderer/data/current.ts';
import type { RunOutput } from '../../../renderer/services/finish-run.ts';
import { finishRun } from '../../../renderer/services/finish-run.ts';
import { managerDesk, must } from './desks.ts';
import { here, publish, runHere, worker } from './team-runs.ts';
import { startSop } from '../../../renderer/services/start-run.ts';
import { EMPTY_STEP } from '#shared/sops/step';

test('finishing twice at once, or by a screen that is behind, logs what came of it once', async () => {
  await managerDesk();
  await publish('sheet', [{ ...EMPTY_STEP, id: 'count', order: 1, title: 'Count' }]);
  const own = await worker();
  expect(own.memberId).toBe(here());
  const { runId } = must(await startSop(own, { id: 'sheet', outcomeId: 'uploads' }));
  const asDrawn = await runHere(runId);
  const output: RunOutput = {
    kind: 'logged',
    entry: { outcomeId: 'uploads', title: 'A sheet', quantity: 1 },
  };
  const [first, second] = await Promise.all([
    finishRun(own, asDrawn, output),
    finishRun(own, asDrawn, output),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, error: { code: 'run-ended' } });
  expect(await finishRun(own, asDrawn, output)).toMatchObject({ ok: false });
  expect(await currentProjection().deliverables.count()).toBe(1);
});
