import { useBridge } from '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail } from '#shared/result';
import { textField } from '#shared/sops/translation';
import { translationsOfSop } from '../../../../renderer/data/sop-translations.ts';
import { SopsView } from '../../../../renderer/features/sops/sops-view.tsx';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

const HEAD = { title: 'Check the prices', purpose: '' };
const STEPS = {
  'section.look': { order: 0.5, title: 'Look' },
  'step.all': { order: 1, title: 'All there?', kind: 'choice', options: ['Yes', 'No'] },
  'step.page': { order: 2, title: 'Look at the shop', how: 'Below **$50** at once.' },
};

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  must(
    await save([
      planEdit('sop', 'prices', { ...HEAD, ...STEPS, publishedVersion: 1 }),
      planEdit('sopVersion', 'prices.v1', { sopId: 'prices', number: 1, ...HEAD, ...STEPS }),
    ]),
  );
});
afterEach(async () => {
  await desk.leave();
});

const show = () => desk.show('sops', <SopsView />, { sopId: 'prices', side: 'translations' });
const said = async (language: 'fil' | 'es') =>
  (await translationsOfSop('prices')).get(language)?.fields ?? {};
const lineOf = (language: string) =>
  within(screen.getByText(language).closest('li') ?? document.body);
const open = async (language: string) => {
  await desk.user.click(
    await screen.findByRole(
      'button',
      { name: new RegExp(`^(Translate into|Go on in) ${language}$`) },
      { timeout: 10_000 },
    ),
  );
  return within(await screen.findByRole('dialog'));
};

test('every text stands beside its translation, which is saved as it is typed', async () => {
  show();
  const dialog = await open('Filipino');
  expect(dialog.getByText('Below **$50** at once.')).toBeDefined();
  await desk.user.type(dialog.getByRole('textbox', { name: 'The SOP: Title' }), 'Ang presyo');
  const yes = textField('step.all.option', 'Yes');
  await desk.user.type(dialog.getByRole('textbox', { name: 'Step 1: Choice: Yes' }), 'Oo');
  await waitFor(async () =>
    expect(await said('fil')).toEqual({
      [textField('title', HEAD.title)]: 'Ang presyo',
      [yes]: 'Oo',
    }),
  );
  expect(await dialog.findByText('2 of 7 texts')).toBeDefined();
  await desk.user.click(dialog.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(lineOf('Filipino').getByText('2 of 7 texts')).toBeDefined();
  expect(lineOf('Español').getByText('Not translated')).toBeDefined();
});

test('what is typed last is saved by closing at once', async () => {
  show();
  const dialog = await open('Español');
  await desk.user.type(dialog.getByRole('textbox', { name: 'The SOP: Title' }), 'Precios');
  await desk.user.click(dialog.getByRole('button', { name: 'Done' }));
  await waitFor(async () =>
    expect(await said('es')).toEqual({ [textField('title', HEAD.title)]: 'Precios' }),
  );
});

test('what has changed since says so, with what it was, and counts again once it is kept', async () => {
  const before = 'Below **$80** at once.';
  must(
    await save([
      planEdit('sopVersion', 'prices.v1.0', {
        sopId: 'prices',
        number: 0.5,
        ...HEAD,
        'step.page': { order: 2, title: 'Look at the shop', how: before },
      }),
      planEdit('sopTranslation', 'prices.es', {
        [textField('step.page.how', before)]: 'Menos de **$80**, enseguida.',
      }),
    ]),
  );
  show();
  await screen.findByText('1 changed since', undefined, { timeout: 10_000 });
  const dialog = await open('Español');
  expect(dialog.getByText(/has changed since this was translated/)).toBeDefined();
  expect(dialog.getByText('80').tagName).toBe('DEL');
  const how = dialog.getByRole('textbox', { name: 'Step 2: How' });
  expect(how).toHaveProperty('value', 'Menos de **$80**, enseguida.');
  await desk.user.click(dialog.getByRole('button', { name: 'Keep it as it is' }));
  expect(await dialog.findByText('1 of 7 texts')).toBeDefined();
  expect(dialog.queryByText(/has changed since/)).toBeNull();
  expect(await said('es')).toMatchObject({
    [textField('step.page.how', 'Below **$50** at once.')]: 'Menos de **$80**, enseguida.',
  });
});

test('a picture that the translation leaves out is missed', async () => {
  const how = `Look: ![Shelf](evidence:${'a'.repeat(64)})`;
  must(
    await save([
      planEdit('sopVersion', 'prices.v2', {
        sopId: 'prices',
        number: 2,
        ...HEAD,
        'step.page': { order: 2, title: 'Look at the shop', how },
      }),
    ]),
  );
  show();
  const dialog = await open('Filipino');
  await desk.user.type(dialog.getByRole('textbox', { name: 'Step 1: How' }), 'Tingnan.');
  expect(dialog.getByText('1 picture of the original is missing here.')).toBeDefined();
  await desk.user.clear(dialog.getByRole('textbox', { name: 'Step 1: How' }));
  await desk.user.click(dialog.getByRole('button', { name: 'Begin with the original' }));
  expect(dialog.getByRole('textbox', { name: 'Step 1: How' })).toHaveProperty('value', how);
  expect(dialog.queryByText(/is missing here/)).toBeNull();
});

test('F7 goes to the next that is to be translated, round and round', async () => {
  must(
    await save([
      planEdit('sopTranslation', 'prices.es', {
        [textField('section.look', 'Look')]: 'Mirar',
        [textField('step.all.title', 'All there?')]: '¿Están todos?',
      }),
    ]),
  );
  show();
  await screen.findByText('2 of 7 texts', undefined, { timeout: 10_000 });
  const dialog = await open('Español');
  const title = dialog.getByRole('textbox', { name: 'The SOP: Title' });
  const yes = dialog.getByRole('textbox', { name: 'Step 1: Choice: Yes' });
  title.focus();
  await desk.user.keyboard('{F7}');
  expect(document.activeElement).toBe(yes);
  await desk.user.keyboard('{Shift>}{F7}{/Shift}{Shift>}{F7}{/Shift}');
  expect(document.activeElement).toBe(dialog.getByRole('textbox', { name: 'Step 2: How' }));
});

test('a draft that says something else can be translated before it is published', async () => {
  must(await save([planEdit('sop', 'prices', { 'section.look': { order: 0.5, title: 'See' } })]));
  show();
  await desk.user.click(await screen.findByRole('radio', { name: 'Draft' }, { timeout: 10_000 }));
  const dialog = await open('Filipino');
  await desk.user.type(dialog.getByRole('textbox', { name: 'Section 1: Name' }), 'Tingnan');
  await waitFor(async () =>
    expect(await said('fil')).toEqual({ [textField('section.look', 'See')]: 'Tingnan' }),
  );
});

test('what cannot be saved is said, kept, and saved at the next try', async () => {
  show();
  const dialog = await open('Filipino');
  useBridge({ ...desk.computer.bridge, append: async () => fail('disk-full', 'after-fix') });
  await desk.user.type(dialog.getByRole('textbox', { name: 'The SOP: Title' }), 'Presyo');
  const again = await dialog.findByRole('button', { name: 'Try again' }, { timeout: 5_000 });
  await desk.user.click(dialog.getByRole('button', { name: 'Done' }));
  expect(screen.getByRole('dialog')).toBeDefined();
  useBridge(desk.computer.bridge);
  await desk.user.click(again);
  await waitFor(async () =>
    expect(await said('fil')).toEqual({ [textField('title', HEAD.title)]: 'Presyo' }),
  );
});
