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

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const edit = (type: string, id: string, fields: Record<string, string | number | boolean>) => ({
  audience: 'team' as const,
  type,
  id,
  fields,
});

/** A goal, this quarter's priority, an objective and a key result by hand that one outcome serves. */
async function withStrategy(
  more: ReturnType<typeof edit>[] = [],
  params: Readonly<Record<string, string>> = {},
): Promise<void> {
  must(
    await save([
      edit('goal', 'g', { name: 'Half come back', why: 'They cost least', ownerId: desk.memberId }),
      edit('priority', 'p', { name: 'Keep buyers', goalId: 'g', quarter: '2026-Q4' }),
      edit('objective', 'ob', { name: 'Fast answers', priorityId: 'p', team: 'Support' }),
      edit('keyResult', 'k', {
        name: 'Rated 4.6',
        objectiveId: 'ob',
        unit: 'of 5',
        start: 4.1,
        target: 4.6,
      }),
      edit('outcome', 'o', {
        name: 'Inquiries',
        statement: 'All answered',
        unit: 'answers',
        keyResultId: 'k',
        ownerId: desk.memberId,
      }),
      ...more,
    ]),
  );
  desk.show('strategy', <StrategyView />, params);
}

const row = async (name: RegExp) => await screen.findByRole('row', { name });
const panel = async () => await screen.findByRole('complementary', { name: /^Details of/ });

/** Goes down the tree by the keyboard to the line of a name. */
async function goTo(name: RegExp): Promise<void> {
  (await screen.findByRole('treegrid')).focus();
  await desk.user.keyboard('{Home}');
  for (let steps = 0; steps < 20; steps += 1) {
    const selected = screen.queryByRole('row', { selected: true });
    if (name.test(selected?.textContent ?? '')) return;
    await desk.user.keyboard('{ArrowDown}');
  }
  throw new Error(`No line ${String(name)}`);
}

/** What was edited is saved, and the tree has the keys again. */
const backInTree = async () =>
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('treegrid'));

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
    expect(await row(/Half come back/)).toBeDefined();
  });
});

describe('the tree by the keyboard alone', () => {
  test('N adds below with name and why, Enter renames, Delete takes away and Ctrl+Z brings back', async () => {
    await withStrategy();
    await goTo(/Fast answers/);
    await desk.user.keyboard('n');
    await desk.user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('Give it a name.');
    await desk.user.keyboard('Half as many returns{Tab}Each costs postage{Enter}');
    await screen.findByRole('row', { name: /Half as many returns/, selected: true });
    const added = (await readPlan()).keyResults.find(({ name }) => name === 'Half as many returns');
    expect(added).toMatchObject({ objectiveId: 'ob', why: 'Each costs postage', status: 'active' });

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

  test('arrows close and open a branch, and lead to its parent', async () => {
    await withStrategy();
    await goTo(/Rated 4\.6/);
    await desk.user.keyboard('{ArrowLeft}');
    expect(screen.queryByRole('row', { name: /Inquiries/ })).toBeNull();
    await desk.user.keyboard('{ArrowRight}');
    expect(await row(/Inquiries/)).toBeDefined();
    await desk.user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Fast answers');
  });

  test('Alt with an arrow moves a line past its neighbour and over to the next parent', async () => {
    await withStrategy([
      edit('objective', 'ob2', { name: 'Right pictures', priorityId: 'p', order: 0 }),
    ]);
    await goTo(/Rated 4\.6/);
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('k')?.objectiveId).toBe('ob2'),
    );
    await waitFor(() =>
      expect(screen.getByRole('row', { selected: true }).textContent).toContain('Rated 4.6'),
    );
  });

  test('a branch is deleted only after asking, and its outcomes stay', async () => {
    await withStrategy();
    await goTo(/Half come back/);
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

describe('the line in hand', () => {
  test('a value told today moves the progress of everything above', async () => {
    await withStrategy();
    expect((await row(/Rated 4\.6/)).textContent).toContain('Not measured yet');
    await goTo(/Rated 4\.6/);
    const fields = within(await panel());
    await desk.user.type(fields.getByLabelText('Value today'), '4.35');
    await desk.user.click(fields.getByRole('button', { name: 'Check in' }));
    for (const name of [/Rated 4\.6/, /Fast answers/, /Keep buyers/, /Half come back/]) {
      await waitFor(async () => expect((await row(name)).textContent).toContain('50%'));
    }
    expect((await readPlan()).keyResultById.get('k')?.readings[0]).toMatchObject({
      day: '2026-11-18',
      value: 4.35,
      byId: desk.memberId,
    });
  });

  test('finished work moves a key result that is read from the log', async () => {
    await withStrategy([
      edit('keyResult', 'k2', {
        name: '40 inquiries answered',
        objectiveId: 'ob',
        source: 'measure',
        measure: 'quantity',
        target: 40,
      }),
      edit('outcome', 'o2', { name: 'Chats', unit: 'chats', keyResultId: 'k2' }),
    ]);
    await row(/40 inquiries answered/);
    const deliverable = {
      memberId: desk.memberId,
      outcomeId: 'o2',
      quantity: 10,
      completedAtMs: Date.parse('2026-11-18T09:00:00Z'),
      day: '2026-11-18',
    };
    must(
      await save([
        {
          audience: `m-${desk.memberId}`,
          type: 'deliverable',
          id: '202611-a',
          fields: deliverable,
        },
      ]),
    );
    await waitFor(async () =>
      expect((await row(/40 inquiries answered/)).textContent).toContain('25%'),
    );
    expect((await row(/Fast answers/)).textContent).toContain('1 of 2 measured');
  });

  test('a target that is the start, and an end before the start, are refused where they are typed', async () => {
    await withStrategy();
    await goTo(/Rated 4\.6/);
    const fields = within(await panel());
    const target = fields.getByLabelText('Target');
    await desk.user.clear(target);
    await desk.user.type(target, '4.1');
    expect(await fields.findByText(/there is no way to go/)).toBeDefined();
    await desk.user.tab();
    const from = fields.getByLabelText('From');
    await desk.user.type(from, '2026-12-01');
    await desk.user.tab();
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('k')?.startsOn).toBe('2026-12-01'),
    );
    await desk.user.type(fields.getByLabelText('Until'), '2026-11-01');
    await desk.user.tab();
    expect(await fields.findByText('This is before it starts.')).toBeDefined();
    expect((await readPlan()).keyResultById.get('k')).toMatchObject({ target: 4.6, endsOn: '' });
  });

  test('an outcome is found and serves the key result', async () => {
    await withStrategy([edit('outcome', 'o2', { name: 'Chats', unit: 'chats' })]);
    await goTo(/Rated 4\.6/);
    await desk.user.keyboard('n');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    await desk.user.keyboard('Chat');
    await desk.user.click(await screen.findByRole('option', { name: /Chats/ }));
    await waitFor(async () =>
      expect((await readPlan()).outcomeById.get('o2')?.keyResultId).toBe('k'),
    );
  });
});

describe('what does not hang together', () => {
  test('is counted above the tree; an outcome opens the entries behind it', async () => {
    await withStrategy([edit('outcome', 'x', { name: 'Errands', unit: 'errands' })]);
    const done = (id: string, outcomeId: string) => ({
      audience: `m-${desk.memberId}` as const,
      type: 'deliverable',
      id,
      fields: {
        memberId: desk.memberId,
        outcomeId,
        quantity: 1,
        completedAtMs: Date.parse('2026-11-18T09:00:00Z'),
        day: '2026-11-18',
      },
    });
    must(await save([done('202611-a', 'o'), done('202611-b', 'x')]));
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
    await withStrategy([
      edit('keyResult', 'lost', { name: 'Lost result', objectiveId: 'gone' }),
      edit('priority', 'when', { name: 'Some day', goalId: 'g', quarter: 'later' }),
    ]);
    expect(await row(/Not placed \(2\)/)).toBeDefined();
    await goTo(/Lost result/);
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () =>
      expect((await readPlan()).keyResultById.get('lost')?.objectiveId).toBe('ob'),
    );
    expect(await row(/Not placed \(1\)/)).toBeDefined();
  });
});

describe('the end of a quarter', () => {
  test('carries over and closes in one step; both quarters stand side by side', async () => {
    await withStrategy([
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
    await withStrategy([
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

test('a record that is asked for brings its quarter and is in hand', async () => {
  await withStrategy(
    [edit('priority', 'old', { name: 'Open a desk', goalId: 'g', quarter: '2026-Q2' })],
    { item: 'old' },
  );
  await waitFor(() =>
    expect(screen.getByRole('row', { selected: true }).textContent).toContain('Open a desk'),
  );
  expect(currentRoute().params).toEqual({ quarter: '2026-Q2' });
});

test('a circle of what was carried from what does not stop the comparison', async () => {
  await withStrategy([
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
