import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memberAudience } from '#shared/stream/change';
import type { Edit } from '#shared/stream/change';
import { CheckInLine } from '../../../../renderer/app/parts/check-ins/check-in-line.tsx';
import { checkIn } from '../../../../renderer/data/check-ins.ts';
import { instructionsTo } from '../../../../renderer/data/instructions.ts';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { CheckInView } from '../../../../renderer/features/check-in/check-in-view.tsx';
import { sendCheckIn } from '../../../../renderer/services/check-ins.ts';
import { now } from '../../../../renderer/services/clock.ts';
import { logEntry, requestWork } from '../../../../renderer/services/deliverables.ts';
import { save } from '../../../../renderer/services/save.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { ANA, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';
import { must } from '../../support/open-manager.tsx';

const HOUR_MS = 3_600_000;
/** Thursday, 09:00 in Manila: the hour that check-ins are asked for at. */
const TODAY = '2026-11-19';

const daily = team('cadence', 'daily', {
  kind: 'checkIn',
  name: 'Daily check-in',
  minuteOfDay: 540,
  fromDay: '2026-11-19',
});
const instruction = (fields: Edit['fields']): Edit => ({
  audience: memberAudience(ANA),
  type: 'instruction',
  id: 'red',
  fields,
});

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

async function asked(): Promise<void> {
  const given = { text: 'The red ones first', byId: desk.founderId, givenAtMs: now() };
  await desk.hears([daily, instruction(given)]);
}

/** From Wednesday 15:00 on. */
const toThursdayAtNine = (): void => desk.advance(18 * HOUR_MS);

async function showLine(): Promise<void> {
  const plan = await readPlan();
  const member = plan.memberById.get(ANA);
  if (!member) throw new Error('the plan has not arrived');
  desk.show('today', <CheckInLine plan={plan} member={member} day={TODAY} nowMs={now()} />);
}

describe('the member’s own check-in', () => {
  test('is picked from open work, said in a minute from the keyboard, and kept in one record', async () => {
    await asked();
    await logEntry(desk.worker, { outcomeId: UPLOADS, quantity: 31 });
    await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Spring catalogue' });
    await requestWork(desk.worker, { outcomeId: UPLOADS, title: 'Lamps' });
    toThursdayAtNine();
    desk.show('check-in', <CheckInView />);
    const words = await screen.findByRole('textbox', { name: 'In your own words' });
    // She joined in the middle of that day: 15 of the day's 40 were asked of her.
    expect(await screen.findByText('31 of 15 listings')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(words));
    await desk.user.keyboard('I begin with everything red');
    await desk.user.click(screen.getByRole('checkbox', { name: 'Lamps' }));
    await desk.user.type(screen.getByRole('textbox', { name: 'What holds you up?' }), 'The scale');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('The scale')).toBeDefined();
    await waitFor(async () =>
      expect(await checkIn(ANA, TODAY)).toMatchObject({
        planned: [{ outcomeId: UPLOADS, title: 'Lamps' }],
        heldUpBy: 'The scale',
        checkedInAtMs: now(),
      }),
    );
    await waitFor(async () =>
      expect((await instructionsTo(ANA))[0]?.confirmed).toEqual({
        text: 'I begin with everything red',
        atMs: now(),
      }),
    );
  });

  test('and the day’s report are halves of one record: neither takes the other away', async () => {
    await asked();
    toThursdayAtNine();
    await sendCheckIn(ANA, TODAY, { report: 'Done', blockers: '', tomorrow: 'More' });
    desk.show('check-in', <CheckInView />);
    await desk.user.type(await screen.findByRole('textbox', { name: 'And besides' }), 'Tidy up');
    await desk.user.click(screen.getByRole('button', { name: 'Check in' }));
    await waitFor(async () =>
      expect(await checkIn(ANA, TODAY)).toMatchObject({ report: 'Done', alsoPlanned: 'Tidy up' }),
    );
  });

  test('keeps what was typed over a closed view, and can be changed once it is given', async () => {
    await desk.hears([daily]);
    toThursdayAtNine();
    desk.show('check-in', <CheckInView />);
    await desk.user.type(await screen.findByRole('textbox', { name: 'And besides' }), 'Tidy up');
    cleanup();
    desk.show('check-in', <CheckInView />);
    const field = await screen.findByRole('textbox', { name: 'And besides' });
    expect(field).toHaveProperty('value', 'Tidy up');
    await desk.user.click(screen.getByRole('button', { name: 'Check in' }));
    await desk.user.click(await screen.findByRole('button', { name: 'Change it' }));
    const again = await screen.findByRole('textbox', { name: 'And besides' });
    await desk.user.clear(again);
    await desk.user.type(again, 'Call Acme');
    const givenAtMs = now();
    desk.advance(HOUR_MS);
    await desk.user.click(screen.getByRole('button', { name: 'Check in again' }));
    await waitFor(async () =>
      expect(await checkIn(ANA, TODAY)).toMatchObject({
        alsoPlanned: 'Call Acme',
        checkedInAtMs: givenAtMs,
      }),
    );
  });

  test('shows what was meant, where an instruction was understood otherwise', async () => {
    await asked();
    must(await save([instruction({ confirmed: { text: 'Red ones last', atMs: 5 } })]));
    const judged = { verdict: 'corrected', note: 'First, not last', byId: desk.founderId };
    await desk.hears([instruction({ judged: { ...judged, atMs: 6, ofAtMs: 5 } })]);
    desk.show('check-in', <CheckInView />);
    expect(await screen.findByText('You said: Red ones last')).toBeDefined();
    expect(await screen.findByText('Mara meant: First, not last')).toBeDefined();
  });

  test('is nobody’s demand where no check-in is set up, and can be given all the same', async () => {
    desk.show('check-in', <CheckInView />);
    await screen.findByText(
      'Nobody asks for check-ins yet; yours reach your manager all the same.',
    );
    await desk.user.click(screen.getByRole('button', { name: 'Check in' }));
    expect(await screen.findByText(/^Checked in 18 Nov 2026, 15:00/)).toBeDefined();
  });
});

describe('the reminder on Today', () => {
  test('is silent before the hour, one line from then on, and gone once it is given', async () => {
    await asked();
    desk.advance(17 * HOUR_MS);
    await showLine();
    await waitFor(async () => expect((await instructionsTo(ANA)).length).toBe(1));
    expect(screen.queryByRole('region', { name: 'Check-in' })).toBeNull();
    cleanup();
    desk.advance(HOUR_MS);
    await showLine();
    const line = await screen.findByRole('region', { name: 'Check-in' });
    expect(line.textContent).toContain('Plan the day in a minute · 1 instruction to say back');
    await desk.user.click(within(line).getByRole('button', { name: 'Check in' }));
    expect(currentRoute().view).toBe('check-in');
  });

  test('comes back an hour after it was put off', async () => {
    await desk.hears([daily]);
    toThursdayAtNine();
    await showLine();
    await desk.user.click(await screen.findByRole('button', { name: 'In an hour' }));
    expect(screen.queryByRole('region', { name: 'Check-in' })).toBeNull();
    cleanup();
    desk.advance(HOUR_MS);
    await showLine();
    expect(await screen.findByRole('region', { name: 'Check-in' })).toBeDefined();
  });
});
