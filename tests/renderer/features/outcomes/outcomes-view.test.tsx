import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { OutcomesView } from '../../../../renderer/features/outcomes/outcomes-view.tsx';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
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

const uploads = (part: Parameters<typeof planEdit>[2] = {}) =>
  planEdit('outcome', 'uploads', {
    name: 'Product uploads',
    statement: 'Every new product is live within a day',
    unit: 'listings',
    family: 'operations',
    ownerId: desk.memberId,
    measures: [{ kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' }],
    sla: [{ to: 'completed', minutes: 480 }],
    ...part,
  });
const completed = (id: string, fields: Parameters<typeof planEdit>[2]) => ({
  audience: `m-${desk.memberId}` as const,
  type: 'deliverable',
  id,
  fields: { outcomeId: 'uploads', completedAtMs: 1_763_400_000_000, day: '2026-11-18', ...fields },
});

describe('the list of outcomes', () => {
  test('is empty at first and leads to a new one', async () => {
    desk.show('outcomes', <OutcomesView />);
    expect(await screen.findByText('No outcome yet')).toBeDefined();
    await desk.user.click(screen.getAllByRole('button', { name: 'Add outcome' })[0] as HTMLElement);
    expect(currentRoute()).toEqual({ view: 'outcome', params: { new: '1' } });
  });

  test('tells of each its measures with what they came to this month, its promise and its owner', async () => {
    must(
      await save([
        uploads({
          measures: [
            { kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' },
            { kind: 'accuracy', direction: 'atLeast', target: 0.99, period: 'month' },
          ],
        }),
        completed('d', { quantity: 50, errors: 1 }),
      ]),
    );
    desk.show('outcomes', <OutcomesView />);
    const row = await screen.findByRole('row', { name: /Product uploads/ });
    await waitFor(() => expect(row.textContent).toContain('98%'));
    for (const text of [
      '40 listings a day',
      '50',
      'Accuracy at least 99%',
      'Completed within 8 working hours',
      'Mara',
    ]) {
      expect(row.textContent).toContain(text);
    }
  });

  test('is grouped by role where there are roles, and by client where one asks for it', async () => {
    must(
      await save([
        planEdit('role', 'r', { name: 'Catalogue' }),
        uploads({ roleId: 'r', client: 'Harbour' }),
        planEdit('outcome', 'other', { name: 'Replies', ownerId: desk.memberId, roleId: 'lost' }),
      ]),
    );
    desk.show('outcomes', <OutcomesView />);
    expect(await screen.findByRole('region', { name: 'Catalogue' })).toBeDefined();
    expect(
      within(screen.getByRole('region', { name: 'No role yet' })).getByText('Replies'),
    ).toBeDefined();
    await desk.user.click(screen.getByRole('radio', { name: 'Client' }));
    expect(screen.getByRole('region', { name: 'Harbour' })).toBeDefined();
  });

  test('shows what nobody owns before anything else, with the way to mend it', async () => {
    must(await save([uploads({ ownerId: '', memberIds: [desk.memberId] })]));
    desk.show('outcomes', <OutcomesView />);
    expect(await screen.findByText('1 thing in the plan to mend')).toBeDefined();
    expect(screen.getByText(/nobody owns it/)).toBeDefined();
    await desk.user.click(screen.getByRole('button', { name: 'Mend Product uploads' }));
    expect(currentRoute()).toEqual({ view: 'outcome', params: { id: 'uploads' } });
  });

  test('archives what is asked for no more, and keeps it within reach', async () => {
    const { user } = desk;
    must(await save([uploads()]));
    desk.show('outcomes', <OutcomesView />);
    await user.click(await screen.findByRole('button', { name: 'More for Product uploads' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Show archived' }));
    const row = await screen.findByRole('row', { name: /Product uploads/ });
    expect(row.textContent).toContain('archived');
  });

  test('hands on to the editor who comes with a new one in mind', async () => {
    desk.show('outcomes', <OutcomesView />, { new: '1' });
    await waitFor(() => expect(currentRoute()).toEqual({ view: 'outcome', params: { new: '1' } }));
  });

  test('stands whatever was merged', async () => {
    const odd = { name: 7, measures: 'many', sla: { minutes: 'soon' }, memberIds: [1], roleId: {} };
    must(
      await save([
        uploads({
          ownerId: 'nobody',
          calendarId: 'lost',
          keyResultId: 'lost',
          startsOn: '9999-99-99',
        }),
        planEdit('outcome', 'odd', odd),
        planEdit('role', 'odd', { name: [], memberIds: 'all', ownerId: 3 }),
        planEdit('calendar', 'odd', { name: '', versions: [{ fromDay: 'x', shifts: [{}] }] }),
        planEdit('keyResult', 'odd', { target: 'high', endsOn: '2300-01-01' }),
      ]),
    );
    desk.show('outcomes', <OutcomesView />);
    expect(await screen.findByText(/\d+ things in the plan to mend/)).toBeDefined();
    expect(screen.getByRole('row', { name: /Product uploads/ })).toBeDefined();
    expect((await readPlan()).outcomes).toHaveLength(2);
  });
});
