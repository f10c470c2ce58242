import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTableDesk } from './table-desk.tsx';
import type { TableDesk } from './table-desk.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { fail } from '#shared/result';
import { findEntries } from '../../../../renderer/data/deliverables.ts';
import { ImportView } from '../../../../renderer/features/import/import-view.tsx';
import { startOver } from '../../../../renderer/features/import/open-table.ts';
import { currentRoute } from '../../../../renderer/state/route.ts';
import { useBridge } from '../../support/window-outlog.ts';

const TICKETS = [
  'Ticket,Assignee,Requested at,Completed at,Times reopened',
  'T-1,Ana,2024-05-01T10:00Z,2024-05-02T10:00Z,0',
  'T-2,Ben,2024-05-01T10:00Z,2024-05-04T10:00Z,1',
  'T-3,Ana,2024-05-01T10:00Z,,0',
  'T-4,Ana,2024-05-01T10:00Z,2024-05-03T10:00Z,0',
  'T-5,Ana,31/02/2024,2024-05-03T10:00Z,0',
  'T-6,=cmd|calc,2024-05-01T10:00Z,soon,0',
].join('\n');

let desk: TableDesk;
beforeEach(async () => {
  desk = await openTableDesk();
});
afterEach(async () => {
  startOver();
  await desk.leave();
});

async function open(name: string, content: string | Uint8Array): Promise<void> {
  desk.choose(await desk.write(name, content));
  desk.show('import', <ImportView />);
  await desk.user.click(await screen.findByRole('button', { name: 'Choose a file…' }));
}

const press = async (name: string | RegExp): Promise<void> =>
  await desk.user.click(await screen.findByRole('button', { name }));

const figure = async (label: string): Promise<string> =>
  (await screen.findByRole('group', { name: label })).textContent ?? '';

describe('importing a table, from the file to the entries', () => {
  it('reads, previews, checks, imports and shows what came of it', async () => {
    await open('tickets.csv', TICKETS);
    expect(await screen.findByText('4 rows can be imported')).toBeTruthy();
    expect(screen.getByText('2 rows cannot be read')).toBeTruthy();
    expect(screen.getAllByText(/^Ana · Tickets$/).length).toBeGreaterThan(0);
    await press('Check the import');
    expect(await figure('New')).toContain('4');
    expect(await figure('Rejected')).toContain('2');
    expect(screen.getByText('2 members: Ana, Ben')).toBeTruthy();
    const rejected = screen.getByRole('grid', { name: 'Rows that cannot be imported' });
    expect(within(rejected).getByText('31/02/2024')).toBeTruthy();
    await press('Import 4 rows');
    expect(await figure('Completed')).toContain('3');
    expect(await figure('Median turnaround')).toContain('48 hours');
    expect(await figure('Members')).toContain('2');
    await press('See entries');
    const { view, params } = currentRoute();
    expect(view).toBe('entries');
    expect((await findEntries({ importId: params['importId'] ?? '' })).total).toBe(4);
  });

  it('copies rejected rows for a spreadsheet without a cell that it would evaluate', async () => {
    await open('tickets.csv', `${TICKETS}\nT-7,Ana,=1+1,,0`);
    await press('Check the import');
    await press('Copy the list');
    await waitFor(() => expect(desk.copied).toHaveLength(1));
    const lines = (desk.copied[0] ?? '').split('\n');
    expect(lines[0]).toBe('File\tLine\tColumn\tWhy\tWhat stands there');
    expect(lines).toContain(
      'tickets.csv\t6\tRequested at\tThis is no date that exists.\t31/02/2024',
    );
    expect(lines.at(-1)).toBe("tickets.csv\t8\tRequested at\tThis is no date that exists.\t'=1+1");
  });

  it('undoes it from the list of past imports', async () => {
    await open('tickets.csv', TICKETS);
    await press('Check the import');
    await press('Import 4 rows');
    await press('Import another table');
    await press('Undo the import of tickets.csv');
    const dialog = await screen.findByRole('dialog');
    await desk.user.click(within(dialog).getByRole('button', { name: 'Undo import' }));
    expect(await screen.findByText('Undone')).toBeTruthy();
    expect((await findEntries({})).total).toBe(0);
  });

  it('asks whether the day or the month comes first before it goes on', async () => {
    await open('log.csv', 'Who,What,Done\nAna,Call,03/04/2024\nBen,Mail,05/06/2024\n');
    expect(await screen.findByText('Is 03/04/2024 3 Apr 2024 or 4 Mar 2024?')).toBeTruthy();
    await screen.findByText('2 rows can be imported');
    expect(screen.getByRole('button', { name: 'Check the import' })).toHaveProperty(
      'disabled',
      true,
    );
    await desk.user.click(screen.getByRole('radio', { name: 'Month first' }));
    expect(await screen.findByText(/completed 4 Mar 2024/)).toBeTruthy();
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Check the import' })).toHaveProperty(
        'disabled',
        false,
      ),
    );
  });

  it('says that saving failed, and finishes or takes back what was saved', async () => {
    await open('tickets.csv', TICKETS);
    await press('Check the import');
    await screen.findByRole('button', { name: 'Import 4 rows' });
    let calls = 0;
    useBridge({
      ...desk.bridge,
      append: async (input) => {
        calls += 1;
        return calls > 2 ? fail('disk-full', 'after-fix') : await desk.bridge.append(input);
      },
    });
    await press('Import 4 rows');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    useBridge(desk.bridge);
    await press('Try to finish');
    expect(await figure('Rows')).toContain('4 new, 0 changed');
  });
});

describe('files that are no tables', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  it.each([
    ['empty.csv', '', 'The file is empty.'],
    ['header.csv', 'a,b\n', 'The file holds headers and no rows.'],
    ['picture.csv', png, 'This is no text file (PNG).'],
    ['long.csv', 'x'.repeat(10 * 1024 * 1024), 'Line 1 is 10,485,760 characters long'],
  ])('%s is refused with its reason, and nothing is imported', async (name, content, reason) => {
    await open(name, content);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(reason);
    expect(alert.textContent).toContain('Nothing was imported.');
    expect((await findEntries({})).total).toBe(0);
    expect(screen.getByText('Nothing was imported yet')).toBeTruthy();
  });
});
