import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { memberAudience } from '#shared/stream/change';
import { acknowledgements } from '../../../../renderer/data/about-sops.ts';
import { readRun } from '../../../../renderer/data/runs.ts';
import { ChecklistsView } from '../../../../renderer/features/checklists/checklists-view.tsx';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { finishRun } from '../../../../renderer/services/finish-run.ts';
import { answerStep } from '../../../../renderer/services/runs.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const step = (order: number, fields: Record<string, Json>): Json => ({
  order,
  kind: 'tick',
  ...fields,
});

/** The manager leaves the last step out, asks for words where there was a choice, and begins with another step. */
async function hearsOfVersion2(): Promise<void> {
  await desk.hears([
    team('sopVersion', 'sheet.v2.token', {
      sopId: 'sheet',
      number: 2,
      title: 'Put a sheet live',
      changeNote: 'The sheet is weighed first',
      changeReason: 'Parcels came back',
      publishedById: desk.founderId,
      publishedAtMs: Date.parse('2026-11-18T07:05:00Z'),
      'credit.s1': { memberId: ANA, stepId: 'weigh' },
      'step.weigh': step(0.5, { title: 'Weigh the sheet' }),
      'step.read': step(1, {
        title: 'Read the sheet',
        how: 'From **end** to end.',
        why: 'To know.',
      }),
      'step.count': step(2, { title: 'Count the rows', kind: 'number', min: 1, max: 60 }),
      'step.sort': step(3, { title: 'How is it sorted?', kind: 'text', required: false }),
    }),
    team('sop', 'sheet', { publishedVersion: 2 }),
  ]);
}

async function startRun(): Promise<string> {
  desk.show('checklists', <ChecklistsView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Start “Put a sheet live”' }));
  await waitFor(() => expect(currentRoute().view).toBe('run'));
  return currentRoute().params['runId'] ?? '';
}

async function showRun(runId: string): Promise<void> {
  cleanup();
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { name: 'Put a sheet live' });
}

const run = async (runId: string) => {
  const found = await readRun(memberAudience(ANA), runId);
  if (!found) throw new Error('There is no run');
  return found;
};

async function answers(runId: string, stepId: string, value: Json): Promise<void> {
  const atMs = Date.parse('2026-11-18T07:01:00Z');
  must(await answerStep(await run(runId), { stepId, value, atStepId: stepId, atMs }));
}

test('a newer version is told in the run, shown with what becomes of each answer, and gone on with', async () => {
  const runId = await startRun();
  await answers(runId, 'read', true);
  await answers(runId, 'sort', 'By name');
  await answers(runId, 'odd', 'Nothing');
  await hearsOfVersion2();
  await showRun(runId);
  expect(await screen.findByText('Version 2 is in force now')).toBeDefined();
  await desk.user.click(screen.getByRole('button', { name: 'See what would change' }));
  const dialog = await screen.findByRole('dialog', { name: 'Go on with version 2?' });
  expect(within(dialog).getByText('1 answer carries over')).toBeDefined();
  expect(within(dialog).getByText('1 answer has to be given again')).toBeDefined();
  expect(within(dialog).getByText('By name')).toBeDefined();
  expect(within(dialog).getByText(/1 answer belongs to a step that is gone/)).toBeDefined();
  expect(within(dialog).getByText('Nothing')).toBeDefined();
  expect(within(dialog).getAllByText('Weigh the sheet').length).toBeGreaterThan(0);
  await desk.user.click(within(dialog).getByRole('button', { name: 'Go on with version 2' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Weigh the sheet' })).toBeDefined();
  await waitFor(() => expect(screen.queryByText('Version 2 is in force now')).toBeNull());

  await answers(runId, 'weigh', true);
  await answers(runId, 'count', 12);
  must(await finishRun(desk.worker, await run(runId), { kind: 'none' }));
  await showRun(runId);
  expect(await screen.findByText('Answers from another version')).toBeDefined();
  expect(screen.getByText('Nothing')).toBeDefined();
  expect(screen.getByText('By name')).toBeDefined();
  expect(screen.getByText('Went on with version 2, from version 1')).toBeDefined();
});

test('who stays with the version they began with is not asked again', async () => {
  const runId = await startRun();
  await hearsOfVersion2();
  await showRun(runId);
  await desk.user.click(await screen.findByRole('button', { name: 'Stay with version 1' }));
  await waitFor(() => expect(screen.queryByText('Version 2 is in force now')).toBeNull());
  expect((await run(runId)).choices).toMatchObject([{ choice: 'keep' }]);
});

test('what is new is read before the next run, with thanks to whom, and told once', async () => {
  await startRun();
  await hearsOfVersion2();
  cleanup();
  desk.show('checklists', <ChecklistsView />);
  expect(await screen.findByText('New since you last ran it')).toBeDefined();
  await desk.user.click(await screen.findByRole('button', { name: 'Start “Put a sheet live”' }));
  const dialog = await screen.findByRole('dialog', { name: 'New in “Put a sheet live”' });
  expect(within(dialog).getByText('The sheet is weighed first')).toBeDefined();
  expect(within(dialog).getByText('Parcels came back')).toBeDefined();
  expect(within(dialog).getByText('Suggested by you')).toBeDefined();
  expect(within(dialog).getByText('Weigh the sheet')).toBeDefined();
  await desk.user.click(within(dialog).getByRole('button', { name: 'I have read it, start' }));
  await waitFor(() => expect(currentRoute().view).toBe('run'));
  const started = await run(currentRoute().params['runId'] ?? '');
  expect(started.versionId).toBe('sheet.v2.token');
  expect(await acknowledgements('sheet')).toMatchObject([{ memberId: ANA, number: 2 }]);
  cleanup();
  desk.show('checklists', <ChecklistsView />);
  await screen.findByText('To go on with');
  expect(screen.queryByText('New since you last ran it')).toBeNull();
});

test('a first run needs no news', async () => {
  await hearsOfVersion2();
  const started = await run(await startRun());
  expect(started.versionId).toBe('sheet.v2.token');
});
