import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { team } from '../../support/open-assistant.tsx';
import { ReviewsView } from '../../../../renderer/features/reviews/reviews-view.tsx';
import { readReviews } from '../../../../renderer/data/reviews.ts';
import { pinClock } from '../../../../renderer/services/clock.ts';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';

/** Monday 23 November 2026, 10:00 in Manila. */
const MONDAY_MS = Date.parse('2026-11-23T02:00:00Z');
const WEEK_MS = 7 * 86_400_000;
const LAST_WEEK = { kind: 'weekly', cadence: 'w', from: '2026-11-16', to: '2026-11-22' };
const THIS_WEEK = { kind: 'weekly', cadence: 'w', from: '2026-11-23', to: '2026-11-29' };
const OCTOBER = {
  kind: 'monthly',
  cadence: 'm',
  member: 'ana',
  from: '2026-10-01',
  to: '2026-10-31',
};

let desk: ManagerDesk;

beforeEach(async () => {
  desk = await openManager(MONDAY_MS);
  const completedAtMs = MONDAY_MS - 4 * 86_400_000;
  must(
    await save([
      team('member', 'ana', { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('outcome', 'uploads', {
        name: 'Product uploads',
        unit: 'listings',
        ownerId: 'ana',
        measures: [{ kind: 'quantity', direction: 'atLeast', target: 10, period: 'day' }],
      }),
      team('cadence', 'w', {
        kind: 'weekly',
        name: 'Output',
        weekday: 1,
        minuteOfDay: 540,
        timeZone: 'Asia/Manila',
        fromDay: '2026-11-02',
      }),
      team('cadence', 'm', {
        kind: 'monthly',
        name: 'Month',
        dayOfMonth: 3,
        timeZone: 'Asia/Manila',
        fromDay: '2026-11-01',
      }),
      {
        audience: 'm-ana',
        type: 'deliverable',
        id: '202611-a',
        fields: { outcomeId: 'uploads', completedAtMs, day: '2026-11-19', quantity: 40, errors: 1 },
      },
    ]),
  );
});

afterEach(async () => {
  await desk.leave();
});

const words = async () => await screen.findByRole('complementary', { name: 'Notes' });

test('a weekly review is held; next week its actions come back and its figures are as they were', async () => {
  const { user } = desk;
  const first = desk.show('reviews', <ReviewsView />, LAST_WEEK);
  const row = await screen.findByRole('row', { name: /Product uploads.*40 listings.*80%/ });
  expect(row).toBeTruthy();
  await user.type(await screen.findByLabelText('What will be done'), 'Ask for photographs{Enter}');
  const actions = within(await words()).getByRole('region', { name: 'Actions' });
  await within(actions).findByText('Ask for photographs');
  await user.type(screen.getByLabelText('Decision'), 'Mondays before noon{Enter}');
  await screen.findByText('Mondays before noon');
  await user.type(screen.getByRole('textbox', { name: 'Output' }), 'On pace');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Finish review' }));
  const dialog = await screen.findByRole('dialog', { name: 'Finish this review?' });
  await user.click(within(dialog).getByRole('button', { name: 'Finish review' }));
  await screen.findByText(/by Mara\. The figures are as they were then/);
  first.unmount();

  // More is logged for that week afterwards: the review is not reckoned anew.
  must(
    await save([
      {
        audience: 'm-ana',
        type: 'deliverable',
        id: '202611-late',
        fields: {
          outcomeId: 'uploads',
          completedAtMs: MONDAY_MS - 3 * 86_400_000,
          day: '2026-11-20',
          quantity: 5,
        },
      },
    ]),
  );
  pinClock(() => MONDAY_MS + WEEK_MS);
  const held = desk.show('reviews', <ReviewsView />, LAST_WEEK);
  await screen.findByText('On pace');
  expect(await screen.findByRole('row', { name: /Product uploads.*40 listings/ })).toBeTruthy();
  held.unmount();

  desk.show('reviews', <ReviewsView />, THIS_WEEK);
  const last = await screen.findByRole('region', { name: /^Last time’s actions/ });
  await user.click(within(last).getByRole('checkbox', { name: 'Done: Ask for photographs' }));
  await waitFor(() =>
    expect(
      within(last).getByRole('checkbox', { name: 'Done: Ask for photographs', checked: true }),
    ).toBeTruthy(),
  );
});

test("a member's month is the managers' until it is finished, and then theirs to read", async () => {
  const { user } = desk;
  const ref = {
    kind: 'monthly' as const,
    cadenceId: 'm',
    memberId: 'ana',
    fromDay: OCTOBER.from,
    toDay: OCTOBER.to,
  };
  desk.show('reviews', <ReviewsView />, OCTOBER);
  await user.type(await screen.findByRole('textbox', { name: 'What went well' }), 'Careful work');
  await user.tab();
  await waitFor(async () =>
    expect((await readReviews([ref])).get('m.ana.2026-10-01')).toMatchObject({
      audience: 'managers',
      notes: { strengths: 'Careful work' },
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Finish review' }));
  const dialog = await screen.findByRole('dialog', { name: 'Finish this review?' });
  expect(dialog.textContent).toContain('Ana Reyes can read it from then on');
  await user.click(within(dialog).getByRole('button', { name: 'Finish review' }));
  await screen.findByText(/Ana Reyes can read this/);
  expect((await readReviews([ref])).get('m.ana.2026-10-01')).toMatchObject({
    audience: 'm-ana',
    notes: { strengths: 'Careful work' },
    heldAtMs: MONDAY_MS,
  });
});

test('what is due stands first, what nobody held is shown, and skipping says why', async () => {
  const { user } = desk;
  const home = desk.show('reviews', <ReviewsView />);
  await screen.findByRole('button', { name: 'Hold the Weekly review, Output' });
  const history = await screen.findByRole('grid', { name: 'History' });
  expect((await within(history).findAllByText('not held')).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Hold the Weekly review, Output' }));
  await user.click(await screen.findByRole('button', { name: 'Skip…' }));
  await user.type(await screen.findByLabelText('Why'), 'Public holiday');
  await user.click(screen.getByRole('button', { name: /^Skip it/ }));
  await waitFor(() => expect(currentRoute().params).toEqual({}));
  home.unmount();
  desk.show('reviews', <ReviewsView />);
  const again = await screen.findByRole('grid', { name: 'History' });
  await within(again).findByText(/Public holiday/);
});
