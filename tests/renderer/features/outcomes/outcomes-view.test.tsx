import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { OutcomesView } from '../../../../renderer/features/outcomes/outcomes-view.tsx';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const dialog = async () => await screen.findByRole('dialog');
const field = (name: RegExp | string) => screen.getByLabelText(name);

async function fillIn({ target = '40' } = {}) {
  const { user } = desk;
  await user.click(
    (await screen.findAllByRole('button', { name: 'Add outcome' }))[0] as HTMLElement,
  );
  await dialog();
  const enter = async (name: string, text: string) => {
    await user.click(field(name));
    await user.paste(text);
  };
  await enter('The result, in one sentence', 'Every new product is live within a day');
  await enter('Short name', 'Product uploads');
  await enter('One unit is called', 'listings');
  await enter('Target for each person', target);
  await user.click(screen.getByRole('checkbox', { name: 'Mara' }));
}

const submit = async () =>
  await desk.user.click(within(await dialog()).getByRole('button', { name: 'Add outcome' }));

describe('a manager writes down a result', () => {
  test('and finds it in the list with its target; Ctrl+Z takes it back', async () => {
    desk.show('outcomes', <OutcomesView />);
    expect(await screen.findByText('No outcome yet')).toBeDefined();
    await fillIn();
    await submit();
    const row = await screen.findByRole('row', { name: /Product uploads/ });
    expect(row.textContent).toContain('40 listings a day');
    expect(row.textContent).toContain('Mara');
    const [outcome] = (await readPlan()).outcomes;
    expect(outcome?.startsOn).toBe('2026-11-18');
    await undoLast();
    expect(await screen.findByText('No outcome yet')).toBeDefined();
  });

  test('a target of zero is refused at its field, and nothing is saved', async () => {
    desk.show('outcomes', <OutcomesView />);
    await fillIn({ target: '0' });
    await submit();
    expect(await screen.findByText(/A target must be more than zero/)).toBeDefined();
    expect((await readPlan()).outcomes).toEqual([]);
  });

  test('an activity is gently steered to a result, and may be saved all the same', async () => {
    desk.show('outcomes', <OutcomesView />);
    await desk.user.click(
      (await screen.findAllByRole('button', { name: 'Add outcome' }))[0] as HTMLElement,
    );
    await dialog();
    await desk.user.type(field('The result, in one sentence'), 'Manage the inbox');
    expect(screen.getByText('This reads like an activity.')).toBeDefined();
  });

  test('a template fills in words and figures', async () => {
    desk.show('outcomes', <OutcomesView />);
    await desk.user.click(
      (await screen.findAllByRole('button', { name: 'Add outcome' }))[0] as HTMLElement,
    );
    await dialog();
    await desk.user.click(screen.getByRole('button', { name: 'Bookkeeping' }));
    expect(field('Short name')).toHaveProperty('value', 'Invoices booked');
    await waitFor(() => expect(field('Target for each person')).toHaveProperty('value', '30'));
  });

  test('what nobody owns is shown before anything else', async () => {
    desk.show('outcomes', <OutcomesView />);
    await fillIn();
    await submit();
    expect(await screen.findByText('1 outcome has no owner')).toBeDefined();
  });
});

test('archiving asks for nothing more and keeps the outcome within reach', async () => {
  const { user } = desk;
  desk.show('outcomes', <OutcomesView />);
  await fillIn();
  await submit();
  await user.click(await screen.findByRole('button', { name: 'More for Product uploads' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Show archived' }));
  expect((await screen.findByRole('row', { name: /Product uploads/ })).textContent).toContain(
    'archived',
  );
});
