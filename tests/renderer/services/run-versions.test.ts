import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { NO_PATCH } from '#shared/sops/draft-patch';
import { migrationPreview, offeredVersion } from '#shared/sops/migrate';
import type { SopVersion } from '#shared/sops/sop';
import { versionInForce } from '#shared/sops/sop';
import { EMPTY_STEP } from '#shared/sops/step';
import type { Step } from '#shared/sops/step';
import { readSopNews } from '../../../renderer/app/parts/sop-news/read-news.ts';
import { readPlan } from '../../../renderer/data/plan.ts';
import type { RunEntry } from '../../../renderer/data/runs.ts';
import { versionsOf } from '../../../renderer/data/sops.ts';
import { keepVersion, migrateRun } from '../../../renderer/services/run-versions.ts';
import { acknowledgeVersion, publishSop } from '../../../renderer/services/sop-versions.ts';
import { save } from '../../../renderer/services/save.ts';
import { saveDraft } from '../../../renderer/services/sops.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import { NOW_MS, edit, must } from './desks.ts';
import { answers, openTeam, runHere, startSheet, walkTo } from './team-runs.ts';
import type { Team } from './team-runs.ts';

const TODAY = '2026-11-18';

async function publishes(steps: ReadonlyMap<string, Step | null>): Promise<void> {
  must(await saveDraft('sheet', { ...NO_PATCH, steps }));
  const sop = (await readPlan()).sopById.get('sheet');
  if (!sop) throw new Error('the plan has not arrived');
  must(
    await publishSop(sop, {
      changeNote: 'Weigh it first',
      changeReason: 'Parcels came back',
      effectiveOn: '',
      reviewOn: '2027-01-01',
    }),
  );
}

const step = (id: string, order: number, fields: Partial<Step> = {}): Step => ({
  ...EMPTY_STEP,
  id,
  order,
  title: `Step ${id}`,
  ...fields,
});

/** Ana has answered two steps; meanwhile the manager asks for something else, and Ana hears of it. */
async function changedUnderway(): Promise<Team & { readonly run: RunEntry }> {
  const team = await openTeam();
  const { id } = await startSheet();
  await answers(id, 'count', 12);
  await answers(id, 'odd', 'One was torn');
  await walkTo(team.manager);
  await publishes(
    new Map([
      ['weigh', step('weigh', 0.5)],
      ['odd', step('odd', 2, { kind: 'choice', options: ['Torn', 'Wet'] })],
      ['inner', null],
    ]),
  );
  await walkTo(team.ana);
  return { ...team, run: await runHere(id) };
}

async function both(run: RunEntry): Promise<{ own: SopVersion; offered: SopVersion }> {
  const versions = await versionsOf('sheet');
  const own = versions.find(({ id }) => id === run.versionId);
  const offered = own && offeredVersion(run, own, versionInForce(versions, TODAY));
  if (!own || !offered) throw new Error('nothing is offered');
  return { own, offered };
}

test('a run stays with its version until its member chooses, and then goes on with no answer lost', async () => {
  const { manager, ana, run } = await changedUnderway();
  const { own, offered } = await both(run);
  expect([own.number, offered.number]).toEqual([1, 2]);
  const preview = migrationPreview(own, offered, run.answers);
  expect(preview.carried.map(({ step: { id } }) => id)).toEqual(['count']);
  expect(preview.unfit.map(({ step: { id }, why }) => [id, why])).toEqual([['odd', 'kindChanged']]);
  expect(preview.standsAt?.id).toBe('weigh');

  must(await migrateRun(run, offered, preview));
  const moved = await runHere(run.id);
  expect(moved).toMatchObject({ versionId: offered.id, atStepId: 'weigh' });
  expect(moved.answers.get('count')?.value).toBe(12);
  expect(moved.setAside.get('odd')?.value).toBe('One was torn');

  // The manager's own computer tells the same.
  await walkTo(manager);
  const seen = await runHere(run.id, 'ana');
  expect(seen.versionId).toBe(offered.id);
  expect(seen.setAside.get('odd')?.value).toBe('One was torn');
  expect(seen.choices).toMatchObject([{ choice: 'migrate', fromVersionId: own.id, atMs: NOW_MS }]);
  await walkTo(ana);
  await answers(run.id, 'odd', 'Torn');
  expect((await runHere(run.id)).answers.get('odd')?.value).toBe('Torn');
});

test('going on in a newer version can be taken back whole', async () => {
  const { run } = await changedUnderway();
  const { own, offered } = await both(run);
  must(await migrateRun(run, offered, migrationPreview(own, offered, run.answers)));
  must(await undoLast());
  const back = await runHere(run.id);
  expect(back).toMatchObject({ versionId: own.id, choices: [] });
  expect(back.answers.get('odd')?.value).toBe('One was torn');
  expect(back.setAside.size).toBe(0);
});

test('who stays is not asked again about that version', async () => {
  const { run } = await changedUnderway();
  const { offered } = await both(run);
  must(await keepVersion(run, offered));
  const kept = await runHere(run.id);
  expect(kept.choices).toMatchObject([{ choice: 'keep', toVersionId: offered.id }]);
  await expect(both(kept)).rejects.toThrow('nothing is offered');
});

test('a run that has ended never changes its version', async () => {
  const { run } = await changedUnderway();
  const { own, offered } = await both(run);
  must(await save([edit('m-ana', 'run', run.id, { finishedAtMs: NOW_MS })]));
  const ended = await runHere(run.id);
  const preview = migrationPreview(own, offered, run.answers);
  expect(await migrateRun(ended, offered, preview)).toMatchObject({ error: { code: 'run-ended' } });
  expect(await keepVersion(ended, offered)).toMatchObject({ error: { code: 'run-ended' } });
  expect((await runHere(run.id)).versionId).toBe(own.id);
});

test('what is new is told until it is read, and never to a beginner', async () => {
  const { ben, run } = await changedUnderway();
  const { offered } = await both(run);
  const news = await readSopNews('sheet', 'ana', TODAY);
  expect(news).toMatchObject({ from: { number: 1 }, to: { number: 2 } });
  must(await acknowledgeVersion(offered));
  expect(await readSopNews('sheet', 'ana', TODAY)).toBeNull();
  await walkTo(ben);
  expect(await readSopNews('sheet', 'ben', TODAY)).toBeNull();
});
