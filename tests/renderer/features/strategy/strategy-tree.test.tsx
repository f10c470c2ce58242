import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { backInTree, edit, goTo, row, showStrategy } from './strategy-on-screen.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

describe('the tree by the keyboard alone', () => {
  test('N adds below with name and why, Enter renames, Delete takes away and Ctrl+Z brings back', async () => {
    await showStrategy(desk);
    await goTo(desk.user, /Fast answers/);
    await desk.user.keyboard('n');
    await desk.user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Give it a name.');
    await desk.user.keyboard('Half as many returns{Tab}Each costs postage{Enter}');
    await screen.findByRole('row', { name: /Half as many returns/, selected: true });
    await waitFor(async () =>
      expect(
        (await readPlan()).keyResults.find(({ name }) => name === 'Half as many returns'),
      ).toMatchObject({ objectiveId: 'ob', why: 'Each costs postage', status: 'active' }),
    );

    await backInTree();
    await desk.user.keyboard('{Enter}');
    await screen.findByRole('textbox', { name: /^Name of Half as many/ });
    await desk.user.keyboard('A third fewer returns{Enter}');
    await backInTree();
    expect(await row(/A third fewer returns/)).toBeDefined();

    await desk.user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('row', { name: /A third fewer/ })).toBeNull());
    must(await undoLast());
    expect(await row(/A third fewer returns/)).toBeDefined();
  });

  test('Escape leaves a name as it was; a rename is one step to undo', async () => {
    await showStrategy(desk);
    await goTo(desk.user, /Fast answers/);
    await desk.user.keyboard('{Enter}');
    await desk.user.keyboard('Something else{Escape}');
    await backInTree();
    await desk.user.keyboard('{Enter}Quick answers{Enter}');
    await backInTree();
    const names = async () => (await readPlan()).objectives.map(({ name }) => name);
    await waitFor(async () => expect(await names()).toEqual(['Quick answers']));
    must(await undoLast());
    expect(await names()).toEqual(['Fast answers']);
  });

  test('arrows close and open a branch, and lead to its parent', async () => {
    await showStrategy(desk);
    await goTo(desk.user, /Rated 4\.6/);
    await desk.user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('row', { name: /Inquiries/ })).toBeNull();
    await desk.user.keyboard('{ArrowRight}');
    expect(await row(/Inquiries/)).toBeDefined();
    await desk.user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Fast answers');
  });

  test('Alt with an arrow moves a line past its neighbour and over to the next parent', async () => {
    await showStrategy(desk, [
      edit('objective', 'ob2', { name: 'Right pictures', priorityId: 'p', order: 0 }),
    ]);
    await goTo(desk.user, /Rated 4\.6/);
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('k')?.objectiveId).toBe('ob2'),
    );
    await waitFor(() =>
      expect(screen.getByRole('row', { selected: true }).textContent).toContain('Rated 4.6'),
    );
  });

  test('a branch is deleted only after asking, and its outcomes stay', async () => {
    await showStrategy(desk);
    await goTo(desk.user, /Half come back/);
    await desk.user.keyboard('{Delete}');
    const dialog = await screen.findByRole('dialog', { name: 'Delete “Half come back”?' });
    expect(dialog.textContent).toContain('3 more');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('Say what the work is for')).toBeDefined();
    const plan = await readPlan();
    expect([plan.priorities, plan.objectives, plan.keyResults]).toEqual([[], [], []]);
    expect(plan.outcomeById.get('o')?.keyResultId).toBe('');
  });
});
