import '../../support/window-outlog.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entriesOfDay, openEntries } from '../../../../renderer/data/deliverables.ts';
import { parseLogLine } from '#shared/deliverables/log-line';
import { readPlan } from '../../../../renderer/data/plan.ts';
import { problemText } from '../../../../renderer/features/log/line-words.ts';
import { vocabularyOf } from '../../../../renderer/services/log-vocabulary.ts';
import { LogBar } from '../../../../renderer/features/log/log-bar.tsx';
import { EntryDialogs } from '../../../../renderer/features/log/entry-dialogs.tsx';
import { beginWork } from '../../../../renderer/services/deliverables.ts';
import { closeLogBar, openLogBar } from '../../../../renderer/state/log-bar.ts';
import { ANA, REPLIES, UPLOADS, openAssistant, team } from '../../support/open-assistant.tsx';
import type { AssistantDesk } from '../../support/open-assistant.tsx';

let desk: AssistantDesk;
beforeEach(async () => {
  desk = await openAssistant();
});
afterEach(async () => {
  await desk.leave();
});

const TODAY = '2026-11-18';
const logged = async () => await entriesOfDay(ANA, TODAY);
const field = async () => await screen.findByRole('combobox', { name: 'Log output' });
const saved = async (words: RegExp) =>
  await waitFor(() => {
    const line = within(screen.getByRole('status')).getAllByRole('listitem')[0];
    expect(line?.textContent).toMatch(words);
    return line as HTMLElement;
  });

async function openBar(): Promise<HTMLElement> {
  desk.show(
    'today',
    <>
      <LogBar />
      <EntryDialogs />
    </>,
  );
  openLogBar();
  return await field();
}

describe('a typed line', () => {
  test('is read back in plain words, and Enter saves it', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '12 listings for Product uploads, 1 error, photos came late');
    const meaning = document.getElementById(bar.getAttribute('aria-describedby') ?? '');
    for (const words of [
      '12 listings',
      'Product uploads',
      '1 error',
      'photos came late',
      'today',
    ]) {
      expect(meaning?.textContent).toContain(words);
    }
    await desk.user.keyboard('{Enter}');
    await saved(/Saved.*12 listings · Product uploads · 1 error/);
    expect(await logged()).toMatchObject([
      {
        outcomeId: UPLOADS,
        quantity: 12,
        errors: 1,
        note: 'photos came late',
        day: TODAY,
        zone: 'Asia/Manila',
      },
    ]);
    expect(bar).toHaveProperty('value', '');
  });

  test('of two outputs saves both, each with its own details', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '12 listings, 1 error and 4 tickets{Enter}');
    await saved(/4 tickets · Customer replies/);
    expect(bar).toHaveProperty('value', '');
    expect(
      (await logged())
        .map(({ outcomeId, quantity, errors }) => [outcomeId, quantity, errors])
        .toSorted(),
    ).toEqual([
      [REPLIES, 4, null],
      [UPLOADS, 12, 1],
    ]);
    await desk.user.keyboard('{ArrowUp}');
    expect(bar).toHaveProperty('value', '12 listings, 1 error and 4 tickets');
  });

  test('of two outputs asks about the second before it saves any', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '12 listings and 0 tickets{Enter}');
    expect(screen.getByText('Nothing to log: the quantity is 0')).toBeDefined();
    expect(await logged()).toEqual([]);
  });

  test('tells cost, score and two counts where outcomes measure them', async () => {
    const measure = { direction: 'atLeast', target: 1, period: 'week' };
    await desk.hears([
      team('outcome', UPLOADS, {
        measures: ['cost', 'score', 'ratio'].map((kind) => ({
          ...measure,
          kind,
          partName: 'adopted',
        })),
      }),
    ]);
    const bar = await openBar();
    await desk.user.type(bar, '12 listings, cost 40, score 4.5, 3 of 4 adopted{Enter}');
    await saved(/12 listings · Product uploads · cost \$40\.00 · score 4\.5 · 3 of 4/);
    expect(await logged()).toMatchObject([
      { quantity: 12, costMinor: 4000, score: 4.5, partCount: 3, wholeCount: 4 },
    ]);
  });

  test('is taken back by Undo, and by Ctrl+Z in the empty bar', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '3 listings{Enter}');
    await desk.user.click(within(await saved(/3 listings/)).getByRole('button', { name: 'Undo' }));
    await saved(/Taken back/);
    expect(await logged()).toEqual([]);
    await desk.user.type(bar, '4 listings{Enter}');
    await saved(/Saved.*4 listings/);
    await desk.user.keyboard('{Control>}z{/Control}');
    await saved(/Taken back.*4 listings/);
    expect(await logged()).toEqual([]);
  });

  test('that names no outcome asks for it; Enter takes the suggestion before it saves', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '7');
    expect(screen.getByText('For which outcome?')).toBeDefined();
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual(['Customer repliestickets', 'Product uploadslistings']);
    await desk.user.keyboard('{ArrowDown}{Enter}');
    expect(bar).toHaveProperty('value', '7 for Product uploads');
    expect(await logged()).toEqual([]);
    await desk.user.keyboard('{Enter}');
    await saved(/7 listings/);
    expect(await logged()).toMatchObject([{ outcomeId: UPLOADS, quantity: 7 }]);
  });

  test('is called back by the up arrow', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '3 listings{Enter}');
    await saved(/3 listings/);
    await desk.user.type(bar, '5 tickets{Enter}');
    await saved(/5 tickets/);
    await desk.user.keyboard('{ArrowUp}{ArrowUp}');
    expect(bar).toHaveProperty('value', '3 listings');
    await desk.user.keyboard('{ArrowDown}');
    expect(bar).toHaveProperty('value', '5 tickets');
  });

  test('survives closing the bar half-way', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '12 listings, half a');
    await desk.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    openLogBar();
    expect(await field()).toHaveProperty('value', '12 listings, half a');
  });

  test('gives the focus back when it closes', async () => {
    desk.show(
      'today',
      <>
        <button type="button">Elsewhere</button>
        <LogBar />
      </>,
    );
    screen.getByRole('button', { name: 'Elsewhere' }).focus();
    openLogBar();
    await waitFor(async () => expect(document.activeElement).toBe(await field()));
    closeLogBar();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Elsewhere'));
  });

  test('with a verb moves open work along', async () => {
    const { id } = await beginWork(desk.worker, { outcomeId: UPLOADS, title: 'Spring catalogue' });
    const bar = await openBar();
    await desk.user.type(bar, 'blocked on client: waiting for photos');
    expect(await screen.findByText('Blocks “Spring catalogue”')).toBeDefined();
    await desk.user.keyboard('{Enter}');
    await saved(/Blocks “Spring catalogue”/);
    expect(await openEntries(ANA)).toMatchObject([
      { id, blocks: [{ on: 'client', reason: 'waiting for photos', toMs: null }] },
    ]);
    desk.advance(60_000);
    await desk.user.type(bar, 'done 14 listings{Enter}');
    await saved(/Completes/);
    expect(await logged()).toMatchObject([
      { id, quantity: 14, blocks: [{ toMs: expect.any(Number) as number }] },
    ]);
  });

  test('goes on in the full form with Ctrl+Enter', async () => {
    const bar = await openBar();
    await desk.user.type(bar, '12 listings, 1 error, $45.50 @Acme #77');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Log output' });
    const value = (label: string) => within(dialog).getByLabelText(label);
    await waitFor(() => expect(value('Quantity')).toHaveProperty('value', '12'));
    expect(value('Outcome')).toHaveProperty('value', 'Product uploads');
    expect(value('Errors')).toHaveProperty('value', '1');
    expect(value('Value (USD)')).toHaveProperty('value', '45.5');
    expect(value('Client')).toHaveProperty('value', 'Acme Ltd');
    expect(value('Reference')).toHaveProperty('value', '#77');
    await desk.user.type(value('Note'), 'checked twice');
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () =>
      expect(await logged()).toMatchObject([
        { quantity: 12, errors: 1, valueMinor: 4550, client: 'Acme Ltd', note: 'checked twice' },
      ]),
    );
  });
});

test('a click elsewhere closes the bar while it is empty, and never over a line begun', async () => {
  const bar = await openBar();
  await desk.user.type(bar, '12 list');
  await desk.user.click(document.body);
  expect(screen.getByRole('combobox', { name: 'Log output' })).toHaveProperty('value', '12 list');
  await desk.user.clear(bar);
  await desk.user.click(document.body);
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Log output' })).toBeNull());
});

test('a figure that cannot be read is asked for, and nothing is saved', async () => {
  const bar = await openBar();
  await desk.user.type(bar, '12listings for Product uploads{Enter}');
  const meaning = document.getElementById(bar.getAttribute('aria-describedby') ?? '');
  expect(meaning?.textContent).toContain('? listings');
  expect(meaning?.textContent).toContain('“12listings” is no plain number');
  expect(bar).toHaveProperty('value', '12listings for Product uploads');
  expect(await logged()).toEqual([]);
});

test('without any outcome nobody is asked to choose one', async () => {
  const plan = await readPlan();
  const [missing] = parseLogLine(
    '12 listings',
    vocabularyOf({ ...plan, outcomes: [] }, ANA),
  ).problems;
  if (!missing) throw new Error('a line without an outcome has a problem');
  expect(problemText(missing, '12 listings', plan)).toBe('For which outcome?');
  expect(problemText(missing, '12 listings', { ...plan, outcomes: [] })).toMatch(/^No outcome/);
});
