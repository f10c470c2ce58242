import '../../support/window-outlog.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stepGroups } from '#shared/sops/section';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { createSop } from '../../../../renderer/services/sops.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const titles = () => screen.queryAllByLabelText('What to do') as HTMLInputElement[];
const title = (at: number): HTMLInputElement => {
  const field = titles()[at];
  if (!field) throw new Error(`There is no step ${at + 1}`);
  return field;
};

/** The saved outline: a heading and the titles of its steps. */
async function saved(): Promise<readonly unknown[]> {
  const [sop] = (await readPlan()).sops;
  if (!sop) throw new Error('There is no SOP');
  return stepGroups(sop.draftSteps, sop.draftSections).map(({ section, steps }) => [
    section?.title ?? null,
    ...steps.map((step) => step.title),
  ]);
}

async function startWriting() {
  const { sopId } = must(await createSop({ title: 'Settle', outcomeId: '', ownerId: '' }));
  desk.show('sops', <SopsView />, { sopId });
  await screen.findByRole('heading', { level: 1, name: 'Settle' });
  await desk.user.click(title(0));
}

test('an outline is written by keyboard alone: steps, headings, and a step into the section before', async () => {
  await startWriting();
  const { user } = desk;
  await user.keyboard('One{Enter}Two{Shift>}{Enter}{/Shift}After{Enter}Three{Enter}Four');
  await waitFor(async () =>
    expect(await saved()).toEqual([
      [null, 'One', 'Two'],
      ['After', 'Three', 'Four'],
    ]),
  );
  await user.click(title(2));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(async () =>
    expect(await saved()).toEqual([
      [null, 'One', 'Two', 'Three'],
      ['After', 'Four'],
    ]),
  );
  expect(screen.getByText(/Moved to place 3/)).toBeDefined();
  await user.click(screen.getByLabelText('Section'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(async () =>
    expect(await saved()).toEqual([['After', 'Four', 'One', 'Two', 'Three']]),
  );
});

test('everything is taken back and done again, also after it was saved', async () => {
  await startWriting();
  const { user } = desk;
  await user.keyboard('One{Enter}Two');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'Two']]));
  await screen.findByText('All changes saved');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', '']]));
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  await waitFor(async () => expect(await saved()).toEqual([[null, '']]));
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One']]));
  await user.click(screen.getByRole('button', { name: /^Redo: adding/ }));
  await user.click(title(0));
  await user.keyboard('{Control>}y{/Control}');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'Two']]));
  expect(screen.getByRole('button', { name: 'Redo' })).toHaveProperty('disabled', true);
});

test('a section is collapsed, and its heading removed leaves its steps', async () => {
  await startWriting();
  const { user } = desk;
  await user.keyboard('One{Shift>}{Enter}{/Shift}After{Enter}Two');
  await user.click(screen.getByRole('button', { name: 'Collapse section After' }));
  expect(titles().map(({ value }) => value)).toEqual(['One']);
  await user.click(screen.getByRole('button', { name: 'Expand section After' }));
  await user.click(screen.getByRole('button', { name: 'More for section After' }));
  await user.click(
    await screen.findByRole('menuitem', { name: 'Remove the heading, keep its steps' }),
  );
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'Two']]));
});

test('Ctrl+D duplicates a step, and Backspace in an empty one takes it away', async () => {
  await startWriting();
  const { user } = desk;
  await user.keyboard('One{Control>}d{/Control}');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'One']]));
  await user.clear(title(1));
  await user.keyboard('{Backspace}');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One']]));
  await waitFor(() => expect(document.activeElement).toBe(title(0)));
});

test('an SOP begins from a template, and its copy has steps of its own', async () => {
  const { user } = desk;
  desk.show('sops', <SopsView />);
  await user.click((await screen.findAllByRole('button', { name: 'New SOP' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'A template' }));
  await user.click(
    await within(dialog).findByRole('radio', { name: /Reconcile the bank account/ }),
  );
  await user.click(within(dialog).getByRole('button', { name: /Start writing/ }));
  await screen.findByRole('heading', { level: 1, name: 'Reconcile the bank account' });
  await user.click(screen.getAllByRole('button', { name: 'More' })[0] as HTMLElement);
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate this draft' }));
  await screen.findByRole('heading', { level: 1, name: 'Copy of Reconcile the bank account' });
  const { sops } = await readPlan();
  const ids = sops.map((sop) => new Set(sop.draftSteps.map((step) => step.id)));
  expect(sops.map((sop) => sop.draftSteps.length)).toEqual([9, 9]);
  expect([...(ids[0] ?? [])].filter((id) => ids[1]?.has(id))).toEqual([]);
  expect(
    sops[1]?.draftSteps.flatMap((step) => step.rules.flatMap((rule) => rule.tests)),
  ).not.toEqual([]);
  for (const [at, sop] of sops.entries()) {
    for (const step of sop.draftSteps) {
      for (const rule of step.rules) {
        expect(rule.tests.every(({ stepId }) => ids[at]?.has(stepId))).toBe(true);
      }
    }
  }
});

test('the list finds words of steps as one types, marks them, and says where nothing is found', async () => {
  const step = { id: 's1', order: 1, title: 'Weigh the parcel' };
  const { EMPTY_STEP } = await import('#shared/sops/step');
  const outline = {
    steps: [{ ...EMPTY_STEP, ...step, how: 'On the brass scales.' }],
    sections: [],
  };
  must(await createSop({ title: 'Send a parcel', outcomeId: '', ownerId: '', outline }));
  must(await createSop({ title: 'Answer mail', outcomeId: '', ownerId: '' }));
  const { user } = desk;
  desk.show('sops', <SopsView />);
  await user.type(await screen.findByLabelText('Find in SOPs'), 'brass sca');
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  const row = screen.getByRole('row', { name: /Send a parcel/ });
  expect(within(row).getByText('scales').tagName).toBe('MARK');
  expect(within(row).getByText(/step 1:/)).toBeDefined();
  await user.type(screen.getByLabelText('Find in SOPs'), 'qqq');
  await user.click(await screen.findByRole('button', { name: 'Show all SOPs' }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
});

test('a step that is too long is kept and said, and keeps nothing else from being saved', async () => {
  await startWriting();
  const { user } = desk;
  await user.keyboard('One{Enter}Two');
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'Two']]));
  await user.click(screen.getByRole('button', { name: 'Details of step 1' }));
  const how = await screen.findByLabelText('How');
  fireEvent.change(how, { target: { value: 'ä'.repeat(40_000) } });
  fireEvent.change(title(1), { target: { value: 'Two, written on' } });
  expect(await screen.findByText(/too long to be saved/)).toBeDefined();
  await waitFor(async () => expect(await saved()).toEqual([[null, 'One', 'Two, written on']]));
  fireEvent.change(how, { target: { value: 'Short again' } });
  expect(await screen.findByText('All changes saved')).toBeDefined();
  expect((await readPlan()).sops[0]?.draftSteps[0]?.how).toBe('Short again');
});
