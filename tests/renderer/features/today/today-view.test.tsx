import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TodayView } from '../../../../renderer/features/today/today-view.tsx';
import { EntryDialogs } from '../../../../renderer/features/log/entry-dialogs.tsx';
import { blockWork, logEntry, requestWork } from '../../../../renderer/services/deliverables.ts';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { useLogBar } from '../../../../renderer/state/log-bar.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import { memberAudience } from '#shared/stream/change';
import { ANA, REPLIES, UPLOADS, openAssistant } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

vi.setConfig({ testTimeout: 20_000 });

const HOUR_MS = 3_600_000;
let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const show = async () => {
  desk.show(
    'today',
    <>
      <TodayView />
      <EntryDialogs />
      <ToastRegion />
    </>,
  );
  await screen.findByRole('heading', { name: 'Today' });
};
const group = (name: string) => screen.findByRole('rowgroup', { name });
const meter = (name: string) => screen.findByRole('meter', { name });

describe('the first day', () => {
  test('teaches the log bar in the member’s own outcomes', async () => {
    await show();
    const example = await screen.findByRole('button', { name: /tickets for Customer replies/ });
    await desk.user.click(example);
    expect(useLogBar.getState()).toMatchObject({
      isOpen: true,
      text: '5 tickets for Customer replies',
    });
  });
});

describe('a day at work', () => {
  test('sets output against today’s target and the pace of the hours worked', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, errors: 1 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 16 });
    await show();
    // 15:00 of a day from 9 to 18 with an hour's break: 5 of 8 hours.
    expect((await meter('Product uploads')).getAttribute('aria-valuetext')).toBe(
      '12 of 40, expected by now 25',
    );
    expect(screen.getByText('13 behind pace')).toBeDefined();
    expect(screen.getByText('target reached')).toBeDefined();
    expect(screen.getByText('1 of 2 targets reached')).toBeDefined();
  });

  test('shows what is logged as saved, and as sent once the folder has it', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, note: 'spring' });
    await show();
    const list = await screen.findByRole('grid', { name: 'Logged today' });
    expect(within(list).getByText('12 listings')).toBeDefined();
    expect(await within(list).findByRole('img', { name: 'Saved on this computer' })).toBeDefined();
    const { sendNow } = await import('../../../../renderer/services/sync.ts');
    await sendNow();
    expect(await within(list).findByRole('img', { name: 'Sent' })).toBeDefined();
  });

  test('shows what waits, on whom and for how long, before what is to begin', async () => {
    const { id } = await requestWork(desk.worker, {
      outcomeId: UPLOADS,
      title: 'Spring catalogue',
    });
    const work = await readEntry(memberAudience(ANA), id);
    if (!work) throw new Error('not saved');
    await blockWork(work, { on: 'client', reason: 'the price list' });
    desk.advance(2 * HOUR_MS + 15 * 60_000);
    await requestWork(desk.worker, {
      outcomeId: REPLIES,
      title: 'Late answer',
      dueAtMs: Date.parse('2026-11-18T08:00:00Z'),
    });
    await show();
    const blocked = await group('Blocked');
    expect(within(blocked).getByText(/Waiting on client for 2 h 15 min/).textContent).toContain(
      'the price list',
    );
    expect(within(await group('To start')).getByText('Overdue by 1 h 15 min')).toBeDefined();
  });
});

describe('by keyboard', () => {
  test('J and K move, S starts, B blocks, U unblocks, C completes, Delete deletes', async () => {
    await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots', quantity: 4 });
    await show();
    await group('To start');
    await desk.user.keyboard('j');
    expect(document.activeElement?.textContent).toContain('Boots');
    await desk.user.keyboard('s');
    // The row has moved to another group, and the focus with it.
    await group('In progress');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Boots'));
    await desk.user.keyboard('b');
    const block = await screen.findByRole('dialog', { name: 'Block “Boots”' });
    const reason = within(block).getByLabelText('What is missing');
    await waitFor(() => expect(document.activeElement).toBe(reason));
    await desk.user.type(reason, 'photos{Enter}');
    await group('Blocked');
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: /^(Block|Complete) / })).toBeNull(),
    );
    await desk.user.keyboard('ju');
    await group('In progress');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Boots'));
    await desk.user.keyboard('c');
    const complete = await screen.findByRole('dialog', { name: 'Complete “Boots”' });
    expect(within(complete).getByLabelText('Quantity')).toHaveProperty('value', '4');
    await desk.user.type(within(complete).getByLabelText('Note'), 'all live');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    const list = await screen.findByRole('grid', { name: 'Logged today' });
    expect(within(list).getByText('4 listings')).toBeDefined();
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: /^(Block|Complete) / })).toBeNull(),
    );
    await desk.user.keyboard('j{Delete}');
    await waitFor(() => expect(screen.queryByRole('grid', { name: 'Logged today' })).toBeNull());
  });
});
