import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Json } from '#shared/json';
import { textField } from '#shared/sops/translation';
import { memberAudience } from '#shared/stream/change';
import { readPlan, readPlanIn } from '../../../../renderer/data/plan.ts';
import { readRun } from '../../../../renderer/data/runs.ts';
import { ChecklistsView } from '../../../../renderer/features/checklists/checklists-view.tsx';
import { RunView } from '../../../../renderer/features/checklists/run-view.tsx';
import { startSop } from '../../../../renderer/services/start-run.ts';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

const SOP = { id: 'prices', outcomeId: UPLOADS };

const HEAD = { title: 'Check the prices', purpose: 'Nobody pays too little.' };
const onlyIf = (value: string): Json => [
  { effect: 'show', match: 'all', tests: [{ stepId: 'all', kind: 'is', value }] },
];
const STEPS = {
  'section.look': { order: 0.5, title: 'Look' },
  'step.all': {
    order: 1,
    title: 'Are all prices there?',
    how: 'Open the **list**.',
    why: 'To know.',
    kind: 'choice',
    options: ['Yes', 'No'],
  },
  'step.which': { order: 2, title: 'Which?', kind: 'text', required: true, rules: onlyIf('No') },
  'step.page': { order: 3, title: 'Look at the shop', kind: 'tick' },
};
const FILIPINO = {
  [textField('title', HEAD.title)]: 'Suriin ang mga presyo',
  [textField('purpose', HEAD.purpose)]: 'Walang magbabayad ng kulang.',
  [textField('section.look', 'Look')]: 'Tingnan',
  [textField('step.all.title', 'Are all prices there?')]: 'Naroon ba ang lahat ng presyo?',
  [textField('step.all.how', 'Open the **list**.')]: 'Buksan ang **listahan**.',
  [textField('step.all.why', 'To know.')]: 'Para malaman.',
  [textField('step.all.option', 'Yes')]: 'Oo',
  [textField('step.all.option', 'No')]: 'Hindi',
  // Of words that the step does not have any more.
  [textField('step.page.title', 'Look at the page')]: 'Tingnan ang pahina',
};

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
  await desk.hears([
    team('sop', SOP.id, { ...HEAD, outcomeId: UPLOADS, publishedVersion: 1 }),
    team('sopVersion', `${SOP.id}.v1`, { sopId: SOP.id, number: 1, ...HEAD, ...STEPS }),
    team('sopTranslation', `${SOP.id}.fil`, FILIPINO),
    team('sopTranslation', `${SOP.id}.es`, { [textField('title', HEAD.title)]: 'Los precios' }),
  ]);
  readPlanIn('fil');
});
afterEach(async () => {
  readPlanIn(null);
  await desk.leave();
});

async function begin(): Promise<string> {
  const { runId } = must(await startSop(desk.worker, SOP));
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { level: 1, name: 'Suriin ang mga presyo' });
  return runId;
}

const answers = async (runId: string) =>
  (await readRun(memberAudience(ANA), runId))?.answers ?? new Map();

test('a run is read in the language of the program, with its steps, choices, how and why', async () => {
  await begin();
  expect(
    screen.getByRole('heading', { level: 2, name: 'Naroon ba ang lahat ng presyo?' }),
  ).toBeDefined();
  expect((await screen.findByText('listahan')).tagName).toBe('STRONG');
  expect(screen.getByText('Para malaman.', { exact: false })).toBeDefined();
  expect(screen.getByRole('radio', { name: /^Oo/ })).toBeDefined();
  const steps = within(screen.getByRole('navigation', { name: 'Steps' }));
  expect(steps.getByText('Tingnan')).toBeDefined();
  // What changed since it was translated, and what never was, is read in the original.
  expect(steps.getByRole('button', { name: /Look at the shop/ })).toBeDefined();
});

test('what is chosen is stored in the words of the version, and conditions go by these', async () => {
  const runId = await begin();
  await desk.user.keyboard('2');
  expect(await screen.findByText(/“Which\?” is asked now, too/)).toBeDefined();
  await waitFor(async () => expect((await answers(runId)).get('all')?.value).toBe('No'));
  expect(screen.getByRole('radio', { name: /^Hindi/ })).toHaveProperty('checked', true);
  await desk.user.click(screen.getByRole('radio', { name: /^Oo/ }));
  await waitFor(async () => expect((await answers(runId)).get('all')?.value).toBe('Yes'));
});

test('the original is one press away, and one back', async () => {
  await begin();
  await desk.user.click(screen.getByRole('button', { name: 'Show the original' }));
  expect(screen.getByRole('heading', { level: 1, name: 'Check the prices' })).toBeDefined();
  expect(screen.getByRole('heading', { level: 2, name: 'Are all prices there?' })).toBeDefined();
  expect(screen.getByRole('radio', { name: /^Yes/ })).toBeDefined();
  await desk.user.click(screen.getByRole('button', { name: 'Show the translation' }));
  expect(screen.getByRole('radio', { name: /^Oo/ })).toBeDefined();
});

test('lists of checklists, and the record of a run, say it in the language, too', async () => {
  const runId = await begin();
  await desk.user.keyboard('1{Enter}');
  await screen.findByRole('heading', { level: 2, name: 'Look at the shop' });
  await waitFor(async () => expect((await answers(runId)).get('all')?.value).toBe('Yes'));
  cleanup();
  desk.show('checklists', <ChecklistsView />);
  expect(await screen.findAllByText('Suriin ang mga presyo')).toHaveLength(2);
  expect(screen.getByText('Walang magbabayad ng kulang.')).toBeDefined();
  cleanup();
  must(
    await desk.computer.bridge.append({
      workspace: desk.workspace.id,
      memberId: ANA,
      edits: [
        {
          audience: memberAudience(ANA),
          type: 'run',
          id: runId,
          fields: { abandonedAtMs: Date.parse('2026-11-18T07:05:00Z'), abandonReason: 'Late' },
        },
      ],
    }),
  );
  await desk.reopen();
  readPlanIn('fil');
  desk.show('run', <RunView />, { runId });
  expect(await screen.findByText('Naroon ba ang lahat ng presyo?')).toBeDefined();
  expect(screen.getByText('Oo')).toBeDefined();
});

test('what is new in a version is told in the language, too', async () => {
  await begin();
  cleanup();
  const how = 'Open the **new** list.';
  await desk.hears([
    team('sop', SOP.id, { publishedVersion: 2 }),
    team('sopVersion', `${SOP.id}.v2`, {
      sopId: SOP.id,
      number: 2,
      ...HEAD,
      ...STEPS,
      'step.all': { ...STEPS['step.all'], how },
    }),
    team('sopTranslation', `${SOP.id}.fil`, {
      [textField('step.all.how', how)]: 'Buksan ang **bagong** listahan.',
    }),
  ]);
  desk.show('checklists', <ChecklistsView />);
  await desk.user.click(
    await screen.findByRole('button', { name: 'Read what is new in “Suriin ang mga presyo”' }),
  );
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/bagong/)).toHaveProperty('tagName', 'INS');
  expect(dialog.getByText(/Naroon ba ang lahat ng presyo/)).toBeDefined();
});

test('what can be begun is called as the version in force is, whatever its draft says by now', async () => {
  await desk.hears([team('sop', SOP.id, { title: 'Check all prices' })]);
  desk.show('checklists', <ChecklistsView />);
  expect(await screen.findByText('Suriin ang mga presyo')).toBeDefined();
});

test('in another language, and in none, each is read as far as it is said', async () => {
  readPlanIn('es');
  expect((await readPlan()).sopById.get(SOP.id)).toMatchObject({
    title: 'Los precios',
    purpose: HEAD.purpose,
  });
  readPlanIn(null);
  expect((await readPlan()).sopById.get(SOP.id)?.title).toBe('Check the prices');
  const { runId } = must(await startSop(desk.worker, SOP));
  desk.show('run', <RunView />, { runId });
  await screen.findByRole('heading', { level: 1, name: 'Check the prices' });
  expect(screen.queryByRole('button', { name: 'Show the original' })).toBeNull();
});

test('an assistant translates nothing for the team', async () => {
  const { workspace, computer } = desk;
  const fields = { [textField('title', HEAD.title)]: 'Iba pa' };
  const written = await computer.bridge.append({
    workspace: workspace.id,
    memberId: ANA,
    edits: [team('sopTranslation', `${SOP.id}.fil`, fields)],
  });
  expect(written).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});
