import '../../support/window-outlog.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TodayView } from '../../../../renderer/features/today/today-view.tsx';
import { EntryDialogs } from '../../../../renderer/features/log/entry-dialogs.tsx';
import { blockWork, logEntry, requestWork } from '../../../../renderer/services/deliverables.ts';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { useLogBar } from '../../../../renderer/state/log-bar.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import type { Json } from '#shared/json';
import type { Edit } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import {
  ANA,
  NIGHT_SHIFTS,
  REPLIES,
  UPLOADS,
  openAssistant,
  team,
} from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

const HOUR_MS = 3_600_000;
let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const show = async () => {
  const shown = desk.show(
    'today',
    <>
      <TodayView />
      <EntryDialogs />
      <ToastRegion />
    </>,
  );
  await screen.findByRole('heading', { name: 'Today' });
  return shown;
};
const founderId = () => desk.founderId;
const own = (id: string, fields: Record<string, Json>): Edit => ({
  audience: memberAudience(ANA),
  type: 'deliverable',
  id,
  fields,
});
const given = (id: string, title: string, fields: Record<string, Json> = {}): Edit =>
  own(`2026-11.${id}`, {
    outcomeId: UPLOADS,
    title,
    assignedById: founderId(),
    assignedAtMs: Date.parse('2026-11-18T06:59:00Z'),
    ...fields,
  });
const promise = (outcomeId: string, sla: Json): Edit => team('outcome', outcomeId, { sla });
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
    // Thursday: on Wednesday she joined.
    desk.advance(24 * HOUR_MS);
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
    // 15:00 to 17:15, all of it working time.
    expect(within(blocked).getByText(/Ask the client/).textContent).toBe(
      'Ask the client, waited 2 h 15 min of working time: the price list',
    );
    // Due at 16:00 in Manila.
    expect(within(await group('Late or at risk')).getByText('Overdue by 1 h 15 min')).toBeDefined();
  });

  test('asks who joins in the middle of a day for the rest of it', async () => {
    await show();
    // 15:00 to 18:00 are three of eight hours.
    expect((await meter('Product uploads')).getAttribute('aria-valuetext')).toBe(
      '0 of 15, expected by now 0',
    );
    expect(screen.queryByText(/behind pace/)).toBeNull();
  });

  test('counts a promise down in working time, and pauses it while the calendar is closed', async () => {
    await desk.hears([promise(REPLIES, { to: 'started', minutes: 4 * 60 })]);
    await requestWork(desk.worker, { outcomeId: REPLIES, title: 'Refund' });
    await show();
    // 15:00 to 18:00, and an hour of the next morning.
    expect(within(await group('To start')).getByText('4 h to start')).toBeDefined();
    desk.advance(5 * HOUR_MS);
    act(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await within(await group('To start')).findByText('1 h to start')).toBeDefined();
    expect(within(await group('To start')).getByText('Paused, resumes Thu 09:00')).toBeDefined();
  });

  test('marks what was given out since the member last looked, and who gave it', async () => {
    const first = given('first', 'Summer catalogue');
    await desk.hears([first]);
    const shown = await show();
    expect(within(await group('To start')).getByText('New from Mara')).toBeDefined();
    shown.unmount();
    await desk.hears([given('second', 'Autumn catalogue')]);
    await show();
    const rows = within(await group('To start'));
    await rows.findByText('Autumn catalogue');
    expect(rows.getAllByText('New from Mara')).toHaveLength(1);
    expect(rows.getByText('Autumn catalogue').parentElement?.textContent).toContain('New');
  });

  test('puts returned work on top, with its reason and who returned it', async () => {
    const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots' });
    await desk.hears([
      own(id, {
        returnedAtMs: Date.parse('2026-11-18T06:59:00Z'),
        returnReason: 'two photos are missing',
        reviewedById: founderId(),
      }),
    ]);
    await show();
    const [part] = await screen.findAllByRole('rowgroup');
    expect(part?.getAttribute('aria-label')).toBe('Returned to you');
    expect(within(part as HTMLElement).getByText(/Returned by Mara/).textContent).toBe(
      'Returned by Mara: two photos are missing',
    );
  });

  test('tells what was accepted since the member last looked, once', async () => {
    const { id } = await logEntry(desk.worker, { outcomeId: UPLOADS, title: 'Summer catalogue' });
    await logEntry(desk.worker, { outcomeId: UPLOADS, title: 'Lamps' });
    await desk.hears([
      own(id, { acceptedAtMs: Date.parse('2026-11-18T06:59:00Z'), reviewedById: founderId() }),
    ]);
    const shown = await show();
    expect(
      await screen.findByText('Accepted since you last looked: Summer catalogue'),
    ).toBeDefined();
    expect(screen.getByText('Accepted by Mara')).toBeDefined();
    shown.unmount();
    await show();
    expect(await screen.findByText('Accepted by Mara')).toBeDefined();
    expect(screen.queryByText(/since you last looked/)).toBeNull();
  });

  test('shows what must be done first, and the client’s day beside a night shift’s own', async () => {
    await desk.hears([
      ...NIGHT_SHIFTS,
      team('outcome', REPLIES, { client: 'Acme Ltd' }),
      given('second', 'Reply', { 'need.first': { memberId: 'ben', title: 'Photos' } }),
    ]);
    // 02:00 on Thursday in Manila.
    desk.advance(11 * HOUR_MS);
    await show();
    const head = await screen.findByRole('group', { name: 'Your day' });
    expect(head.textContent).toContain('Wednesday 18 November 2026');
    expect(head.textContent).toContain('02:00 your time');
    expect(head.textContent).toContain('5 h of 9 h worked, 4 h left today');
    expect(head.textContent).toContain('Acme Ltd · London 18:00');
    expect(head.textContent).toContain('your shift still counts for Wed 18 Nov');
    expect(within(await group('Waiting for other work')).getByText('After Photos')).toBeDefined();
  });
});

describe('by keyboard', () => {
  test('A on blocked work copies a polite reminder, R marks work as answered, G tells what it is for', async () => {
    const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots' });
    const work = await readEntry(memberAudience(ANA), id);
    if (!work) throw new Error('not saved');
    await blockWork(work, {
      on: 'manager',
      whoId: desk.founderId,
      reason: 'no prices',
      wanted: 'the price list as a sheet',
    });
    await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Lamps' });
    await show();
    await group('Blocked');
    await desk.user.keyboard('ja');
    await screen.findByText('Reminder to Mara copied');
    expect(desk.computer.copied()).toBe(
      [
        'Hello Mara,',
        'I cannot go on with “Boots”: it has been waiting since Wed 18 Nov.',
        'What I need: the price list as a sheet',
        'Could you help, or tell me when to expect it? Thank you.',
        'Ana Reyes',
      ].join('\n'),
    );
    await desk.user.keyboard('jr');
    await screen.findByText('Answered “Lamps”');
    await desk.user.keyboard('g');
    const thread = await screen.findByRole('dialog', { name: 'What this is for' });
    expect(within(thread).getByText('New products sell in their first week.')).toBeDefined();
  });

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
