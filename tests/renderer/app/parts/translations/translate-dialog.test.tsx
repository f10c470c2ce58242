import '../../../support/window-outlog.ts';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must, openManager } from '../../../support/open-manager.tsx';
import type { ManagerDesk } from '../../../support/open-manager.tsx';
import { TranslateDialog } from '../../../../../renderer/app/parts/translations/translate-dialog.tsx';
import { readPlan, readPlanIn } from '../../../../../renderer/data/plan.ts';
import { planEdit } from '../../../../../renderer/services/plan.ts';
import { save } from '../../../../../renderer/services/save.ts';
import { undoLast } from '../../../../../renderer/services/undo.ts';

const OUTCOME = { type: 'outcome', id: 'uploads', name: 'Product uploads' } as const;

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  const fields = { name: OUTCOME.name, statement: 'Every product is live', why: 'It sells' };
  must(await save([planEdit('outcome', OUTCOME.id, fields)]));
});
afterEach(async () => {
  readPlanIn(null);
  await desk.leave();
});

const show = () =>
  desk.show('outcomes', <TranslateDialog item={OUTCOME} onClose={() => undefined} />);
const named = async () => (await readPlan()).outcomeById.get(OUTCOME.id);

async function choose(language: string): Promise<void> {
  await desk.user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await desk.user.click(await screen.findByRole('option', { name: language }));
}

test('what a manager says in a language is what its readers read, and the plan keeps its own words', async () => {
  show();
  await choose('Español');
  await desk.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Cargas de productos');
  await desk.user.click(screen.getByRole('button', { name: /Save the translation/ }));
  readPlanIn('es');
  await waitFor(async () =>
    expect(await named()).toMatchObject({ name: 'Cargas de productos', why: 'It sells' }),
  );
  readPlanIn('hi');
  expect(await named()).toMatchObject({ name: 'Product uploads' });
  must(await undoLast());
  readPlanIn('es');
  expect(await named()).toMatchObject({ name: 'Product uploads' });
});

test('it says what is translated, and what has changed since', async () => {
  must(await save([planEdit('outcome', OUTCOME.id, { 'name.es': 'Cargas', 'why.es': 'Vende' })]));
  must(await save([planEdit('outcome', OUTCOME.id, { why: 'It sells the same day' })]));
  show();
  expect(
    await screen.findByText(/have changed since this was translated: “It sells the same day”/),
  ).toBeDefined();
  expect(await screen.findByRole('combobox', { name: 'Language' })).toHaveProperty(
    'textContent',
    'Español: 2 of 3',
  );
});
