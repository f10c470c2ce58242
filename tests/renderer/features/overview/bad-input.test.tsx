import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fields } from '#shared/stream/change';
import { memberAudience } from '#shared/stream/change';
import { EntriesView } from '../../../../renderer/features/log/entries-view.tsx';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { team } from '../../support/open-assistant.tsx';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const done = (id: string, day: string, fields: Fields) => ({
  audience: memberAudience('ana'),
  type: 'deliverable',
  id: `202611-${id}`,
  fields: {
    outcomeId: 'uploads',
    title: id,
    zone: 'Asia/Manila',
    day,
    completedAtMs: Date.parse(`${day}T08:00:00Z`),
    ...fields,
  },
});

/** One entry that is right, and one of each kind that is not; the target asks for nothing. */
const BAD = [
  team('member', 'ana', { name: 'Ana', seat: 'assistant', timeZone: 'Asia/Manila' }),
  team('outcome', 'uploads', {
    name: 'Uploads',
    unit: 'listings',
    ownerId: 'ana',
    measures: [{ kind: 'quantity', direction: 'atLeast', target: 0, period: 'day' }],
  }),
  done('right', '2026-11-17', {
    quantity: 4,
    valueMinor: 1_000,
    requestedAtMs: Date.parse('2026-11-17T06:00:00Z'),
  }),
  done('backwards', '2026-11-17', {
    quantity: 2,
    requestedAtMs: Date.parse('2026-11-19T06:00:00Z'),
  }),
  done('foreign', '2026-11-17', { quantity: 1, valueMinor: 9_900, currency: 'EUR' }),
  done('future', '2099-01-05', { quantity: 50 }),
];

test('what cannot be right is counted, left out where it would mislead, and opened from its count', async () => {
  must(await save(BAD));
  const shown = desk.show('overview', <OverviewView />);
  const panel = await screen.findByRole('region', { name: 'Output against target' });
  const ana = await within(panel).findByRole('row', { name: /^Ana/ });
  expect(ana.textContent).toContain('7 listings');
  expect(ana.textContent).toContain('no target');
  const turnaround = screen.getByRole('button', { name: /^Median turnaround/ });
  expect(turnaround.textContent).toContain('n = 1');
  expect(screen.getByRole('button', { name: '1 entry on a day that has not come' })).toBeDefined();
  expect(shown.container.textContent).not.toMatch(/NaN|Infinity/);
  await desk.user.click(screen.getByRole('button', { name: '2 entries left out of some figures' }));
  const { params } = currentRoute();
  expect(params['odd']).toBe('1');
  shown.unmount();

  desk.show('entries', <EntriesView />, params);
  expect(await screen.findByText('backwards')).toBeDefined();
  expect(screen.getByText('foreign')).toBeDefined();
  expect(screen.queryByText('right')).toBeNull();
  expect(screen.getAllByText('Odd')).toHaveLength(2);
});

test('an entry that cannot be right says why, in the currency it was logged in', async () => {
  must(await save(BAD));
  desk.show('entries', <EntriesView />, { odd: '1' });
  await desk.user.click(await screen.findByText('foreign'));
  const detail = await screen.findByRole('complementary');
  await waitFor(() =>
    expect(detail.textContent).toContain('In EUR, not the currency of the workspace'),
  );
  expect(detail.textContent).toContain('€99.00');
  expect(await screen.findByText('future')).toBeDefined();
});
