import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import type { RecurrenceDraft } from '#shared/deliverables/recurrence';
import { newRecurrence } from '#shared/deliverables/recurrence';
import { versionId } from '#shared/sops/sop';
import { EMPTY_STEP, stepFields } from '#shared/sops/step';
import { readPlan } from '../../../renderer/data/plan.ts';
import { openRecurrences } from '../../../renderer/data/recurrences.ts';
import type { RunEntry } from '../../../renderer/data/runs.ts';
import { missedRuns, openRuns, runsOfSop } from '../../../renderer/data/runs.ts';
import { catchUp } from '../../../renderer/services/catch-up.ts';
import { pinClock } from '../../../renderer/services/clock.ts';
import { makeDueRuns } from '../../../renderer/services/due-runs.ts';
import { makeDueWork } from '../../../renderer/services/due-work.ts';
import { addRecurrence, setPaused } from '../../../renderer/services/recurrences.ts';
import { skipDueRun } from '../../../renderer/services/runs.ts';
import { save } from '../../../renderer/services/save.ts';
import { beginDueRun } from '../../../renderer/services/start-run.ts';
import { pullNow, sendNow } from '../../../renderer/services/sync.ts';
import { undoLast } from '../../../renderer/services/undo.ts';
import type { Worker } from '../../../renderer/services/worker.ts';
import { workerOf } from '../../../renderer/services/worker.ts';
import type { Desk } from './desks.ts';
import { edit, invited, managerDesk, must, sitDown } from './desks.ts';

/** Every day at nine in Manila, from Wednesday 18 November 2026 on. */
const DRAFT: RecurrenceDraft = {
  ...newRecurrence('2026-11-01', 'Asia/Manila'),
  outcomeId: 'uploads',
  title: 'Morning round',
  sopId: 'round',
  dayOff: 'keep',
};
const STEPS = stepFields([{ ...EMPTY_STEP, id: 's1', order: 1, title: 'Look' }]);

/** Ana is at her desk; the manager put a procedure on her schedule. */
async function team(
  draft: Partial<RecurrenceDraft> = {},
): Promise<{ readonly manager: Desk; readonly ana: Desk }> {
  onTestFinished(() => pinClock());
  const manager = await managerDesk();
  const ana = await invited(manager);
  must(
    await save([
      edit('team', 'outcome', 'uploads', { name: 'Uploads', memberIds: ['ana'] }),
      edit('team', 'sopVersion', versionId('round', 1), { sopId: 'round', number: 1, ...STEPS }),
      edit('team', 'sop', 'round', {
        title: 'Morning round',
        outcomeId: 'uploads',
        publishedVersion: 1,
        ...STEPS,
      }),
    ]),
  );
  must(await addRecurrence('ana', { ...DRAFT, ...draft }));
  await walkTo(ana);
  return { manager, ana };
}

async function walkTo(desk: Desk): Promise<void> {
  must(await sendNow());
  await sitDown(desk);
  must(await pullNow());
}

/** The window itself looks now and then, too: what counts is what stands there afterwards. */
async function lookAt(text: string): Promise<readonly string[]> {
  pinClock(() => Date.parse(text));
  must(await makeDueRuns());
  return await fates();
}

/** `19 due` or `19 notStarted`, by the day of the month. */
async function fates(): Promise<readonly string[]> {
  const runs = await runsOfSop('round');
  return runs
    .toSorted((a, b) => (a.scheduledAtMs ?? 0) - (b.scheduledAtMs ?? 0))
    .map((run) => `${run.occurrence.slice(8, 10)} ${run.missedReason ?? 'due'}`);
}

async function onlyOpen(): Promise<RunEntry> {
  const [run] = await openRuns('ana');
  if (!run) throw new Error('nothing is due');
  return run;
}

async function ana(): Promise<Worker> {
  const plan = await readPlan();
  const member = plan.memberById.get('ana');
  if (!member) throw new Error('nobody');
  return workerOf(plan, member);
}

async function runOf(dayOfMonth: string): Promise<RunEntry> {
  const runs = await runsOfSop('round');
  const run = runs.find(({ occurrence }) => occurrence.slice(8, 10) === dayOfMonth);
  if (!run) throw new Error(`no run of the ${dayOfMonth}`);
  return run;
}

test('a run is due when its time has come, made once, and is no piece of work', async () => {
  await team();
  expect(await lookAt('2026-11-19T00:59:59Z')).toEqual([]);
  expect(await lookAt('2026-11-19T01:00:00Z')).toEqual(['19 due']);
  expect(await lookAt('2026-11-19T03:00:00Z')).toEqual(['19 due']);
  expect(must(await makeDueWork())).toBe(0);
  expect(await onlyOpen()).toMatchObject({
    sopId: 'round',
    outcomeId: 'uploads',
    versionId: '',
    startedAtMs: 0,
    occurrence: '2026-11-19T09:00',
    scheduledAtMs: Date.parse('2026-11-19T01:00Z'),
    dueAtMs: Date.parse('2026-11-19T16:00Z') - 1,
  });
});

test.each([
  ['skip', ['19 notRunning', '20 notRunning', '21 notRunning', '22 due']],
  ['once', ['19 caughtUpOnce', '20 caughtUpOnce', '21 caughtUpOnce', '22 due']],
  ['all', ['19 due', '20 due', '21 due', '22 due']],
] as const)('after days offline: %s', async (rule, expected) => {
  await team({ catchUp: rule });
  expect(await lookAt('2026-11-22T02:00:00Z')).toEqual(expected);
  expect(must(await makeDueRuns())).toBe(0);
});

test('what was due and was not begun is missed, and the manager sees why', async () => {
  const { manager } = await team();
  await lookAt('2026-11-19T02:00:00Z');
  await lookAt('2026-11-20T02:00:00Z');
  expect(await fates()).toEqual(['19 notStarted', '20 due']);
  await walkTo(manager);
  expect(await fates()).toEqual(['19 notStarted', '20 due']);
  // Only her own device says what became of them.
  expect(await lookAt('2026-11-25T02:00:00Z')).toEqual(['19 notStarted', '20 due']);
});

test('what was begun stays, with the version of the day it was begun on', async () => {
  await team();
  await lookAt('2026-11-19T02:00:00Z');
  must(await beginDueRun(await ana(), await onlyOpen()));
  await lookAt('2026-11-20T02:00:00Z');
  const begun = (await runsOfSop('round')).find(({ startedAtMs }) => startedAtMs > 0);
  expect(begun).toMatchObject({
    versionId: 'round.v1',
    missedAtMs: null,
    occurrence: '2026-11-19T09:00',
  });
});

test('what was missed is done afterwards, and taking that back leaves it missed', async () => {
  await team();
  await lookAt('2026-11-19T02:00:00Z');
  await lookAt('2026-11-20T02:00:00Z');
  must(await beginDueRun(await ana(), await runOf('19')));
  expect(await runOf('19')).toMatchObject({ versionId: 'round.v1', missedAtMs: null });
  expect(await lookAt('2026-11-20T03:00:00Z')).toEqual(['19 due', '20 due']);
  expect((await openRuns('ana')).map(({ occurrence }) => occurrence.slice(8, 10))).toContain('19');
  must(await undoLast());
  expect(await lookAt('2026-11-20T03:01:00Z')).toEqual(['19 notStarted', '20 due']);
});

test('what is left out says why, is not due any more, and can still be done', async () => {
  const { manager, ana: desk } = await team();
  await lookAt('2026-11-19T02:00:00Z');
  must(await skipDueRun(await onlyOpen(), ' The store is closed '));
  expect(await openRuns('ana')).toEqual([]);
  expect(await lookAt('2026-11-20T00:00:00Z')).toEqual(['19 skipped']);
  expect(await missedRuns('ana', '2026-11-19')).toMatchObject([
    { missedReason: 'skipped', abandonReason: 'The store is closed' },
  ]);
  expect(await missedRuns('ana', '2026-11-20')).toEqual([]);
  await walkTo(manager);
  expect(await runOf('19')).toMatchObject({ abandonReason: 'The store is closed' });
  await walkTo(desk);
  must(await beginDueRun(await ana(), await runOf('19')));
  expect(await runOf('19')).toMatchObject({ missedReason: null, abandonReason: '' });
  expect(await missedRuns('ana', '2026-11-19')).toEqual([]);
});

test('what was begun is not left out', async () => {
  await team();
  await lookAt('2026-11-19T02:00:00Z');
  must(await beginDueRun(await ana(), await onlyOpen()));
  expect(await skipDueRun(await onlyOpen(), 'No')).toMatchObject({ ok: false });
  expect(await fates()).toEqual(['19 due']);
});

test('a rebuilt database makes nothing again', async () => {
  const { ana } = await team();
  await lookAt('2026-11-19T02:00:00Z');
  await sitDown({ ...ana, idb: new IDBFactory() });
  must(await catchUp());
  pinClock(() => Date.parse('2026-11-19T02:05:00Z'));
  expect(must(await makeDueRuns())).toBe(0);
});

test('while it is paused nothing comes, and nothing of that time is missed', async () => {
  await team();
  const [schedule] = await openRecurrences('ana');
  if (!schedule) throw new Error('no schedule');
  pinClock(() => Date.parse('2026-11-18T23:00:00Z'));
  must(await setPaused(schedule, true));
  expect(await lookAt('2026-11-21T02:00:00Z')).toEqual([]);
  const [paused] = await openRecurrences('ana');
  if (paused) must(await setPaused(paused, false));
  expect(await lookAt('2026-11-22T02:00:00Z')).toEqual(['22 due']);
});

test('an SOP that was archived brings nothing more', async () => {
  const { manager, ana } = await team();
  await walkTo(manager);
  must(await save([edit('team', 'sop', 'round', { archived: true })]));
  await walkTo(ana);
  expect(await lookAt('2026-11-21T02:00:00Z')).toEqual([]);
});
