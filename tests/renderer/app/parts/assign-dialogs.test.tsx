import '../../support/window-outlog.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stageOf } from '#shared/deliverables/deliverable';
import { memberAudience } from '#shared/stream/change';
import type { Edit, Fields } from '#shared/stream/change';
import { AssignDialogs } from '../../../../renderer/app/parts/assign/assign-dialogs.tsx';
import { openEntries, readEntry } from '../../../../renderer/data/deliverables.ts';
import type { Entry } from '../../../../renderer/data/deliverables.ts';
import { openRecurrences } from '../../../../renderer/data/recurrences.ts';
import { save } from '../../../../renderer/services/save.ts';
import {
  closeAssignDialog,
  openAssign,
  openAssignMany,
  openNeeds,
  openReassign,
  openRecurring,
  openReturn,
} from '../../../../renderer/state/assign-dialog.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

/** Wednesday 18 November 2026, 18:30 in Manila. */
const NOW_MS = Date.parse('2026-11-18T10:30:00Z');

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager(NOW_MS);
  must(
    await save([
      team('member', 'ana', { name: 'Ana Reyes', timeZone: 'Asia/Manila' }),
      team('member', 'ben', { name: 'Ben Ito', timeZone: 'Europe/Rome' }),
      team('member', 'cleo', { name: 'Cleo', timeZone: 'Europe/Rome', gone: true }),
      team('client', 'acme', { name: 'Acme', timeZone: 'Europe/London' }),
      team('outcome', 'uploads', {
        name: 'Product uploads',
        unit: 'listings',
        client: 'Acme',
        memberIds: ['ana'],
        sla: [{ to: 'completed', minutes: 480, fromDay: '2026-01-01' }],
      }),
      team('sop', 'round', {
        title: 'Morning round',
        outcomeId: 'uploads',
        publishedVersion: 1,
      }),
      team('outcome', 'replies', { name: 'Customer replies', memberIds: ['ben'] }),
    ]),
  );
  desk.show('work', <AssignDialogs />);
});
afterEach(async () => {
  closeAssignDialog();
  await desk.leave();
});

const team = (type: string, id: string, fields: Fields): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

async function held(memberId: string, id: string, fields: Fields): Promise<Entry> {
  const audience = memberAudience(memberId);
  const all = { outcomeId: 'uploads', title: id, requestedAtMs: NOW_MS, ...fields };
  must(await save([{ audience, type: 'deliverable', id: `202611-${id}`, fields: all }]));
  const entry = await readEntry(audience, `202611-${id}`);
  if (!entry) throw new Error('not held');
  return entry;
}

/** Opens a dialog as a view would, and waits until it is there. */
async function opened(open: () => void): Promise<ReturnType<typeof within>> {
  act(open);
  return within(await screen.findByRole('dialog'));
}

async function choose(dialog: ReturnType<typeof within>, field: string, option: string) {
  await desk.user.click(await dialog.findByRole('combobox', { name: field }));
  await desk.user.click(await screen.findByRole('option', { name: new RegExp(option) }));
}

const isClosed = async () => await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('giving out one piece of work', () => {
  test('asks whom first, offers what they answer for, and shows when it is due in both places', async () => {
    const dialog = await opened(() => openAssign());
    await choose(dialog, 'For', 'Ana Reyes');
    expect(dialog.getByRole('combobox', { name: 'Outcome' }).textContent).toBe('Product uploads');
    // Eight working hours from Wednesday 18:30 with office hours 9–13 and 14–18.
    expect(
      await dialog.findByText('Done by Thu 19 Nov, 18:00 in Manila · 10:00 in London'),
    ).toBeTruthy();
    await desk.user.type(dialog.getByLabelText('What it is'), 'Spring catalogue');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await isClosed();
    expect(await openEntries('ana')).toMatchObject([
      { title: 'Spring catalogue', outcomeId: 'uploads', dueAtMs: null, quantity: 1 },
    ]);
  });

  test('says what is missing where it is missing, and saves nothing', async () => {
    const dialog = await opened(() => openAssign({ memberId: 'ana' }));
    await desk.user.click(dialog.getByRole('button', { name: 'Give out' }));
    expect(await dialog.findByText('Say what it is')).toBeTruthy();
    expect(document.activeElement).toBe(dialog.getByLabelText('What it is'));
    await desk.user.click(dialog.getByLabelText('At a time'));
    expect(await dialog.findByText('Choose a date, or leave it as promised')).toBeTruthy();
    expect(await openEntries()).toEqual([]);
  });

  test('warns of an outcome that is not theirs, and goes on with the next piece', async () => {
    const dialog = await opened(() => openAssign({ memberId: 'ana', outcomeId: 'replies' }));
    expect(
      await dialog.findByText('Ana Reyes does not work on Customer replies so far'),
    ).toBeTruthy();
    const title = dialog.getByLabelText('What it is');
    await desk.user.type(title, 'First');
    await desk.user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() => expect(title).toHaveProperty('value', ''));
    expect(document.activeElement).toBe(title);
    await desk.user.type(title, 'Second');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await isClosed();
    expect((await openEntries('ana')).map((entry) => entry.title).toSorted()).toEqual([
      'First',
      'Second',
    ]);
  });

  test('offers nobody who left', async () => {
    const dialog = await opened(() => openAssign());
    await desk.user.click(await dialog.findByRole('combobox', { name: 'For' }));
    expect(await screen.findByRole('option', { name: /Ben Ito/ })).toBeTruthy();
    expect(screen.queryByRole('option', { name: /Cleo/ })).toBeNull();
  });
});

describe('giving out pasted rows', () => {
  const paste = async (text: string) => {
    const dialog = await opened(() => openAssignMany());
    await desk.user.click(await dialog.findByLabelText('Rows from a spreadsheet'));
    await desk.user.paste(text);
    return dialog;
  };

  test('shows what stands against each row, and gives out none until that is settled', async () => {
    await held('ana', 'known', { reference: 'A-3' });
    const dialog = await paste(
      [
        'Task\tAssignee\tOutcome\tDue date\tRef',
        'Boots\tAna\tProduct uploads\t2026-11-25\tA-1',
        'Hats\tZoe\tProduct uploads\t2026-11-25\tA-2',
        'Caps\tBen\tCustomer replies\t2026-11-26\tA-3',
      ].join('\n'),
    );
    expect(await dialog.findByText('3 rows · 1 with a problem · 1 repeated')).toBeTruthy();
    const give = dialog.getByRole('button', { name: 'Give out 1' });
    expect(give).toHaveProperty('disabled', true);
    await desk.user.click(dialog.getByLabelText(/Leave out the row/));
    await desk.user.click(dialog.getByLabelText(/Give out the repeated row too/));
    await desk.user.click(dialog.getByRole('button', { name: 'Give out 2' }));
    await isClosed();
    const titles = async (memberId: string) =>
      (await openEntries(memberId)).map(({ title }) => title);
    expect(await titles('ana')).toEqual(expect.arrayContaining(['Boots', 'known']));
    expect(await titles('ben')).toEqual(['Caps']);
  });

  test('asks which is the day where the dates leave it open', async () => {
    const dialog = await paste(
      'Task\tAssignee\tDue\nBoots\tAna\t03/04/2027\nHats\tAna\t05/06/2027',
    );
    expect(await dialog.findByText('Is 03/04/2027 written day first or month first?')).toBeTruthy();
    await choose(dialog, 'Outcome, where a row names none', 'Product uploads');
    expect(dialog.getByRole('button', { name: 'Give out 2' })).toHaveProperty('disabled', true);
    await desk.user.click(dialog.getByLabelText('Month first'));
    await desk.user.click(dialog.getByRole('button', { name: 'Give out 2' }));
    await isClosed();
    const boots = (await openEntries('ana')).find(({ title }) => title === 'Boots');
    expect(new Date(boots?.dueAtMs ?? 0).toISOString()).toBe('2027-03-04T15:59:59.000Z');
  });
});

describe('recurring work', () => {
  test('is planned in words with its next five times, paused and ended', async () => {
    const dialog = await opened(() => openRecurring({ memberId: 'ana' }));
    expect(await dialog.findByText('Ana Reyes has no recurring work yet.')).toBeTruthy();
    await desk.user.click(dialog.getByRole('button', { name: 'New recurring work' }));
    await desk.user.type(await dialog.findByLabelText('What it is'), 'Price check');
    expect(dialog.getByText('Every working day at 09:00 in Manila')).toBeTruthy();
    expect(dialog.getByText('Thu 19 Nov, 09:00 in Manila')).toBeTruthy();
    expect(dialog.getByText('Wed 25 Nov, 09:00 in Manila')).toBeTruthy();
    await choose(dialog, 'Repeats', 'By the month');
    await choose(dialog, 'On a day off', 'The working day before');
    expect(
      dialog.getByText(
        'Every month on the last day, or the working day before, at 09:00 in Manila',
      ),
    ).toBeTruthy();
    expect(dialog.getByText('Mon 30 Nov, 09:00 in Manila')).toBeTruthy();
    expect(dialog.getByText('Fri 29 Jan, 09:00 in Manila')).toBeTruthy();
    await desk.user.click(dialog.getByRole('button', { name: /^Plan it/ }));
    await desk.user.click(await dialog.findByRole('button', { name: 'Pause “Price check”' }));
    expect(await dialog.findByText('Paused')).toBeTruthy();
    expect(await openRecurrences('ana')).toMatchObject([
      { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', dayOff: 'previous', pausedAtMs: NOW_MS },
    ]);
    await desk.user.click(dialog.getByRole('button', { name: 'End “Price check”' }));
    expect(await dialog.findByText('Ana Reyes has no recurring work yet.')).toBeTruthy();
  });

  test('is a run of a procedure where one is chosen, made up for as the manager says', async () => {
    const dialog = await opened(() => openRecurring({ sopId: 'round', memberId: 'ana' }));
    const title = await dialog.findByLabelText('What it is');
    expect(title).toHaveProperty('value', 'Morning round');
    expect(dialog.queryByLabelText('Quantity')).toBeNull();
    await choose(dialog, 'After days without Outlog', 'Do each that was missed');
    await desk.user.click(dialog.getByRole('button', { name: /^Plan it/ }));
    await isClosed();
    expect(await openRecurrences('ana')).toMatchObject([
      { sopId: 'round', catchUp: 'all', outcomeId: 'uploads', title: 'Morning round' },
    ]);
  });

  test('that would never come is not planned, and says why', async () => {
    const dialog = await opened(() => openRecurring({ memberId: 'ana' }));
    await desk.user.click(await dialog.findByRole('button', { name: 'New recurring work' }));
    await desk.user.type(await dialog.findByLabelText('What it is'), 'Price check');
    await choose(dialog, 'Ends', 'On a date');
    // The Sunday before: no working day is left between the first date and the last.
    const dates = [dialog.getByLabelText('From'), dialog.getByLabelText('Last date')];
    for (const date of dates) fireEvent.change(date, { target: { value: '2026-11-22' } });
    await desk.user.click(dialog.getByRole('button', { name: /^Plan it/ }));
    expect(dialog.getByText('It never comes: no day fits the rule.')).toBeTruthy();
    expect(await openRecurrences('ana')).toEqual([]);
  });

  test('that nobody here can read is shown as it is and flagged', async () => {
    const fields = { title: 'Odd', rule: 'FREQ=SOMETIMES', startsOn: '2026-11-01' };
    must(await save([{ audience: 'm-ana', type: 'recurrence', id: 'odd', fields }]));
    const dialog = await opened(() => openRecurring({ memberId: 'ana' }));
    expect(await dialog.findByText('FREQ=SOMETIMES')).toBeTruthy();
    expect(dialog.getByText('Rule cannot be read')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Edit “Odd”' })).toHaveProperty('disabled', true);
  });
});

describe('work that is there', () => {
  test('is given to somebody else', async () => {
    const entries = [await held('ana', 'boots', {}), await held('ben', 'hats', {})];
    const dialog = await opened(() => openReassign(entries));
    await desk.user.click(dialog.getByRole('button', { name: /^Reassign/ }));
    expect(await dialog.findByText('Choose whose work it is')).toBeTruthy();
    await choose(dialog, 'To', 'Ben Ito');
    expect(await dialog.findByText(/^1 stays where it is/)).toBeTruthy();
    await desk.user.click(dialog.getByRole('button', { name: /^Reassign/ }));
    await isClosed();
    expect((await openEntries('ben')).map(({ title }) => title).toSorted()).toEqual([
      'boots',
      'hats',
    ]);
  });

  test('is returned with a reason, and not without', async () => {
    const entry = await held('ana', 'boots', { completedAtMs: NOW_MS, day: '2026-11-18' });
    const dialog = await opened(() => openReturn(entry));
    const reason = await dialog.findByLabelText('What is to be done better');
    await waitFor(() => expect(document.activeElement).toBe(reason));
    await desk.user.keyboard('{Enter}');
    expect(await dialog.findByText('Say what is to be done better')).toBeTruthy();
    await desk.user.keyboard('Two prices are wrong{Enter}');
    await isClosed();
    const returned = await readEntry('m-ana', entry.id);
    expect(returned && stageOf(returned)).toBe('returned');
    expect(returned?.returnReason).toBe('Two prices are wrong');
  });

  test('never waits for itself: the circle is named', async () => {
    const boots = await held('ana', 'boots', {});
    await held('ana', 'photos', {
      'need.202611-boots': { memberId: 'ana', title: 'boots', doneAtMs: null },
    });
    const dialog = await opened(() => openNeeds(boots));
    await desk.user.click(await dialog.findByLabelText('Must be done first'));
    await desk.user.click(await screen.findByRole('option', { name: /photos/ }));
    await desk.user.click(dialog.getByRole('button', { name: /^Save/ }));
    expect(await dialog.findByText(/boots → photos → boots/)).toBeTruthy();
    expect((await readEntry('m-ana', boots.id))?.needs).toEqual([]);
  });
});
