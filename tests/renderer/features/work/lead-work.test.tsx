import '../../support/window-outlog.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEntry } from '../../../../renderer/data/deliverables.ts';
import { WorkView } from '../../../../renderer/features/work/work-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { useAssignDialog } from '../../../../renderer/state/assign-dialog.ts';
import { setWorkView } from '../../../../renderer/state/work-view.ts';
import { ToastRegion } from '../../../../renderer/ui/toast-region.tsx';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

const NOW_MS = Date.parse('2026-11-18T10:30:00Z');
const HOUR_MS = 3_600_000;

let desk: ManagerDesk;
beforeEach(async () => {
  // jsdom lays nothing out: the board is told how much of it is in sight.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_200);
  desk = await openManager(NOW_MS);
});
afterEach(async () => {
  cleanup();
  setWorkView({ activeKey: null, selected: new Set(), isDetailOpen: false });
  useAssignDialog.setState({ dialog: null });
  await desk.leave();
});

const show = () =>
  desk.show(
    'work',
    <>
      <WorkView />
      <ToastRegion />
    </>,
  );
const plan = async () =>
  must(
    await save([
      team('member', 'ana', { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('member', 'ben', { name: 'Ben Cruz', seat: 'assistant', timeZone: 'Africa/Nairobi' }),
      team('outcome', 'uploads', { name: 'Uploads', unit: 'listings', ownerId: 'ana' }),
    ]),
  );
const team = (type: string, id: string, fields: Fields) => ({
  audience: 'team' as const,
  type,
  id,
  fields,
});
const work = (memberId: string, id: string, fields: Fields) => ({
  audience: memberAudience(memberId),
  type: 'deliverable',
  id,
  fields: { outcomeId: 'uploads', zone: 'Asia/Manila', requestedAtMs: NOW_MS - HOUR_MS, ...fields },
});
const done = (title: string): Fields => ({
  title,
  assignedById: desk.memberId,
  startedAtMs: NOW_MS - HOUR_MS,
  completedAtMs: NOW_MS - 60_000,
  day: '2026-11-18',
});
const grid = async () => await screen.findByRole('grid', { name: 'Board of open work' });
const heading = async (name: RegExp) =>
  (await within(await grid()).findByRole('columnheader', { name })).textContent;
const entryOf = async (memberId: string, id: string) => {
  const entry = await readEntry(memberAudience(memberId), id);
  if (!entry) throw new Error('no such entry');
  return entry;
};

describe('a manager in front of the team’s work', () => {
  test('is first led to outcomes, then to giving out work', async () => {
    const shown = show();
    expect(await screen.findByText('First say what results you want')).toBeDefined();
    await plan();
    expect(await screen.findByText('Nobody has open work')).toBeDefined();
    const [give] = screen.getAllByRole('button', { name: /^Give out work/ });
    await desk.user.click(give as HTMLElement);
    expect(useAssignDialog.getState().dialog).toMatchObject({ kind: 'one' });
    shown.unmount();
  });

  test('sees everybody’s work, by lanes of members where asked', async () => {
    await plan();
    must(
      await save([
        work('ana', '202611-a', { title: 'Boots' }),
        work('ben', '202611-b', { title: 'Lamps', startedAtMs: NOW_MS }),
      ]),
    );
    show();
    await waitFor(async () => expect(await heading(/^Requested/)).toContain('1'));
    await waitFor(async () => expect(await heading(/^In progress/)).toContain('1'));
    await desk.user.keyboard('g');
    const lanes = await within(await grid()).findAllByRole('rowheader');
    expect(lanes.map(({ textContent }) => textContent)).toEqual(['Ana Reyes1', 'Ben Cruz1']);
  });

  test('accepts by key what was completed; the next card is in focus then', async () => {
    await plan();
    must(
      await save([
        work('ana', '202611-a', done('Boots')),
        work('ana', '202611-b', { ...done('Lamps'), completedAtMs: NOW_MS - 30_000 }),
      ]),
    );
    show();
    await waitFor(async () => expect(await heading(/^To accept/)).toContain('2'));
    await desk.user.keyboard('ja');
    await waitFor(async () => expect(await heading(/^To accept/)).toContain('1'));
    expect(await entryOf('ana', '202611-a')).toMatchObject({
      acceptedAtMs: NOW_MS,
      reviewedById: desk.memberId,
    });
    await desk.user.keyboard('a');
    expect(await screen.findByText('Accepted “Lamps”')).toBeDefined();
    expect(await screen.findByText('Nobody has open work')).toBeDefined();
    expect((await entryOf('ana', '202611-b')).acceptedAtMs).toBe(NOW_MS);
  });

  test('returns several for one reason', async () => {
    await plan();
    const ids = ['202611-a', '202611-b'];
    must(await save(ids.map((id) => work('ana', id, done(id)))));
    show();
    await waitFor(async () => expect(await heading(/^To accept/)).toContain('2'));
    await desk.user.keyboard('j {Shift>}j{/Shift}r');
    await desk.user.type(
      await screen.findByLabelText('What is to be done better'),
      'too dark{Enter}',
    );
    expect(await screen.findByText('Returned 2 pieces of work')).toBeDefined();
    await waitFor(async () => expect(await heading(/^Returned/)).toContain('2'));
    for (const id of ids) {
      expect(await entryOf('ana', id)).toMatchObject({
        returnReason: 'too dark',
        reopenedCount: 1,
        completedAtMs: null,
      });
    }
  });

  test('gives several people the same end of day, each in their own time', async () => {
    await plan();
    must(
      await save([
        work('ana', '202611-a', { title: 'Boots' }),
        work('ben', '202611-b', { title: 'Lamps' }),
      ]),
    );
    show();
    await waitFor(async () => expect(await heading(/^Requested/)).toContain('2'));
    await desk.user.keyboard('{Control>}a{/Control}d');
    expect(await screen.findByText('Each in the time of whoever does it.')).toBeDefined();
    const day = screen.getByLabelText('Date');
    fireEvent.change(day, { target: { value: '0020-11-18' } });
    expect(screen.getByText('That date is more than 20 years away')).toBeDefined();
    expect(screen.getByRole('button', { name: /^Set/ }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(day, { target: { value: '2026-11-18' } });
    await desk.user.click(screen.getByRole('button', { name: /^Set/ }));
    expect(await screen.findByText('Set when 2 pieces of work are due')).toBeDefined();
    await waitFor(async () =>
      expect((await entryOf('ana', '202611-a')).dueAtMs).toBe(Date.parse('2026-11-18T10:00:00Z')),
    );
    expect((await entryOf('ben', '202611-b')).dueAtMs).toBe(Date.parse('2026-11-18T15:00:00Z'));
  });

  test('tells that it answered what waits for a manager, and moves nothing else of others’', async () => {
    await plan();
    const block = { fromMs: NOW_MS - HOUR_MS, toMs: null, on: 'manager', reason: 'which price' };
    must(await save([work('ana', '202611-a', { title: 'Boots', 'block.x': block })]));
    show();
    await waitFor(async () => expect(await heading(/^Blocked/)).toContain('1'));
    await desk.user.keyboard('j{Enter}');
    expect(await screen.findByRole('button', { name: /^I answered/ })).toBeDefined();
    await desk.user.keyboard('c');
    expect((await entryOf('ana', '202611-a')).completedAtMs).toBeNull();
    await desk.user.keyboard('u');
    expect(await screen.findByText('“Boots” goes on')).toBeDefined();
    await waitFor(async () => expect(await heading(/^Blocked/)).toContain('0'));
    expect((await entryOf('ana', '202611-a')).blocks[0]?.toMs).toBe(NOW_MS);
  });

  test('of five thousand pieces of work only the cards in sight are drawn, and all are counted', async () => {
    await plan();
    const many = Array.from({ length: 5_000 }, (_, at) =>
      work('ana', `202611-${String(at).padStart(5, '0')}`, { title: `Sheet ${at}` }),
    );
    for (let at = 0; at < many.length; at += 1_000) must(await save(many.slice(at, at + 1_000)));
    show();
    await waitFor(async () => expect(await heading(/^Requested/)).toContain('5,000'));
    const cells = within(await grid()).getAllByRole('gridcell');
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.length).toBeLessThan(120);
    expect((await grid()).getAttribute('aria-rowcount')).toBe('5001');
    await desk.user.keyboard('v');
    const list = await screen.findByRole('grid', { name: 'List of open work' });
    expect(within(list).getAllByRole('row').length).toBeLessThan(120);
  });
});
