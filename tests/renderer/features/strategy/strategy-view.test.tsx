import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { StrategyView } from '../../../../renderer/features/strategy/strategy-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { edit, finished, goTo, row, showStrategy } from './strategy-on-screen.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

describe('an empty strategy', () => {
  test('teaches the levels and shows an example before it adds anything', async () => {
    desk.show('strategy', <StrategyView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Start with an example…' }));
    const dialog = await screen.findByRole('dialog', { name: 'An example to change' });
    const lines = within(dialog).getAllByRole('listitem').length;
    expect((await readPlan()).goals).toEqual([]);
    await desk.user.click(within(dialog).getByRole('button', { name: `Add these ${lines} lines` }));
    expect(await screen.findByRole('treegrid')).toBeDefined();
    const plan = await readPlan();
    const added = [plan.goals, plan.priorities, plan.objectives, plan.keyResults];
    expect(added.reduce((sum, level) => sum + level.length, 0)).toBe(lines);
    must(await undoLast());
    expect(await screen.findByText('Say what the work is for')).toBeDefined();
  });

  test('a first goal needs a name', async () => {
    desk.show('strategy', <StrategyView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Add goal' }));
    expect(await screen.findByText('Give it a name.')).toBeDefined();
    await desk.user.type(screen.getByLabelText('Your first goal'), 'Half come back{Enter}');
    await screen.findByRole('row', { name: /Half come back/, selected: true });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('treegrid')));
  });
});

describe('what does not hang together', () => {
  test('is counted above the tree; an outcome opens the entries behind it', async () => {
    await showStrategy(desk, [edit('outcome', 'x', { name: 'Errands', unit: 'errands' })]);
    must(await save([finished(desk, 'a', 'o', 1), finished(desk, 'b', 'x', 1)]));
    const share = await screen.findByRole('button', { name: /Work for no key result.*50%/ });
    await desk.user.click(share);
    const table = await screen.findByRole('grid', { name: 'Outcome' });
    await desk.user.click(within(table).getByRole('row', { name: /Errands/ }));
    expect(currentRoute()).toEqual({
      view: 'entries',
      params: { outcomeId: 'x', from: '2026-10-01', to: '2026-12-31', stage: 'completed' },
    });
  });

  test('what belongs to nothing is kept under a heading of its own, and can be placed', async () => {
    await showStrategy(desk, [
      edit('keyResult', 'lost', { name: 'Lost result', objectiveId: 'gone' }),
      edit('priority', 'when', { name: 'Some day', goalId: 'g', quarter: 'later' }),
    ]);
    expect(await row(/Not placed \(2\)/)).toBeDefined();
    await goTo(desk.user, /Lost result/);
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('lost')?.objectiveId).toBe('ob'),
    );
    expect(await row(/Not placed \(1\)/)).toBeDefined();
  });
});

test('a record that is asked for brings its quarter and is in hand', async () => {
  await showStrategy(
    desk,
    [edit('priority', 'old', { name: 'Open a desk', goalId: 'g', quarter: '2026-Q2' })],
    { item: 'old' },
  );
  await waitFor(() =>
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Open a desk'),
  );
  expect(currentRoute().params).toEqual({ quarter: '2026-Q2' });
});
