import '../../support/window-outlog.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { OutcomeView } from '../../../../renderer/features/outcomes/outcome-view.tsx';
import { planEdit } from '../../../../renderer/services/plan.ts';
import { save } from '../../../../renderer/services/save.ts';
import { undoLast } from '../../../../renderer/services/undo.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { must, openManager } from '../../support/open-manager.tsx';
import type { ManagerDesk } from '../../support/open-manager.tsx';
import { choose, enter, field, measureCard } from './edit-outcome.ts';

let desk: ManagerDesk;
beforeEach(async () => {
  desk = await openManager();
});
afterEach(async () => {
  await desk.leave();
});

const STATEMENT = 'The result, in one sentence';
const main = () => document.body;

async function startNew() {
  desk.show('outcome', <OutcomeView />, { new: '1' });
  await screen.findByRole('heading', { level: 1, name: 'New outcome' });
}

async function fillIn({ target = '40' } = {}) {
  const { user } = desk;
  await enter(user, STATEMENT, 'Every new product is live within a day, with at most 1% errors');
  await enter(user, 'Short name', 'Product uploads');
  await enter(user, 'One unit is called, in the plural', 'listings');
  await enter(user, 'Target for each person', target);
  await user.click(screen.getByRole('checkbox', { name: 'Mara' }));
}

const submit = async () =>
  await desk.user.click(screen.getByRole('button', { name: 'Add outcome' }));

const savedOutcome = async () => (await readPlan()).outcomes[0];

describe('a new outcome', () => {
  test('is saved as it was written, from today on; Ctrl+Z takes it back', async () => {
    await startNew();
    await fillIn();
    expect(
      within(measureCard(1)).getByText('At least 40 listings a day for each person'),
    ).toBeDefined();
    await submit();
    await waitFor(() => expect(currentRoute().view).toBe('outcomes'));
    const outcome = await savedOutcome();
    expect(outcome).toMatchObject({
      name: 'Product uploads',
      unit: 'listings',
      startsOn: '2026-11-18',
    });
    expect(outcome?.measures).toMatchObject([
      { kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' },
    ]);
    await undoLast();
    expect(await savedOutcome()).toBeUndefined();
  });

  test('with a target of zero is refused at its field, and nothing is saved', async () => {
    await startNew();
    await fillIn({ target: '0' });
    await submit();
    expect(await screen.findByText(/A target must be more than zero/)).toBeDefined();
    expect(document.activeElement).toBe(field('Target for each person'));
    expect(await savedOutcome()).toBeUndefined();
  });

  test('stays as it was typed while one looks elsewhere', async () => {
    await startNew();
    await fillIn();
    desk.show('outcome', <OutcomeView />, { new: '1' });
    expect(await screen.findAllByDisplayValue('Product uploads')).toHaveLength(2);
  });

  test('begins with the key result that was asked for, whatever else is being written', async () => {
    await startNew();
    await enter(desk.user, 'Short name', 'Something else');
    cleanup();
    must(await save([planEdit('keyResult', 'kr', { name: 'Half the returns' })]));
    desk.show('outcome', <OutcomeView />, { new: '1', keyResultId: 'kr' });
    expect(await screen.findByDisplayValue('Half the returns')).toBeDefined();
  });
});

describe('an activity', () => {
  test('is answered with a result that Enter takes, with its measures and its promise', async () => {
    const { user } = desk;
    await startNew();
    await enter(user, STATEMENT, 'Manage inbox');
    expect(screen.getByText(/reads like an activity: “manage”/)).toBeDefined();
    await user.keyboard('{Enter}');
    const result =
      'All inquiries get a first response within four business hours, at 95% satisfaction';
    expect(field(STATEMENT)).toHaveProperty('value', result);
    const control = field(STATEMENT) as HTMLTextAreaElement;
    expect(result.slice(control.selectionStart, control.selectionEnd)).toBe('inquiries');
    expect(
      within(measureCard(1)).getByText(/95 of 100 inquiries answered within 4 working hours/),
    ).toBeDefined();
    expect(within(measureCard(2)).getByText(/At least 95% satisfied of/)).toBeDefined();
    expect(screen.getByRole('switch', { name: 'A first answer' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('button', { name: 'Put back what was there' }));
    expect(field(STATEMENT)).toHaveProperty('value', 'Manage inbox');
    expect(screen.getByRole('switch', { name: 'A first answer' })).toHaveProperty('checked', false);
  });

  test('leaves a blank that is typed over, and the unit follows', async () => {
    const { user } = desk;
    await startNew();
    await user.click(screen.getByRole('button', { name: 'Turnaround' }));
    await user.keyboard('parcels');
    expect(field(STATEMENT)).toHaveProperty(
      'value',
      'All parcels are done within eight business hours, 99% right the first time',
    );
    expect(field('One unit is called, in the plural')).toHaveProperty('value', 'parcels');
  });

  test('may be saved all the same', async () => {
    await startNew();
    await fillIn();
    await enter(desk.user, STATEMENT, 'Manage the inbox');
    await submit();
    await waitFor(async () => expect((await savedOutcome())?.statement).toBe('Manage the inbox'));
  });
});

describe('measures', () => {
  test('are added, said in human units, moved with the keyboard and removed', async () => {
    const { user } = desk;
    await startNew();
    await fillIn();
    await user.click(screen.getByRole('button', { name: 'Add a measure' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Turnaround/ }));
    const target = within(measureCard(2)).getByRole('textbox', { name: 'Target' });
    await waitFor(() => expect(document.activeElement).toBe(target));
    await user.keyboard('7.5');
    await choose(user, measureCard(2), 'Kept by', '95 of 100');
    expect(
      within(measureCard(2)).getByText(
        '95 of 100 listings finished within 7.5 working hours of being asked for, counted each month',
      ),
    ).toBeDefined();
    target.focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(measureCard(1).getAttribute('aria-label')).toBe('Measure 1: Turnaround');
    expect(document.activeElement).toBe(target);
    await submit();
    await waitFor(async () =>
      expect((await savedOutcome())?.measures).toMatchObject([
        { kind: 'turnaround', direction: 'atMost', target: 450, quantile: 0.95 },
        { kind: 'quantity' },
      ]),
    );
  });

  test('of a ratio name their two counts', async () => {
    const { user } = desk;
    await startNew();
    await fillIn();
    await choose(user, measureCard(1), 'Measured by', /^Ratio/);
    await user.click(within(measureCard(1)).getByRole('textbox', { name: 'Target' }));
    await user.keyboard('60');
    await submit();
    expect(await screen.findByText(/Name both counts/)).toBeDefined();
    await enter(user, 'What is counted', 'adopted');
    await enter(user, 'Out of what', 'recommendations made');
    await choose(user, measureCard(1), 'Taken from', 'A random share');
    expect(
      screen.getAllByText(
        'At least 60% adopted of recommendations made, counted each month, on a random 10%',
      ),
    ).not.toEqual([]);
    await submit();
    await waitFor(async () =>
      expect((await savedOutcome())?.measures).toMatchObject([
        { target: 0.6, partName: 'adopted', sampling: { kind: 'share', shareRatio: 0.1 } },
      ]),
    );
  });
});

describe('an outcome that is there', () => {
  const EIGHT_HOURS = [{ to: 'completed', minutes: 480, fromDay: '0001-01-01' }];
  beforeEach(async () => {
    must(
      await save([
        planEdit('outcome', 'o', {
          name: 'Uploads',
          statement: 'Every listing is live within a day, without errors',
          unit: 'listings',
          ownerId: desk.memberId,
          measures: [{ kind: 'quantity', direction: 'atLeast', target: 40, period: 'day' }],
          sla: EIGHT_HOURS,
        }),
      ]),
    );
    desk.show('outcome', <OutcomeView />, { id: 'o' });
    await screen.findByRole('heading', { level: 1, name: 'Uploads' });
  });

  test('writes only what was changed, so that what others changed meanwhile stays', async () => {
    const { user } = desk;
    await enter(user, 'Why it matters', 'What is not live cannot be sold');
    must(await save([planEdit('outcome', 'o', { unit: 'products' })]));
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(currentRoute().view).toBe('outcomes'));
    expect(await savedOutcome()).toMatchObject({
      unit: 'products',
      why: 'What is not live cannot be sold',
    });
  });

  test('asks from which day a changed promise holds, and keeps the older one', async () => {
    const { user } = desk;
    await enter(user, 'Within', '4');
    expect(await screen.findByLabelText('First day')).toHaveProperty('value', '2026-11-18');
    expect(screen.getByText(/asked for before 18 Nov 2026 stays measured as it was/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    await waitFor(async () =>
      expect((await savedOutcome())?.slas).toEqual([
        ...EIGHT_HOURS,
        { to: 'completed', minutes: 240, fromDay: '2026-11-18' },
      ]),
    );
  });

  test('shows when something asked for would be due', async () => {
    // Office hours in Manila: 30 minutes on Friday, the rest on Monday, its break left out.
    expect(screen.getByText(/Asked Fri 20 Nov 17:30/).parentElement?.textContent).toContain(
      'completed by Mon 23 Nov 17:30',
    );
  });

  test('refuses a promise in a calendar without hours', async () => {
    const { user } = desk;
    must(await save([planEdit('calendar', 'none', { name: 'No hours', versions: [] })]));
    await waitFor(async () => expect((await readPlan()).calendars).toHaveLength(2));
    await choose(user, main(), 'Counted in', 'No hours');
    await user.click(screen.getByRole('button', { name: /^Save/ }));
    expect(
      await screen.findByText(/has no working hours, so the promise would never/),
    ).toBeDefined();
    expect((await savedOutcome())?.calendarId).toBe('');
  });

  test('is there again as it was when the changes are discarded', async () => {
    const { user } = desk;
    await enter(user, 'Short name', 'Something else');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(field('Short name')).toHaveProperty('value', 'Uploads');
  });
});

test('an outcome that is not here says so', async () => {
  desk.show('outcome', <OutcomeView />, { id: 'lost' });
  expect(await screen.findByText('This outcome is not here')).toBeDefined();
});

test('what was merged with every fault is shown, flagged and can be mended', async () => {
  must(
    await save([
      planEdit('outcome', 'bad', {
        name: 'Odd one',
        ownerId: 'nobody',
        standInId: 'nobody',
        calendarId: 'lost',
        startsOn: 'soon',
        measures: [
          { kind: 'accuracy', target: 42, period: 'day', sampling: 'often' },
          { kind: 'quantity', target: -3, period: 'day' },
          'nonsense',
        ],
        sla: [{ to: 'completed', minutes: -5, fromDay: 'never' }, { minutes: 1e9 }],
      }),
    ]),
  );
  desk.show('outcome', <OutcomeView />, { id: 'bad' });
  await screen.findByRole('heading', { level: 1, name: 'Odd one' });
  expect(await screen.findByText(/things to mend first/)).toBeDefined();
  expect(screen.getByText('No more than 100%.')).toBeDefined();
  expect(screen.getByText(/This calendar is no longer there/)).toBeDefined();
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  await enter(desk.user, 'Short name', 'Odd');
  await desk.user.click(screen.getByRole('button', { name: /^Save/ }));
  expect((await readPlan()).outcomeById.get('bad')?.name).toBe('Odd one');
});
