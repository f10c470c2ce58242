import '../../support/window-outlog.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { versionOn } from '#shared/plan/weekly-hours';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { TeamView } from '../../../../renderer/features/team/team-view.tsx';
import { addMember } from '../../../../renderer/services/members.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute, go } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const ana = {
  name: 'Ana Reyes',
  seat: 'assistant',
  title: 'Listings',
  place: 'Cebu',
  timeZone: 'Asia/Manila',
} as const;

const memberNamed = async (name: string) => {
  const member = (await readPlan()).members.find((each) => each.name === name);
  if (!member) throw new Error(`There is no ${name}`);
  return member;
};
const rowOf = async (name: string) => await screen.findByRole('row', { name: new RegExp(name) });
const dialogClosed = async () =>
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const choose = async (name: string, action: string) => {
  await desk.user.click(await screen.findByRole('button', { name: `More for ${name}` }));
  await desk.user.click(await screen.findByRole('menuitem', { name: action }));
};

describe('members', () => {
  test('a member asked for from the view itself is opened, once', async () => {
    must(await addMember(ana));
    const { id } = await memberNamed('Ana Reyes');
    desk.show('team', <TeamView />);
    await rowOf('Ana Reyes');
    act(() => go('team', { memberId: id }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByDisplayValue('Ana Reyes')).toBeDefined();
    expect(currentRoute().params).toEqual({});
  });

  test('a new member has hours of their own in their zone, and targets from today', async () => {
    const { user } = desk;
    desk.show('team', <TeamView />);
    await user.click(
      (await screen.findAllByRole('button', { name: 'Add member' }))[0] as HTMLElement,
    );
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name'), 'Ana Reyes');
    await user.type(within(dialog).getByLabelText('What they do'), 'Listings');
    await user.click(within(dialog).getByRole('button', { name: 'Add member' }));
    expect((await rowOf('Ana Reyes')).textContent).toContain('Assistant · Listings');
    const member = await memberNamed('Ana Reyes');
    const { calendarById } = await readPlan();
    expect(calendarById.get(member.calendarId)?.versions[0]?.timeZone).toBe(member.timeZone);
    expect(member.startsOn).not.toBe('');
  });

  test('a name is asked for, and not twice the same', async () => {
    const { user } = desk;
    must(await addMember(ana));
    desk.show('team', <TeamView />);
    await user.click(await screen.findByRole('button', { name: 'Add member' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Add member' }));
    expect(within(dialog).getByText('Enter a name.')).toBeDefined();
    await user.type(within(dialog).getByLabelText('Name'), 'ana reyes');
    expect(within(dialog).getByText('Somebody on the team has this name.')).toBeDefined();
    expect((await readPlan()).members).toHaveLength(2);
  });

  test('their wall clock is shown, and whether they work now', async () => {
    must(await addMember({ ...ana, name: 'Eva', timeZone: 'Europe/Lisbon' }));
    desk.show('team', <TeamView />);
    const row = await rowOf('Eva');
    expect(row.textContent).toContain('10:30');
    expect(row.textContent).toContain('working hours · Lisbon');
    expect((await rowOf('Mara')).textContent).toContain('off until Thu 19 Nov 09:00 · Manila');
  });

  test('who left is out of sight but not gone, and can come back', async () => {
    must(await addMember(ana));
    desk.show('team', <TeamView />);
    await choose('Ana Reyes', 'Mark as gone…');
    await desk.user.click(await screen.findByRole('button', { name: 'Mark as gone' }));
    await waitFor(async () =>
      expect(await memberNamed('Ana Reyes')).toMatchObject({ isGone: true, goneOn: '2026-11-18' }),
    );
    await dialogClosed();
    await waitFor(() => expect(screen.queryByRole('row', { name: /Ana Reyes/ })).toBeNull());
    await desk.user.click(screen.getByRole('checkbox', { name: 'Show who left' }));
    await choose('Ana Reyes', 'Bring back');
    await waitFor(async () => expect((await memberNamed('Ana Reyes')).isGone).toBe(false));
  });
});

describe('working hours', () => {
  test('change from a day on; what was before stays, and undo takes it back', async () => {
    must(await addMember(ana));
    desk.show('team', <TeamView />);
    await choose('Ana Reyes', 'Working hours…');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('40 h a week')).toBeDefined();
    const to = within(dialog).getByLabelText('Monday, to');
    await desk.user.clear(to);
    await desk.user.type(to, '16:00');
    expect(within(dialog).getByText('38 h a week')).toBeDefined();
    await desk.user.click(within(dialog).getByRole('button', { name: 'Save hours' }));
    const hours = async (day: string) => {
      const calendar = (await readPlan()).calendarById.get(
        (await memberNamed('Ana Reyes')).calendarId,
      );
      return calendar && versionOn(calendar, day)?.shifts.find((shift) => shift.fromMinute > 780);
    };
    await waitFor(async () => expect((await hours('2026-11-18'))?.toMinute).toBe(960));
    expect((await hours('2026-11-17'))?.toMinute).toBe(1080);
    await dialogClosed();
    await undoLast();
    expect((await hours('2026-11-18'))?.toMinute).toBe(1080);
  });

  test('a break outside the hours is refused where it is entered', async () => {
    must(await addMember(ana));
    desk.show('team', <TeamView />);
    await choose('Ana Reyes', 'Working hours…');
    const dialog = await screen.findByRole('dialog');
    const from = within(dialog).getByLabelText('Tuesday, from');
    await desk.user.clear(from);
    await desk.user.type(from, '13:30');
    expect(within(dialog).getByText('The break lies outside the hours.')).toBeDefined();
    expect(within(dialog).getByRole('button', { name: 'Save hours' })).toHaveProperty(
      'disabled',
      true,
    );
  });
});
