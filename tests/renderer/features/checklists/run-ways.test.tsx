import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBlock } from '#shared/deliverables/deliverable';
import type { Json } from '#shared/json';
import { fail } from '#shared/result';
import { memberAudience } from '#shared/stream/change';
import { openRunLines } from '../../../../renderer/app/parts/runs/run-lines.ts';
import { RunSop } from '../../../../renderer/app/parts/runs/run-sop.tsx';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { readRun } from '../../../../renderer/data/runs.ts';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { now } from '../../../../renderer/services/clock.ts';
import { requestWork } from '../../../../renderer/services/deliverables.ts';
import { startSop } from '../../../../renderer/services/start-run.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { untilUndoable } from '../../support/until-undoable.ts';
import { must } from '../../support/open-manager.tsx';

const MINUTE_MS = 60_000;
const SOP = { id: 'prices', outcomeId: UPLOADS };

const stepOf = (order: number, fields: Record<string, Json>): Json => ({
  order,
  kind: 'tick',
  ...fields,
});

const onlyIf = (value: string): Json => [
  { effect: 'show', match: 'all', tests: [{ stepId: 'all', kind: 'is', value }] },
];

const STEPS = {
  'section.look': { order: 0.5, title: 'Look' },
  'step.all': stepOf(1, { title: 'Are all prices there?', kind: 'choice', options: ['Yes', 'No'] }),
  'step.which': stepOf(2, { title: 'Which are missing?', kind: 'text', rules: onlyIf('No') }),
  'step.since': stepOf(3, { title: 'Since when?', kind: 'date', rules: onlyIf('No') }),
  'section.put': { order: 3.5, title: 'Put them in' },
  'step.import': stepOf(4, {
    title: 'Wait for the import',
    kind: 'waitFor',
    waitOn: 'system',
    waitMinutes: 20,
  }),
  'step.page': stepOf(5, { title: 'Look at the shop', kind: 'link', url: 'https://shop.example' }),
};

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
  await desk.hears([
    team('sop', SOP.id, { title: 'Check the prices', outcomeId: UPLOADS, publishedVersion: 1 }),
    team('sopVersion', `${SOP.id}.v1`, {
      sopId: SOP.id,
      number: 1,
      title: 'Check the prices',
      ...STEPS,
    }),
  ]);
});
afterEach(async () => {
  await desk.leave();
});

async function begin(): Promise<string> {
  const { runId } = must(await startSop(desk.worker, SOP));
  await showRun(runId);
  await at('Are all prices there?');
  return runId;
}

async function showRun(runId: string): Promise<void> {
  cleanup();
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { name: 'Check the prices' });
}

const run = async (runId: string) => {
  const found = await readRun(memberAudience(ANA), runId);
  if (!found) throw new Error('the run is gone');
  return found;
};
const at = async (name: string) => await screen.findByRole('heading', { level: 2, name });
const asked = (): readonly string[] =>
  within(screen.getByRole('navigation', { name: 'Steps' }))
    .getAllByRole('button')
    .map((button) => button.textContent ?? '');

describe('the way of a run', () => {
  test('has the steps that the answers ask for, says so, and leaves the focus where it is', async () => {
    await begin();
    await at('Are all prices there?');
    expect(screen.getByText('0 of 3 steps')).toBeDefined();
    await desk.user.keyboard('2');
    expect(await screen.findByText(/2 more steps are asked now/)).toBeDefined();
    expect(screen.getByText('1 of 5 steps')).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^No/ }));
    await desk.user.keyboard('1');
    expect(await screen.findByText('2 steps are not asked any more.')).toBeDefined();
    expect(screen.getByText('1 of 3 steps')).toBeDefined();
    expect(asked().join()).not.toContain('Which are missing?');
    await desk.user.keyboard('{Enter}');
    await at('Wait for the import');
  });

  test('keeps an answer whose step is not asked any more, and has it again when it is', async () => {
    const runId = await begin();
    await desk.user.keyboard('2{Enter}');
    await at('Which are missing?');
    await desk.user.keyboard('Row 7{Enter}');
    await at('Since when?');
    await desk.user.keyboard('t');
    await at('Wait for the import');
    await waitFor(async () =>
      expect((await run(runId)).answers.get('since')?.value).toBe('2026-11-18'),
    );
    await desk.user.click(screen.getByRole('button', { name: /Are all prices there/ }));
    await desk.user.keyboard('1');
    await screen.findByText('1 of 3 steps');
    expect((await run(runId)).answers.get('which')?.value).toBe('Row 7');
    await desk.user.keyboard('2');
    await screen.findByText('3 of 5 steps');
  });

  test('stands under its sections, without those whose steps are left out', async () => {
    await begin();
    expect(await screen.findByText('Look')).toBeDefined();
    expect(screen.getByText('Put them in')).toBeDefined();
  });
});

describe('an answer that cannot be saved', () => {
  test('brings the assistant back to its step with what was typed, and says so', async () => {
    await begin();
    await desk.user.keyboard('2{Enter}');
    await at('Which are missing?');
    await waitFor(() => expect(screen.getByText('Saved')).toBeDefined());
    const { append } = desk.computer.bridge;
    Object.assign(desk.computer.bridge, { append: async () => fail('disk-failed', 'later') });
    await desk.user.keyboard('Row 7{Enter}');
    expect(await screen.findByText(/This answer is not saved yet/)).toBeDefined();
    await at('Which are missing?');
    expect(screen.getByLabelText('Your answer')).toHaveProperty('value', 'Row 7');
    expect(screen.getByText('1 of 5 steps')).toBeDefined();
    expect(screen.queryByText('Saved')).toBeNull();
    Object.assign(desk.computer.bridge, { append });
    await desk.user.keyboard('{Enter}');
    await at('Since when?');
    expect(screen.queryByText(/This answer is not saved yet/)).toBeNull();
  });
});

describe('a wait', () => {
  test('is begun, warns before its time, and shows in the lists when it is over', async () => {
    const runId = await begin();
    await desk.user.keyboard('1{Enter}');
    await at('Wait for the import');
    await desk.user.keyboard(' ');
    expect(await screen.findByText(/^20 min left/)).toBeDefined();
    await desk.user.keyboard(' ');
    expect(await screen.findByText(/of the wait are left/)).toBeDefined();
    await at('Wait for the import');
    await waitFor(async () =>
      expect((await run(runId)).answers.get('import')?.waitingSinceMs).toBe(now()),
    );
    const [line] = await openRunLines(ANA);
    expect(line?.standingAt(now())).toMatchObject({ state: 'waiting' });
    expect(line?.standingAt(now() + 20 * MINUTE_MS)).toMatchObject({ state: 'waitOver' });
    desk.advance(21 * MINUTE_MS);
    await showRun(runId);
    await at('Wait for the import');
    await screen.findByText(/^The wait is over/);
    await desk.user.keyboard(' ');
    await at('Look at the shop');
    await waitFor(async () => expect((await run(runId)).answers.get('import')?.value).toBe(true));
  });
});

describe('a link', () => {
  test('is opened, then ticked', async () => {
    const opened: string[] = [];
    Object.assign(desk.computer.bridge, {
      openLink: async ({ url }: { readonly url: string }) => {
        opened.push(url);
        return { ok: true, value: null };
      },
    });
    const runId = await begin();
    await desk.user.click(await screen.findByRole('button', { name: /Look at the shop/ }));
    await at('Look at the shop');
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(opened).toEqual(['https://shop.example']));
    const done = screen.getByRole('button', { name: 'Done, go on' });
    await waitFor(() => expect(document.activeElement).toBe(done));
    await desk.user.keyboard('{Enter}');
    await waitFor(async () => expect((await run(runId)).answers.get('page')?.value).toBe(true));
  });
});

describe('a run that stands still', () => {
  test('takes no answers while it is paused, and counts the pause', async () => {
    const runId = await begin();
    await at('Are all prices there?');
    await desk.user.keyboard('p');
    const goOn = await screen.findByRole('button', { name: 'Go on' });
    await waitFor(() => expect(document.activeElement).toBe(goOn));
    await desk.user.keyboard('1');
    expect(screen.getByText('0 of 3 steps')).toBeDefined();
    desk.advance(5 * MINUTE_MS);
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull());
    const [hold] = (await run(runId)).holds;
    expect((hold?.toMs ?? 0) - (hold?.fromMs ?? 0)).toBe(5 * MINUTE_MS);
  });

  test('blocks its piece of work with it, and both go on together', async () => {
    const { runId, workId } = await beginForWork();
    const entry = async () => await readEntry(memberAudience(ANA), workId);
    await at('Are all prices there?');
    await desk.user.keyboard('b');
    const dialog = await screen.findByRole('dialog');
    await desk.user.type(within(dialog).getByLabelText('What is missing'), 'No prices');
    await desk.user.type(within(dialog).getByLabelText('What would end the wait'), 'A list{Enter}');
    expect(await screen.findByText(/^Blocked on client since/)).toBeDefined();
    expect(screen.getByText('What would end it: A list')).toBeDefined();
    expect((await run(runId)).holds).toMatchObject([{ on: 'client', reason: 'No prices' }]);
    expect(openBlock(there(await entry()))).toMatchObject({
      reason: 'No prices',
      wanted: 'A list',
    });
    await desk.user.keyboard('p');
    await waitFor(async () => expect(openBlock(there(await entry()))).toBeNull());
    expect((await run(runId)).holds[0]?.toMs).toBe(now());
  });
});

describe('a run for a piece of work', () => {
  test('begins with it, and completes it with its end, as one act', async () => {
    const { runId, workId } = await beginForWork();
    const entry = async () => await readEntry(memberAudience(ANA), workId);
    expect(await run(runId)).toMatchObject({ deliverableId: workId });
    expect(await entry()).toMatchObject({ runId, startedAtMs: now() });
    await at('Are all prices there?');
    await desk.user.keyboard('1{Enter}');
    await at('Wait for the import');
    await desk.user.keyboard('  ');
    await desk.user.keyboard(' ');
    await at('Look at the shop');
    await desk.user.click(screen.getByRole('button', { name: 'Done, go on' }));
    const quantity = await screen.findByLabelText('Quantity');
    await desk.user.clear(quantity);
    await untilUndoable(async () => await desk.user.type(quantity, '12{Enter}'));
    await screen.findByText(/^Finished in/);
    expect(await entry()).toMatchObject({ quantity: 12, completedAtMs: now(), day: '2026-11-18' });
    await undoLast();
    expect(await entry()).toMatchObject({ completedAtMs: null });
    expect(await run(runId)).toMatchObject({ finishedAtMs: null, deliverableId: workId });
  });

  test('is gone on with and not begun twice', async () => {
    const { runId, workId } = await beginForWork();
    cleanup();
    await pressRunSop(workId);
    await waitFor(() => expect(currentRoute().params['runId']).toBe(runId));
  });
});

describe('a run that begins', () => {
  test('follows the version that is in force on the worker’s day', async () => {
    await desk.hears([
      team('sop', SOP.id, { publishedVersion: 2 }),
      team('sopVersion', `${SOP.id}.v2`, {
        sopId: SOP.id,
        number: 2,
        title: 'Check the prices',
        effectiveOn: '2026-11-19',
        ...STEPS,
      }),
    ]);
    const today = must(await startSop(desk.worker, SOP));
    expect(await run(today.runId)).toMatchObject({ versionId: `${SOP.id}.v1`, day: '2026-11-18' });
    desk.advance(24 * 60 * MINUTE_MS);
    const tomorrow = must(await startSop(desk.worker, SOP));
    expect(await run(tomorrow.runId)).toMatchObject({ versionId: `${SOP.id}.v2` });
  });

  test('waits where no version is in force', async () => {
    const begun = await startSop(desk.worker, { id: 'unheard-of', outcomeId: '' });
    expect(begun).toMatchObject({ ok: false, error: { code: 'no-version' } });
  });
});

/** Begins a run of the only SOP of a piece of work, by its button. */
async function beginForWork(): Promise<{ readonly runId: string; readonly workId: string }> {
  await desk.hears([team('sop', 'sheet', { archived: true })]);
  const { id, saved } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'May sheet' });
  must(saved);
  await pressRunSop(id);
  await waitFor(() => expect(currentRoute().view).toBe('run'));
  const runId = currentRoute().params['runId'] ?? '';
  await showRun(runId);
  return { runId, workId: id };
}

async function pressRunSop(workId: string): Promise<void> {
  const work = there(await readEntry(memberAudience(ANA), workId));
  desk.show('today', <RunSop work={work} plan={await readPlan()} />);
  await desk.user.click(await screen.findByRole('button', { name: 'Run its checklist' }));
}

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the entry is gone');
  return found;
}
