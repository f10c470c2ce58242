import '../../support/window-outlog.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fail } from '#shared/result';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { createSop } from '../../../../renderer/services/sops.ts';
import { go } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const theSop = async () => {
  const [sop] = (await readPlan()).sops;
  if (!sop) throw new Error('There is no SOP');
  return sop;
};
const savedSteps = async () => (await theSop()).draftSteps.map((step) => step.title);
const titles = () => screen.getAllByLabelText('What to do') as HTMLInputElement[];

async function startWriting() {
  const { sopId } = must(
    await createSop({ title: 'Upload a product', outcomeId: '', ownerId: '' }),
  );
  desk.show('sops', <SopsView />, { sopId });
  await screen.findByRole('heading', { level: 1, name: 'Upload a product' });
}

async function writeSteps(...names: readonly string[]) {
  const { user } = desk;
  for (const [at, name] of names.entries()) {
    if (at > 0) await user.click(screen.getByRole('button', { name: 'Add step' }));
    await waitFor(() => expect(titles()).toHaveLength(at + 1));
    await user.type(titles()[at] as HTMLElement, name);
  }
  await waitFor(async () => expect(await savedSteps()).toEqual(names));
}

test('a manager names an SOP and is taken to writing it', async () => {
  const { user } = desk;
  desk.show('sops', <SopsView />);
  await user.click((await screen.findAllByRole('button', { name: 'New SOP' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Start writing' }));
  expect(within(dialog).getByText('Give it a title.')).toBeDefined();
  await user.type(within(dialog).getByLabelText('Title'), 'Settle a return{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Settle a return' })).toBeDefined();
  expect((await theSop()).publishedVersion).toBe(0);
});

describe('writing', () => {
  test('saves by itself what is typed, and shows it as the assistant will see it', async () => {
    await startWriting();
    await writeSteps('Check the photos');
    await desk.user.type(screen.getByLabelText('Why'), 'Most returns began there');
    await waitFor(async () =>
      expect((await theSop()).draftSteps[0]?.why).toBe('Most returns began there'),
    );
    expect(await screen.findByText('All changes saved')).toBeDefined();
    expect(
      await within(screen.getByRole('article')).findByText(/Most returns began there/),
    ).toBeDefined();
  });

  test('leaving the editor at once loses nothing', async () => {
    await startWriting();
    await desk.user.type(titles()[0] as HTMLElement, 'Weigh the parcel');
    await desk.user.click(screen.getByRole('button', { name: 'All SOPs' }));
    await waitFor(async () => expect(await savedSteps()).toEqual(['Weigh the parcel']));
  });

  test('what cannot be saved is kept when the editor is left, and is saved when it is opened again', async () => {
    await startWriting();
    const { append } = desk.computer.bridge;
    const sopId = (await theSop()).id;
    Object.assign(desk.computer.bridge, { append: async () => fail('disk-failed', 'later') });
    await desk.user.type(titles()[0] as HTMLElement, 'Weigh the parcel');
    await screen.findByText('Not saved');
    await desk.user.click(screen.getByRole('button', { name: 'All SOPs' }));
    await screen.findByRole('searchbox', { name: 'Find in SOPs' });
    act(() => go('sops', { sopId }));
    await waitFor(() => expect(titles()[0]?.value).toBe('Weigh the parcel'));
    await screen.findByText('Not saved');
    Object.assign(desk.computer.bridge, { append });
    await desk.user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect(await savedSteps()).toEqual(['Weigh the parcel']));
    await screen.findByText('All changes saved');
    await waitFor(() =>
      expect(Object.keys(localStorage).filter((key) => key.includes(`sop/${sopId}`))).toEqual([]),
    );
  });

  test('Alt and an arrow move a step from within any of its fields', async () => {
    await startWriting();
    await writeSteps('One', 'Two', 'Three');
    await desk.user.click(titles()[2] as HTMLElement);
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () => expect(await savedSteps()).toEqual(['One', 'Three', 'Two']));
    const shown = () => titles().map((field) => field.value);
    await waitFor(() => expect(shown()).toEqual(['One', 'Three', 'Two']));
    await waitFor(() => expect(document.activeElement).toBe(titles()[1]));
    await desk.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(shown()).toEqual(['One', 'Two', 'Three']));
    await waitFor(() => expect(document.activeElement).toBe(titles()[2]));
  });

  test('a removed step comes back with undo', async () => {
    await startWriting();
    await writeSteps('One', 'Two');
    await desk.user.click(screen.getByRole('button', { name: 'More for step 1' }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await waitFor(async () => expect(await savedSteps()).toEqual(['Two']));
    await desk.user.click(screen.getByRole('button', { name: 'Undo: removing “One”' }));
    await waitFor(async () => expect(await savedSteps()).toEqual(['One', 'Two']));
  });

  test('limits that cross are said to be wrong where they are entered', async () => {
    await startWriting();
    await writeSteps('Weigh it');
    await desk.user.click(screen.getByRole('combobox', { name: 'Answered by' }));
    await desk.user.click(await screen.findByRole('option', { name: 'A number' }));
    await desk.user.type(await screen.findByLabelText('At least'), '10');
    await desk.user.type(screen.getByLabelText('At most'), '2');
    expect(await screen.findByText('The upper limit is below the lower one.')).toBeDefined();
  });
});
