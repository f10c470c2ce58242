import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { EntriesView } from '../../../../renderer/features/log/entries-view.tsx';
import {
  blockWork,
  editEntry,
  logEntry,
  requestWork,
} from '../../../../renderer/services/deliverables.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, REPLIES, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

const HOUR_MS = 3_600_000;
const TODAY = '2026-11-18';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const grid = async () => await screen.findByRole('grid', { name: 'Entries' });
const rows = async () =>
  within(await grid())
    .getAllByRole('row')
    .slice(1);
const stat = async (name: string) => (await screen.findByRole('group', { name })).textContent;
const entryOf = async (id: string) => {
  const entry = await readEntry(memberAudience(ANA), id);
  if (!entry) throw new Error('no such entry');
  return entry;
};

describe('the list of entries', () => {
  test('adds up what a drill-down asked for', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, errors: 1 });
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 8, errors: 0 });
    await logEntry(desk.worker, { outcomeId: REPLIES, quantity: 5 });
    await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots' });
    const params = { outcomeId: UPLOADS, from: TODAY, to: TODAY, stage: 'completed' };
    desk.show('entries', <EntriesView />, params);
    expect(await rows()).toHaveLength(2);
    await waitFor(async () => expect(await stat('Completed')).toContain('2'));
    expect(await stat('Output')).toContain('20');
    expect(await stat('Accuracy')).toContain('95%');
    expect(await stat('Accuracy')).toContain('in 20 checked');
  });

  test('says that its days are the clients’, until that is taken back', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12 });
    desk.show('entries', <EntriesView />, { from: TODAY, to: TODAY, days: 'client' });
    await desk.user.click(await screen.findByRole('button', { name: /By clients’ days/ }));
    expect(screen.queryByText('By clients’ days')).toBeNull();
    expect(currentRoute().params).toEqual({ memberId: ANA, from: TODAY, to: TODAY });
  });

  test('finds words, and says when nothing has them', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, note: 'boots and sandals' });
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 3, note: 'lamps' });
    desk.show('entries', <EntriesView />);
    expect(await rows()).toHaveLength(2);
    await desk.user.type(screen.getByLabelText('Find'), 'SANDALS');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    await waitFor(async () => expect(await stat('Completed')).toContain('1'));
    await desk.user.type(screen.getByLabelText('Find'), 'zzz');
    expect(await screen.findByText('Nothing matches')).toBeDefined();
  });

  test('shows one entry with its life, its waits and who wrote what', async () => {
    const { id } = await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Boots' });
    await blockWork(await entryOf(id), { on: 'client', reason: 'photos' });
    desk.advance(3 * HOUR_MS);
    await editEntry(await entryOf(id), { title: 'Winter boots' });
    desk.show('entries', <EntriesView />);
    await desk.user.click((await rows())[0] as HTMLElement);
    const detail = await screen.findByRole('complementary', { name: 'Entry' });
    expect(within(detail).getByRole('heading', { name: 'Winter boots' })).toBeDefined();
    expect(within(detail).getByText('photos · 3 h so far')).toBeDefined();
    expect((await within(detail).findByText('Boots')).closest('li')?.textContent).toContain(
      'Title Boots → Winter boots',
    );
    expect(within(detail).getAllByText(/^Ana Reyes, 18 Nov 2026/)).toHaveLength(2);
  });

  test('shows both sides of what two devices wrote: who, when, which holds and what it took the place of', async () => {
    desk.advance(HOUR_MS);
    const { id } = await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12 });
    // The manager's computer has not heard of it, and its clock stands an hour earlier.
    await desk.hears([
      { audience: memberAudience(ANA), type: 'deliverable', id, fields: { quantity: 11 } },
    ]);
    desk.show('entries', <EntriesView />);
    await desk.user.click((await rows())[0] as HTMLElement);
    const detail = await screen.findByRole('complementary', { name: 'Entry' });
    const edit = (await within(detail).findByText('holds')).closest('li');
    expect(edit?.textContent).toContain('Quantity 11 → 12 holds');
    expect(edit?.textContent).toContain('Ana Reyes, 18 Nov 2026, 16:00');
    expect(edit?.textContent).toContain('in place of what was written by Mara, 18 Nov 2026, 15:00');
  });

  test('tells how an entry stands to each promise, and what must be done first', async () => {
    await desk.hears([
      team('outcome', REPLIES, {
        sla: [
          { to: 'responded', minutes: 60 },
          { to: 'completed', minutes: 8 * 60 },
        ],
      }),
      {
        audience: memberAudience(ANA),
        type: 'deliverable',
        id: '2026-11.given',
        fields: {
          outcomeId: REPLIES,
          title: 'Refund',
          requestedAtMs: Date.parse('2026-11-18T07:00:00Z'),
          'need.first': { memberId: desk.founderId, title: 'Approval' },
        },
      },
    ]);
    desk.advance(2 * HOUR_MS);
    desk.show('entries', <EntriesView />);
    await desk.user.click((await rows())[0] as HTMLElement);
    const detail = await screen.findByRole('complementary', { name: 'Entry' });
    expect(within(detail).getByText('Answered within 1 h').textContent).toBe(
      'Answered within 1 hOverdue',
    );
    expect(within(detail).getByText('Completed within 8 h').textContent).toBe(
      'Completed within 8 hRunning',
    );
    expect(within(detail).getByText('Approval').textContent).toBe('ApprovalNot done');
  });

  test('is worked by keyboard: arrows to a row, E edits, Delete deletes', async () => {
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 12, note: 'older' });
    desk.advance(60_000);
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 3, note: 'newer' });
    desk.show('entries', <EntriesView />);
    (await grid()).focus();
    await desk.user.keyboard('{ArrowDown}{Delete}');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect((await rows())[0]?.textContent).toContain('newer');
  });
});
