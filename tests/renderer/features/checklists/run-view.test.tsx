import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { entriesOfDay } from '../../../../renderer/data/deliverables.ts';
import { openRuns, readRun } from '../../../../renderer/data/runs.ts';
import { ChecklistsView } from '../../../../renderer/features/checklists/checklists-view.tsx';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { finishRun } from '../../../../renderer/services/finish-run.ts';
import { abandonWithChildren } from '../../../../renderer/services/nested-runs.ts';
import { pauseRun } from '../../../../renderer/services/run-holds.ts';
import { answerStep, goToStep, takeUpRun } from '../../../../renderer/services/runs.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { untilUndoable } from '../../support/until-undoable.ts';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

/** Starts the procedure from the list and shows its run. */
async function startRun(): Promise<string> {
  desk.show('checklists', <ChecklistsView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Start “Put a sheet live”' }));
  await waitFor(() => expect(currentRoute().view).toBe('run'));
  const runId = currentRoute().params['runId'] ?? '';
  await showRun(runId);
  return runId;
}

async function showRun(runId: string): Promise<void> {
  cleanup();
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { name: 'Put a sheet live' });
}

const run = async (runId: string) => await readRun(memberAudience(ANA), runId);
const answer = async (runId: string, stepId: string) =>
  (await run(runId))?.answers.get(stepId)?.value;
const step = async (name: string) => await screen.findByRole('heading', { level: 2, name });

describe('a run', () => {
  test('is worked through by keyboard, each answer saved as it is made', async () => {
    const runId = await startRun();
    await step('Read the sheet');
    expect(screen.getByText('To know.')).toBeDefined();
    await desk.user.keyboard(' ');
    await step('Count the rows');
    await waitFor(async () => expect(await answer(runId, 'read')).toBe(true));
    await desk.user.keyboard('42{Enter}');
    await step('How is it sorted?');
    await waitFor(async () => expect(await answer(runId, 'count')).toBe(42));
    await desk.user.keyboard('2');
    await waitFor(async () => expect(await answer(runId, 'sort')).toBe('By price'));
    await desk.user.keyboard('{Enter}');
    await step('What was odd?');
    await desk.user.keyboard('Nothing much{Enter}');
    await waitFor(async () => expect(await answer(runId, 'odd')).toBe('Nothing much'));
    const quantity = await screen.findByLabelText('Quantity');
    await waitFor(() => expect(document.activeElement).toBe(quantity));
    await desk.user.keyboard('{Control>}a{/Control}42{Enter}');
    expect(await screen.findByText(/^Finished in/)).toBeDefined();
    expect(await openRuns(ANA)).toEqual([]);
  });

  test('takes its last act back with Ctrl+Z, and a tick taken back has the focus again', async () => {
    const runId = await startRun();
    await step('Read the sheet');
    await desk.user.keyboard(' ');
    await waitFor(async () => expect(await answer(runId, 'read')).toBe(true));
    await undoLast();
    await waitFor(async () => expect((await run(runId))?.answers.has('read')).toBe(false));
    await desk.user.click(await screen.findByRole('button', { name: 'Back' }));
    await desk.user.click(await screen.findByRole('button', { name: /^Done, go on/ }));
    await waitFor(async () => expect(await answer(runId, 'read')).toBe(true));
    await desk.user.click(await screen.findByRole('button', { name: 'Back' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Not done' }));
    const tick = await screen.findByRole('button', { name: /^Done, go on/ });
    await waitFor(() => expect(document.activeElement).toBe(tick));
  });

  test('comes back at the same step with every answer, though the database was lost', async () => {
    const runId = await startRun();
    await step('Read the sheet');
    await desk.user.keyboard(' ');
    await step('Count the rows');
    await desk.user.keyboard('42');
    desk.advance(1_000);
    cleanup();
    await waitFor(async () => expect(await answer(runId, 'count')).toBe(42));
    await desk.reopen({ losesDatabase: true });
    await showRun(runId);
    await step('Count the rows');
    expect(screen.getByLabelText('Number')).toHaveProperty('value', '42');
    expect(screen.getByText('2 of 4 steps')).toBeDefined();
  });

  test('keeps a figure outside its limits, says so, and cannot be finished with it', async () => {
    const runId = await startRun();
    await step('Read the sheet');
    await desk.user.keyboard(' ');
    await step('Count the rows');
    await desk.user.keyboard('99{Enter}');
    expect(await screen.findByText(/Above 60/)).toBeDefined();
    await waitFor(async () => expect(await answer(runId, 'count')).toBe(99));
    await step('Count the rows');
    await desk.user.click(screen.getByRole('button', { name: 'The end' }));
    expect(await screen.findByText('“Count the rows” is still open.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Finish/ })).toBeNull();
    await desk.user.keyboard('{Enter}');
    await step('Count the rows');
  });

  test('skips what is optional and nothing else', async () => {
    const runId = await startRun();
    await step('Read the sheet');
    await desk.user.keyboard('s');
    await step('Read the sheet');
    await desk.user.click(screen.getByRole('button', { name: /How is it sorted/ }));
    await step('How is it sorted?');
    await desk.user.keyboard('s');
    await step('What was odd?');
    await waitFor(async () =>
      expect((await run(runId))?.answers.get('sort')).toMatchObject({ isSkipped: true }),
    );
  });

  test('abandoned says why', async () => {
    const runId = await startRun();
    await desk.user.click(screen.getByRole('button', { name: 'More' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Abandon…' }));
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Abandon' }));
    expect(await within(dialog).findByText('Say why, in a few words')).toBeDefined();
    await desk.user.type(
      within(dialog).getByLabelText('Why it cannot be finished'),
      'no sheet{Enter}',
    );
    expect(await screen.findByText(/^Abandoned after/)).toBeDefined();
    expect(await run(runId)).toMatchObject({ abandonReason: 'no sheet' });
    await desk.user.click(screen.getByRole('button', { name: 'Take it up again' }));
    await step('Read the sheet');
    expect(await run(runId)).toMatchObject({ abandonedAtMs: null, abandonReason: '' });
  });

  test('logs what came of it with its end, as one act that is taken back as one', async () => {
    const runId = await startRun();
    await settleAll();
    const quantity = await screen.findByLabelText('Quantity');
    await desk.user.clear(quantity);
    await desk.user.type(quantity, '42');
    await untilUndoable(async () => {
      await desk.user.click(screen.getByRole('button', { name: 'Finish and log it' }));
    });
    expect(await screen.findByText('What came of it is logged.')).toBeDefined();
    const [entry] = await entriesOfDay(ANA, '2026-11-18');
    expect(entry).toMatchObject({ outcomeId: UPLOADS, quantity: 42, runId });
    expect(await run(runId)).toMatchObject({ deliverableId: entry?.id });
    await undoLast();
    expect(await entriesOfDay(ANA, '2026-11-18')).toEqual([]);
    expect(await run(runId)).toMatchObject({ deliverableId: '', finishedAtMs: null });
  });

  test('is finished without output where nothing came of it, and then takes no change any more', async () => {
    const runId = await startRun();
    await settleAll();
    await desk.user.click(await screen.findByRole('button', { name: 'Finish' }));
    await screen.findByText(/^Finished in/);
    const finished = await run(runId);
    if (!finished) throw new Error('the run is gone');
    expect(screen.queryByRole('button', { name: 'Take it up again' })).toBeNull();
    const refused = { ok: false, error: { code: 'run-ended' } };
    const act = { stepId: 'odd', value: 'x', atStepId: 'odd', atMs: 1 };
    expect(await answerStep(finished, act)).toMatchObject(refused);
    expect(await goToStep(finished, 'odd')).toMatchObject(refused);
    expect(await takeUpRun(finished)).toMatchObject(refused);
    expect(await abandonWithChildren(finished, [], 'x')).toMatchObject(refused);
    expect(await pauseRun(finished)).toMatchObject(refused);
    expect(await finishRun(desk.worker, finished, { kind: 'none' })).toMatchObject(refused);
    expect(await run(runId)).toEqual(finished);
  });
});

/** Answers every step by keyboard, up to the end. */
async function settleAll(): Promise<void> {
  await step('Read the sheet');
  await desk.user.keyboard(' ');
  await step('Count the rows');
  await desk.user.keyboard('42{Enter}');
  await step('How is it sorted?');
  await desk.user.keyboard('s');
  await step('What was odd?');
  await desk.user.keyboard('x{Enter}');
}
