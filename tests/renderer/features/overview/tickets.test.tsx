import { act, screen, within } from '@testing-library/react';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTableDesk, prepare, run } from '../import/table-desk.tsx';
import type { TableDesk } from '../import/table-desk.tsx';
import { findEntries } from '../../../../renderer/data/deliverables.ts';
import { OverviewView } from '../../../../renderer/features/overview/overview-view.tsx';
import { currentRoute, goBack } from '../../../../renderer/state/route.ts';

/** Thousands of rows through a database that runs in the test's own thread. */
const LONG_MS = 60_000;

/** Facts of the file, computed outside this project (see the note beside it). */
const FACTS = { tickets: 4_580, completed: '4,569', medianHours: '159.79 h', reopened: '386' };

describe('the overview of the real help desk tickets', { timeout: LONG_MS }, () => {
  let desk: TableDesk;

  beforeAll(async () => {
    desk = await openTableDesk();
    await run(await prepare(desk, 'assets/samples/helpdesk-tickets.csv'));
  }, LONG_MS);
  afterAll(async () => {
    await desk.leave();
  }, LONG_MS);

  const showAll = () => desk.show('overview', <OverviewView />, { period: 'all', order: 'name' });
  const outputPanel = async () =>
    await screen.findByRole('region', { name: 'Output against target' });
  const figure = async (name: string) =>
    await screen.findByRole('button', { name: new RegExp(`^${name}`) });

  test('reads exactly the facts of the file', async () => {
    showAll();
    expect((await figure('Completed')).textContent).toContain(FACTS.completed);
    expect((await figure('Completed')).textContent).toContain('4,580 in all, 11 open');
    expect((await figure('Median turnaround')).textContent).toContain(FACTS.medianHours);
    expect((await figure('Median turnaround')).textContent).toContain('n = 4,569');
    expect((await figure('Reopened')).textContent).toContain(FACTS.reopened);
  });

  test('lists 19 assignees in order of their numbers, with what each holds in all', async () => {
    showAll();
    const rows = await within(await outputPanel()).findAllByRole('row', { name: /^Agent / });
    expect(rows).toHaveLength(19);
    const numbers = rows.map((row) => Number(/^Agent (\d+)/.exec(row.textContent ?? '')?.[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const second = rows[1] as HTMLElement;
    expect(
      within(second)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toContain('1,242');
  });

  test('the entries behind a figure are as many as it says', async () => {
    showAll();
    const total = async () => {
      const { view, params } = currentRoute();
      expect(view).toBe('entries');
      return (
        await findEntries(
          {
            stage: params['stage'] as 'open' | 'completed' | 'all',
            ...(params['memberId'] && { memberIds: [params['memberId']] }),
            ...(params['from'] && { fromDay: params['from'] }),
            ...(params['to'] && { toDay: params['to'] }),
            reopenedOnly: params['reopened'] === '1',
          },
          1,
        )
      ).total;
    };
    await desk.user.click(await figure('Reopened'));
    expect(await total()).toBe(386);
    act(goBack);
    await desk.user.click(await figure('Completed'));
    expect(await total()).toBe(4_569);
    act(goBack);
    const output = within(await outputPanel());
    await desk.user.click(await output.findByRole('button', { name: 'Agent 2' }));
    expect(await total()).toBe(1_242);
  });

  test('a month shows what was completed in it, and leads to just that', async () => {
    desk.show('overview', <OverviewView />, { period: 'month', from: '2012-10-01' });
    const completed = await figure('Completed');
    const count = Number(completed.textContent?.match(/^Completed([\d,]+)of/)?.[1]);
    await desk.user.click(completed);
    const { params } = currentRoute();
    expect(params).toMatchObject({ from: '2012-10-01', to: '2012-10-31', stage: 'completed' });
    const found = await findEntries(
      { stage: 'completed', fromDay: '2012-10-01', toDay: '2012-10-31' },
      1,
    );
    expect(count).toBeGreaterThan(0);
    expect(found.total).toBe(count);
  });
});
