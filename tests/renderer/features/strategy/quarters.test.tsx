import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { edit, row, showStrategy } from './strategy-on-screen.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

describe('the end of a quarter', () => {
  test('carries over and closes in one step; both quarters stand side by side', async () => {
    await showStrategy(desk, [
      edit('priority', 'p2', { name: 'Own shop', goalId: 'g', quarter: '2026-Q4' }),
    ]);
    await desk.user.click(await screen.findByRole('button', { name: 'Turn the quarter…' }));
    const dialog = await screen.findByRole('dialog', { name: 'From Q4 2026 to Q1 2027' });
    const own = within(dialog).getByRole('radiogroup', { name: 'What becomes of Own shop' });
    await desk.user.click(within(own).getByRole('radio', { name: 'Drop' }));
    await desk.user.type(within(dialog).getByLabelText('What came of it'), 'Fees eat the margin');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Turn to Q1 2027' }));

    expect(await screen.findByText('Q1 2027')).toBeDefined();
    expect(await row(/Keep buyers/)).toBeDefined();
    expect(screen.queryByRole('row', { name: /Own shop/ })).toBeNull();
    const plan = await readPlan();
    expect(plan.priorityById.get('p2')).toMatchObject({
      status: 'dropped',
      closingNote: 'Fees eat the margin',
    });
    const carried = plan.priorities.find(({ carriedFromId }) => carriedFromId === 'p');
    expect(carried?.quarter).toBe('2027-Q1');

    await desk.user.click(screen.getByRole('radio', { name: 'Compare quarters' }));
    const pair = await screen.findByRole('row', { name: /Keep buyers.*Keep buyers/ });
    expect(within(pair).getByText('Carried over')).toBeDefined();
    const dropped = screen.getByRole('row', { name: /Own shop/ });
    expect(dropped.textContent).toContain('Dropped');
    expect(dropped.textContent).toContain('Fees eat the margin');

    must(await undoLast());
    await waitFor(async () => expect((await readPlan()).priorities).toHaveLength(2));
  });

  test('a priority that went on already is not offered again', async () => {
    await showStrategy(desk, [
      edit('priority', 'next', {
        name: 'Keep buyers',
        goalId: 'g',
        quarter: '2027-Q1',
        carriedFromId: 'p',
      }),
    ]);
    await desk.user.click(await screen.findByRole('button', { name: 'Turn the quarter…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('1 priority has been carried over already.');
    const turn = within(dialog).getByRole('button', { name: 'Turn to Q1 2027' });
    expect(turn.hasAttribute('disabled')).toBe(true);
  });
});

test('a circle of what was carried from what does not stop the comparison', async () => {
  await showStrategy(desk, [
    edit('priority', 'p', { carriedFromId: 'p0' }),
    edit('priority', 'p0', {
      name: 'Round and round',
      goalId: 'g',
      quarter: '2026-Q2',
      carriedFromId: 'p',
    }),
  ]);
  await desk.user.click(await screen.findByRole('radio', { name: 'Compare quarters' }));
  expect(await screen.findByRole('row', { name: /Keep buyers/ })).toBeDefined();
});
