import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instructionState } from '#shared/cadence/instruction';
import type { Edit } from '#shared/stream/change';
import { allInstructions } from '../../../../renderer/data/instructions.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { CheckInView } from '../../../../renderer/features/check-in/check-in-view.tsx';
import { TeamCheckIns } from '../../../../renderer/features/check-in/team/team-check-ins.tsx';
import { sendCheckIn, checkInForDay } from '../../../../renderer/services/check-ins.ts';
import { now } from '../../../../renderer/services/clock.ts';
import { confirmation, giveInstruction } from '../../../../renderer/services/instructions.ts';
import { save } from '../../../../renderer/services/save.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';

/** Wednesday, 18:30 in Manila and 10:30 in London. */
const TODAY = '2026-11-18';

const team = (type: string, id: string, fields: Edit['fields']): Edit => ({
  audience: 'team',
  type,
  id,
  fields,
});

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
  must(
    await save([
      team('member', 'ana', { name: 'Ana Reyes', seat: 'assistant', timeZone: 'Asia/Manila' }),
      team('member', 'bo', { name: 'Bo Marsh', seat: 'assistant', timeZone: 'Europe/London' }),
      team('outcome', 'uploads', { name: 'Product uploads', unit: 'listings' }),
    ]),
  );
});
afterEach(async () => {
  await desk.leave();
});

const daily = (fields: Edit['fields'] = {}): Edit =>
  team('cadence', 'daily', {
    kind: 'checkIn',
    name: 'Daily check-in',
    minuteOfDay: 540,
    fromDay: '2026-11-16',
    ...fields,
  });

/** The team's view, with both assistants in their seats since an instant. */
async function showTeam(joinedAtMs: number): Promise<void> {
  const plan = await readPlan();
  const member = plan.memberById.get(desk.memberId);
  if (!member) throw new Error('the manager is not in the plan');
  const joined = { ...plan, joinedAtMs: new Map(['ana', 'bo'].map((id) => [id, joinedAtMs])) };
  desk.show('check-in', <TeamCheckIns plan={joined} member={member} nowMs={now()} />);
}

async function rowOf(name: string): Promise<HTMLElement> {
  const row = (await screen.findByText(name)).closest('li');
  if (!row) throw new Error(`no row of ${name}`);
  return row;
}

describe('the team’s check-ins', () => {
  test('stand by time zone, east first, with what was said and who is still to come', async () => {
    must(await save([daily()]));
    must(
      await checkInForDay(
        'ana',
        TODAY,
        { planned: [], alsoPlanned: 'Lamps before lunch', heldUpBy: 'No price list' },
        [],
      ),
    );
    await showTeam(now());
    const ana = await rowOf('Ana Reyes');
    await waitFor(() => expect(ana.textContent).toContain('Checked in 18:30'));
    expect(ana.textContent).toContain('Lamps before lunch');
    expect(ana.textContent).toContain('Held up by: No price list');
    await waitFor(async () =>
      expect((await rowOf('Bo Marsh')).textContent).toContain('Asked at 09:00, not yet here'),
    );
    const zones = screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
    expect(zones).toEqual(['Manila, Wed 18:30 there', 'London, Wed 10:30 there']);
    expect(await screen.findByText('1 of 2 checked in')).toBeDefined();
  });

  test('say of nobody that they skipped what may not have arrived, or before they joined', async () => {
    must(await save([daily()]));
    await showTeam(now() - 2 * 86_400_000);
    const words = 'Nothing has arrived since Mon 18:30 your time';
    await waitFor(async () => expect((await rowOf('Bo Marsh')).textContent).toContain(words));
    await desk.user.click(screen.getByRole('button', { name: 'The day before' }));
    await screen.findByText('Tuesday 17 November 2026');
    expect(screen.queryByText('Skipped')).toBeNull();
    cleanup();
    desk.show('check-in', <CheckInView />);
    await waitFor(async () =>
      expect((await rowOf('Bo Marsh')).textContent).toContain('Has not joined yet'),
    );
  });

  test('leave the marks of days that were given and skipped', async () => {
    const planned = { planned: [], alsoPlanned: 'A', heldUpBy: '' };
    const since = team('member', desk.memberId, { startsOn: '2026-11-02' });
    must(await save([since, daily({ memberIds: [desk.memberId] })]));
    must(await checkInForDay(desk.memberId, '2026-11-16', planned, []));
    const words = { report: 'R', blockers: '', tomorrow: '' };
    must(await sendCheckIn(desk.memberId, '2026-11-17', words));
    const plan = await readPlan();
    const member = plan.memberById.get(desk.memberId);
    if (!member) throw new Error('the manager is not in the plan');
    const joined = { ...plan, joinedAtMs: new Map([[member.id, 0]]) };
    desk.show('check-in', <TeamCheckIns plan={joined} member={member} nowMs={now()} />);
    await waitFor(async () =>
      expect((await rowOf('Mara')).textContent).toContain(
        'Last 2 days: 1 given, 1 skipped. Tue 17 Nov: skipped',
      ),
    );
    await desk.user.click(screen.getByRole('button', { name: 'The day before' }));
    expect(await screen.findByText('Skipped')).toBeDefined();
  });

  test('an instruction is given from the keyboard, and stands beside whom it is for', async () => {
    must(await giveInstruction('ana', 'The red ones first'));
    desk.show('check-in', <CheckInView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Instruct Bo Marsh' }));
    const dialog = await screen.findByRole('dialog', { name: 'Instruct Bo Marsh' });
    await desk.user.type(
      within(dialog).getByRole('textbox', { name: 'What is to be done, and how' }),
      'Call Acme{Control>}{Enter}{/Control}',
    );
    await waitFor(async () => expect(await allInstructions()).toHaveLength(2));
    const row = await rowOf('Bo Marsh');
    await waitFor(() => expect(row.textContent).toContain('1 instruction not said back'));
  });

  test('what was said back is agreed to, or put right and said back again', async () => {
    must(await giveInstruction(desk.memberId, 'The red ones first'));
    must(await giveInstruction(desk.memberId, 'Count them'));
    const [red, count] = await allInstructions();
    if (!red || !count) throw new Error('the instructions are not here');
    must(await save([confirmation(red, 'Red, then the rest'), confirmation(count, 'I guess')]));
    desk.show('check-in', <CheckInView />);
    const [first] = await screen.findAllByRole('button', { name: 'That is it: Mara' });
    expect(await screen.findByText('Red, then the rest')).toBeDefined();
    if (first) await desk.user.click(first);
    await waitFor(() => expect(screen.queryByText('Red, then the rest')).toBeNull());
    await desk.user.click(screen.getByRole('button', { name: 'Not quite… Mara' }));
    const field = await screen.findByRole('textbox', { name: 'How it was meant' });
    await desk.user.type(field, 'Count, do not guess{Enter}');
    await waitFor(async () =>
      expect((await allInstructions()).map(instructionState).toSorted()).toEqual([
        'agreed',
        'corrected',
      ]),
    );
  });
});

describe('when check-ins come round', () => {
  test('is set up from the empty view: every assistant, from tomorrow, at their own nine o’clock', async () => {
    desk.show('check-in', <CheckInView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Set up a daily check-in…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Daily check-in' });
    await desk.user.click(within(dialog).getByRole('button', { name: /^Add it/ }));
    await waitFor(async () =>
      expect((await readPlan()).cadences).toMatchObject([
        { kind: 'checkIn', minuteOfDay: 540, memberIds: [], fromDay: '2026-11-19' },
      ]),
    );
    expect(await screen.findByRole('button', { name: 'Times…' })).toBeDefined();
  });

  test('a weekly review is added beside it, says when it comes next, and is paused', async () => {
    must(await save([daily()]));
    desk.show('check-in', <CheckInView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Times…' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Add: Weekly review' }));
    const form = await screen.findByRole('dialog', { name: 'Weekly review' });
    expect(form.textContent).toContain('Comes next: Mon 23 Nov 10:00');
    await desk.user.click(within(form).getByRole('button', { name: /^Add it/ }));
    const pause = await screen.findByRole('button', { name: 'Pause Output and priorities' });
    await desk.user.click(pause);
    await screen.findByRole('button', { name: 'Resume Output and priorities' });
  });
});
