import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { versionOn } from '#shared/plan/weekly-hours';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { TeamView } from '../../../../renderer/features/team/team-view.tsx';
import { addMember } from '../../../../renderer/services/members.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

/** The desk's clock stands on this Wednesday. */
const TODAY = '2026-11-18';

let desk: ManagerDesk;
// The holidays of all countries are large, and are read when first asked for.
beforeAll(async () => {
  await import('../../../../renderer/features/team/holiday-picker-dialog.tsx');
}, 60_000);
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const calendarNamed = async (name: string) => {
  const calendar = (await readPlan()).calendars.find((each) => each.name === name);
  if (!calendar) throw new Error(`There is no calendar ${name}`);
  return calendar;
};
/** Looking whether each of an editor's many elements can be seen would take seconds: `hidden` leaves it out. */
const press = async (name: string | RegExp) =>
  await desk.user.click(await screen.findByRole('button', { name, hidden: true }));
const retype = async (field: HTMLElement, text: string) => {
  await desk.user.clear(field);
  await desk.user.type(field, text);
};
const choosePreset = async (name: RegExp) => {
  await press('Start from…');
  await desk.user.click(await screen.findByRole('menuitem', { name, hidden: true }));
};
/** Opens the calendar that a new workspace begins with. */
const openOffice = async () => {
  desk.show('team', <TeamView />, {
    tab: 'calendars',
    calendarId: (await calendarNamed('Office hours')).id,
  });
  await screen.findByLabelText('Monday, from');
};

describe('the list', () => {
  test('tells zone, week, days off and who works by each calendar', async () => {
    desk.show('team', <TeamView />, { tab: 'calendars' });
    const row = await screen.findByRole('row', { name: /Office hours/ });
    expect(row.textContent).toContain('Manila');
    expect(row.textContent).toContain('40 h');
    expect(row.textContent).toContain('none ahead');
    expect(row.textContent).toContain('Mara');
  });
});

describe('a new calendar', () => {
  test('begins from a preset, gets a name, and has always held', async () => {
    desk.show('team', <TeamView />, { tab: 'calendars' });
    await press('Add calendar');
    await press('Add calendar');
    expect(await screen.findByText('Enter a name.')).toBeDefined();
    await retype(screen.getByLabelText('Name'), 'New York nights');
    await choosePreset(/US client/);
    expect(
      screen.getByText('In Manila the next shift is Wed 18 Nov, 22:00 to 07:00'),
    ).toBeDefined();
    await press('Add calendar');
    await waitFor(async () => expect(await calendarNamed('New York nights')).toBeDefined());
    const [version] = (await calendarNamed('New York nights')).versions;
    expect(version).toMatchObject({ fromDay: '0001-01-01', timeZone: 'America/New_York' });
    expect(await screen.findByRole('heading', { name: 'New York nights' })).toBeDefined();
  });
});

describe('the week', () => {
  test('a night over midnight, a second shift and a copied day are saved from today on', async () => {
    await openOffice();
    await choosePreset(/Night shift/);
    expect(screen.getAllByText('next day')).toHaveLength(5);
    await press('Add a shift: Monday');
    await retype(screen.getByLabelText('Monday, shift 2, from'), '08:00');
    await retype(screen.getByLabelText('Monday, shift 2, to'), '11:30');
    await press('Copy Monday to other days');
    await desk.user.click(await screen.findByRole('menuitem', { name: 'To Saturday' }));
    await press('Save');
    const office = async () => await calendarNamed('Office hours');
    await waitFor(async () => expect((await office()).versions).toHaveLength(2));
    const saturday = versionOn(await office(), TODAY)?.shifts.filter(
      ({ weekday }) => weekday === 6,
    );
    expect(saturday).toEqual([
      { weekday: 6, fromMinute: 1260, toMinute: 1500 },
      { weekday: 6, fromMinute: 1560, toMinute: 1800 },
      { weekday: 6, fromMinute: 480, toMinute: 690 },
    ]);
    expect(versionOn(await office(), '2026-11-17')?.shifts).toHaveLength(10);
    await undoLast();
    await waitFor(async () => expect((await office()).versions).toHaveLength(1));
  });

  test('shifts that overlap, also into the next day, are told where they are and not saved', async () => {
    await openOffice();
    await choosePreset(/Night shift/);
    await press('Remove break: Tuesday');
    await retype(screen.getByLabelText('Tuesday, from'), '05:00');
    const tuesday = screen.getByRole('group', { name: 'Tuesday' });
    expect(within(tuesday).getByText('Overlaps the shift before it.')).toBeDefined();
    await press('Save');
    expect((await calendarNamed('Office hours')).versions).toHaveLength(1);
  });

  test('a week without hours says what that would mean', async () => {
    await openOffice();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      await desk.user.click(screen.getByLabelText(day, { selector: 'input' }));
    }
    expect(screen.getByText(/There are no hours: targets would ask for nothing/)).toBeDefined();
    await press('Save');
    expect((await calendarNamed('Office hours')).versions).toHaveLength(1);
  });

  test('arrow keys step a time, and what is typed waits while one looks elsewhere', async () => {
    await openOffice();
    await desk.user.click(screen.getByLabelText('Monday, from'));
    await desk.user.keyboard('{ArrowUp}{ArrowUp}');
    expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:30');
    await press('Calendars');
    await desk.user.click(await screen.findByRole('row', { name: /Office hours/ }));
    expect(await screen.findByLabelText('Monday, from')).toHaveProperty('value', '09:30');
    await press('Discard');
    expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:00');
  });
});

describe('days off', () => {
  test('a country’s holidays are chosen by name; days can be left out and own ones added', async () => {
    await openOffice();
    await press('Public holidays…');
    await desk.user.type(await screen.findByLabelText('Country'), 'Ital');
    const dialog = screen.getByRole('dialog', { hidden: true });
    await desk.user.click(await screen.findByRole('option', { name: /Italy/, hidden: true }));
    // November: the next year is wanted as soon as this one is there.
    expect(within(dialog).getByLabelText('2026', { selector: 'input' })).toHaveProperty(
      'checked',
      true,
    );
    await desk.user.click(within(dialog).getByLabelText(/Boxing Day/));
    await press('Use 12 days');
    expect(await screen.findByText('2027 is not in this calendar yet')).toBeDefined();
    await desk.user.type(screen.getByLabelText('A day of your own'), '2026-12-31');
    await desk.user.type(screen.getByLabelText('What it is called'), 'Company day');
    await press('Add');
    await press('Save');
    const office = async () => await calendarNamed('Office hours');
    await waitFor(async () =>
      expect((await office()).holidaySource).toEqual({ country: 'IT', state: '', years: [2026] }),
    );
    const { holidayNames } = await office();
    const holidays = versionOn(await office(), TODAY)?.holidays ?? [];
    expect(holidays).toHaveLength(13);
    expect(holidays).not.toContain('2026-12-26');
    expect(holidayNames?.['2026-06-02']).toBe('Republic Day');
    expect(holidayNames?.['2026-12-31']).toBe('Company day');
  });

  test('the next year is added beside the one that is there', async () => {
    await openOffice();
    await press('Public holidays…');
    await desk.user.type(await screen.findByLabelText('Country'), 'Ital');
    await desk.user.click(await screen.findByRole('option', { name: /Italy/, hidden: true }));
    await press('Use 13 days');
    await press('Add 2027…');
    expect(await screen.findByLabelText('2027', { selector: 'input' })).toHaveProperty(
      'checked',
      true,
    );
    await press('Use 13 days');
    await press('Save');
    await waitFor(async () => {
      const office = await calendarNamed('Office hours');
      expect(office.holidaySource?.years).toEqual([2026, 2027]);
      expect(versionOn(office, TODAY)?.holidays).toHaveLength(26);
    });
  });
});

describe('versions', () => {
  test('hours for a coming day are listed, can be edited and removed; what held stays', async () => {
    await openOffice();
    await retype(screen.getByLabelText('Friday, to'), '15:00');
    const since = screen.getByLabelText('These hours hold from');
    await retype(since, '2027-01-01');
    await press('Save');
    expect(await screen.findByText('to come')).toBeDefined();
    expect(screen.getByLabelText('Friday, to')).toHaveProperty('value', '18:00');
    await press('From 1 Jan 2027');
    expect(
      screen.getByText(/09:00\u2060–\u206015:00, break 13:00\u2060–\u206014:00/),
    ).toBeDefined();
    await press('Edit');
    expect(screen.getByLabelText('Friday, to')).toHaveProperty('value', '15:00');
    expect(screen.getByLabelText('These hours hold from')).toHaveProperty('value', '2027-01-01');
    await press('Remove');
    await waitFor(async () =>
      expect((await calendarNamed('Office hours')).versions).toHaveLength(1),
    );
  });
});

describe('a shared calendar', () => {
  test('is chosen for a member, and cannot be archived while somebody works by it', async () => {
    must(
      await addMember({
        name: 'Ana Reyes',
        seat: 'assistant',
        title: '',
        place: '',
        timeZone: 'Asia/Manila',
      }),
    );
    desk.show('team', <TeamView />);
    await press('More for Ana Reyes');
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Working hours…' }));
    await desk.user.click(await screen.findByRole('combobox', { name: 'Calendar' }));
    await desk.user.click(await screen.findByRole('option', { name: 'Office hours' }));
    await press('Save hours');
    const { id } = await calendarNamed('Office hours');
    await waitFor(async () =>
      expect((await readPlan()).members.every(({ calendarId }) => calendarId === id)).toBe(true),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await desk.user.click(screen.getByRole('tab', { name: /Calendars/ }));
    await desk.user.click(await screen.findByRole('row', { name: /Office hours/ }));
    await press('More for Office hours');
    expect(await screen.findByText(/Used by Ana Reyes, Mara: give/)).toBeDefined();
    expect(screen.getByRole('menuitem', { name: 'Archive' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await desk.user.keyboard('{Escape}');
    await press('Calendars');
    await desk.user.click(await screen.findByRole('row', { name: /Hours of Ana Reyes/ }));
    await press('More for Hours of Ana Reyes');
    await desk.user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
    await waitFor(async () =>
      expect((await calendarNamed('Hours of Ana Reyes')).isArchived).toBe(true),
    );
    await waitFor(() => expect(screen.queryByRole('row', { name: /Hours of Ana/ })).toBeNull());
  });
});
