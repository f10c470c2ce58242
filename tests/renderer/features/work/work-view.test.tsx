import '../../support/window-outlog.ts';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { savedViews } from '../../../../renderer/data/saved-views.ts';
import { EntryDialogs } from '../../../../renderer/features/log/entry-dialogs.tsx';
import { WorkView } from '../../../../renderer/features/work/work-view.tsx';
import { blockWork, requestWork } from '../../../../renderer/services/deliverables.ts';
import { setWorkView } from '../../../../renderer/state/work-view.ts';
import { hasOpenDialog } from '../../../../renderer/ui/open-dialog.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import { memberAudience } from '#shared/stream/change';
import { ANA, REPLIES, UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

const HOUR_MS = 3_600_000;
let desk: AssistantDesk;
beforeEach(async () => {
  // jsdom lays nothing out: the board is told how much of it is in sight.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  desk = await openAssistant();
});
afterEach(async () => {
  cleanup();
  setWorkView({ activeKey: null, selected: new Set(), isDetailOpen: false });
  await desk.leave();
});

const show = () =>
  desk.show(
    'work',
    <>
      <WorkView />
      <EntryDialogs />
      <ToastRegion />
    </>,
  );
const board = async () => await screen.findByRole('grid', { name: 'Board of open work' });
const cards = async () =>
  (await within(await board()).findAllByRole('gridcell')).filter(({ id }) => id);
const heading = async (name: RegExp) => within(await board()).getByRole('columnheader', { name });
/** Brings the keyboard to the first card. */
const toFirst = async () =>
  await waitFor(async () => {
    const grid = await board();
    grid.focus();
    await desk.user.keyboard('{Home}');
    expect(grid.getAttribute('aria-activedescendant')).toBeTruthy();
  });
const request = async (title: string, dueInHours: number | null = null, outcomeId = UPLOADS) => {
  const dueAtMs = dueInHours === null ? null : NOW_MS + dueInHours * HOUR_MS;
  return (await requestWork(desk.worker, { outcomeId, title, dueAtMs })).id;
};
const entryOf = async (id: string) => {
  const entry = await readEntry(memberAudience(ANA), id);
  if (!entry) throw new Error('no such entry');
  return entry;
};
const NOW_MS = Date.parse('2026-11-18T07:00:00Z');

describe('an assistant’s board', () => {
  test('says what brings work while there is none', async () => {
    show();
    expect(await screen.findByText('Nothing is open')).toBeDefined();
  });

  test('counts each column and puts what presses first', async () => {
    await request('later', 48);
    // Since noon in Manila, of which an hour is the break.
    await request('late', -3);
    const blocked = await request('held');
    await blockWork(await entryOf(blocked), { on: 'client', reason: 'photos' });
    show();
    await waitFor(async () => expect((await heading(/^To do/)).textContent).toContain('2'));
    await waitFor(async () => expect((await heading(/^Blocked/)).textContent).toContain('1'));
    const [first, held] = await cards();
    expect(first?.textContent).toContain('late');
    expect(first?.textContent).toContain('2 h over');
    expect(held?.textContent).toContain('Waiting on client');
  });

  test('is worked by keyboard alone: start, block with a reason, unblock', async () => {
    const id = await request('Boots', 4);
    show();
    await toFirst();
    await desk.user.keyboard('s');
    await waitFor(async () => expect((await heading(/^In progress/)).textContent).toContain('1'));
    expect((await entryOf(id)).startedAtMs).toBe(NOW_MS);

    await desk.user.keyboard('b');
    await desk.user.type(await screen.findByLabelText('What is missing'), 'the price list{Enter}');
    await waitFor(async () => expect((await heading(/^Blocked/)).textContent).toContain('1'));

    await waitFor(() => expect(hasOpenDialog()).toBe(false));
    await desk.user.keyboard('u');
    await waitFor(async () => expect((await heading(/^In progress/)).textContent).toContain('1'));
    expect((await entryOf(id)).blocks[0]).toMatchObject({ reason: 'the price list' });
  });

  test('carries a card to the column beside by Ctrl and an arrow', async () => {
    const id = await request('Boots');
    show();
    await toFirst();
    await desk.user.keyboard('{Control>}{ArrowRight}{/Control}');
    await waitFor(async () => expect((await heading(/^In progress/)).textContent).toContain('1'));
    expect(await screen.findByText('Started “Boots”')).toBeDefined();
    expect((await entryOf(id)).startedAtMs).not.toBeNull();
  });

  test('shows the whole of a card: waits by whom, facts, its life; Escape closes it', async () => {
    const id = await request('Boots', 4);
    await blockWork(await entryOf(id), { on: 'manager', reason: 'which price' });
    desk.advance(2 * HOUR_MS);
    show();
    await toFirst();
    await desk.user.keyboard('{Enter}');
    const detail = await screen.findByRole('complementary', { name: 'Details of the work' });
    expect(within(detail).getByRole('heading', { name: 'Boots' })).toBeDefined();
    const waits = within(detail).getByText('Working time spent waiting').closest('section');
    expect(waits?.textContent).toContain('Manager2 h · which price');
    expect(within(detail).getByRole('button', { name: 'Unblock' })).toBeDefined();
    await desk.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });
});

describe('filters and views', () => {
  test('a chip is built by typing, and taken back by Backspace', async () => {
    await request('Boots');
    await request('Refund', null, REPLIES);
    show();
    expect(await cards()).toHaveLength(2);
    await toFirst();
    await desk.user.keyboard('/replies{Enter}');
    await waitFor(async () => expect(await cards()).toHaveLength(1));
    expect(screen.getByRole('button', { name: /Outcome: Customer replies/ })).toBeDefined();
    await desk.user.keyboard('{Backspace}');
    await waitFor(async () => expect(await cards()).toHaveLength(2));
  });

  test('says that nothing matches, and shows all again', async () => {
    await request('Boots');
    show();
    await toFirst();
    await desk.user.keyboard('2');
    expect(await screen.findByText('Nothing matches')).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Show all work' }));
    expect(await cards()).toHaveLength(1);
  });

  test('a view is kept under a name, with its count, and can be deleted', async () => {
    await request('Boots');
    await request('Refund', null, REPLIES);
    show();
    await toFirst();
    await desk.user.keyboard('/replies{Enter}{Escape}');
    await desk.user.click(await screen.findByRole('button', { name: 'Save view…' }));
    await desk.user.type(await screen.findByLabelText('Name'), 'Mail{Enter}');
    const view = await screen.findByRole('button', { name: /^Mail/ });
    await waitFor(() => expect(view.textContent).toContain('1'));
    expect(await savedViews(ANA, 'work')).toMatchObject([
      { name: 'Mail', memberId: ANA, params: { outcome: REPLIES } },
    ]);

    await desk.user.click(screen.getByRole('button', { name: /^All/ }));
    await waitFor(async () => expect(await cards()).toHaveLength(2));
    await desk.user.click(view);
    await waitFor(async () => expect(await cards()).toHaveLength(1));
    await desk.user.click(await screen.findByRole('button', { name: /Change the view Mail/ }));
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Mail/ })).toBeNull());
  });
});

describe('the list', () => {
  test('keeps filter and focus, chooses several and deletes them in one step', async () => {
    const ids = [await request('A', 1), await request('B', 2), await request('C', 3)];
    show();
    await toFirst();
    await desk.user.keyboard('v');
    const grid = await screen.findByRole('grid', { name: 'List of open work' });
    await waitFor(() => expect(document.activeElement).toBe(grid));
    await desk.user.keyboard(' {Shift>}{ArrowDown}{/Shift}');
    const chosen = within(grid)
      .getAllByRole('row')
      .filter((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen).toHaveLength(2);
    expect(screen.getByRole('toolbar', { name: 'Chosen work' }).textContent).toContain('2 chosen');
    await desk.user.keyboard('{Delete}');
    await desk.user.click(await screen.findByRole('button', { name: 'Delete 2' }));
    await waitFor(async () => expect((await entryOf(ids[1] ?? '')).isDeleted).toBe(true));
    expect((await entryOf(ids[0] ?? '')).isDeleted).toBe(true);
    expect((await entryOf(ids[2] ?? '')).isDeleted).toBe(false);
    await act(async () => {
      await desk.user.click(await screen.findByRole('button', { name: 'Undo' }));
    });
    await waitFor(async () => expect((await entryOf(ids[1] ?? '')).isDeleted).toBe(false));
    expect((await entryOf(ids[0] ?? '')).isDeleted).toBe(false);
  });
});
