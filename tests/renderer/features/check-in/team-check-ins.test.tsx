import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Edit } from '#shared/stream/change';
import { allInstructions } from '../../../../renderer/data/instructions.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { CheckInView } from '../../../../renderer/features/check-in/check-in-view.tsx';
import { sendCheckIn, checkInForDay } from '../../../../renderer/services/check-ins.ts';
import { giveInstruction } from '../../../../renderer/services/instructions.ts';
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
    desk.show('check-in', <CheckInView />);
    const ana = await rowOf('Ana Reyes');
    expect(ana.textContent).toContain('Checked in 18:30');
    expect(ana.textContent).toContain('Lamps before lunch');
    expect(ana.textContent).toContain('Held up by: No price list');
    expect((await rowOf('Bo Marsh')).textContent).toContain('Asked at 09:00, not yet here');
    const zones = screen
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent);
    expect(zones).toEqual(['Manila, Wed 18:30 there', 'London, Wed 10:30 there']);
    expect(screen.getByText('1 of 2 checked in')).toBeDefined();
  });

  test('name the days that were skipped, and none on which nobody was asked', async () => {
    must(await save([daily()]));
    must(
      await checkInForDay('bo', '2026-11-16', { planned: [], alsoPlanned: 'A', heldUpBy: '' }, []),
    );
    must(await sendCheckIn('bo', '2026-11-17', { report: 'R', blockers: '', tomorrow: '' }));
    desk.show('check-in', <CheckInView />);
    const bo = await rowOf('Bo Marsh');
    expect(bo.textContent).toContain('Last 2 days: 1 given, 1 skipped. Tue 17 Nov: skipped');
    await desk.user.click(screen.getByRole('button', { name: 'The day before' }));
    await waitFor(async () => expect((await rowOf('Bo Marsh')).textContent).toContain('Skipped'));
    expect(screen.getByText('2 skipped')).toBeDefined();
  });

  test('an instruction is given, and one that was said back is agreed to or put right', async () => {
    must(await giveInstruction('ana', 'The red ones first'));
    desk.show('check-in', <CheckInView />);
    await desk.user.click(await screen.findByRole('button', { name: 'Instruct Bo Marsh' }));
    const dialog = await screen.findByRole('dialog', { name: 'Instruct Bo Marsh' });
    await desk.user.type(
      within(dialog).getByRole('textbox', { name: 'What is to be done, and how' }),
      'Call Acme{Control>}{Enter}{/Control}',
    );
    await waitFor(async () => expect(await allInstructions()).toHaveLength(2));
    expect((await rowOf('Bo Marsh')).textContent).toContain('1 instruction not said back');
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
    expect((await rowOf('Ana Reyes')).textContent).toContain('No working hours');
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
