import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { openView } from './steps/fields.ts';
import { figureIn, figureOf, startTeam } from './steps/manager.ts';
import { checkTable, confirmUndo, runImport } from './steps/table-import.ts';

/** 4,580 real tickets; their facts below were computed outside this project. */
const TICKETS = path.resolve(import.meta.dirname, '../../assets/samples/helpdesk-tickets.csv');

test('the real tickets give exactly their facts, once, and can be taken back', async ({
  outlog,
}) => {
  const { page } = outlog;
  await startTeam(page, 'Help desk', 'Robin Hale');

  await test.step('the import says what the table holds', async () => {
    await checkTable(outlog, TICKETS);
    await expect(figureIn(page, 'New')).toHaveText('4,580');
    await expect(figureIn(page, 'Rejected')).toHaveText('0');
    await runImport(page);
    await expect(figureIn(page, 'Rows')).toHaveText('4,580');
    await expect(figureIn(page, 'Completed')).toHaveText('4,569');
    await expect(figureIn(page, 'Reopened')).toHaveText('386');
    await expect(figureIn(page, 'Members')).toHaveText('19');
    await expect(page.getByText('159.79 hours, requested to completed')).toBeVisible();
    await expect(page.getByText('Agent 2: 1,242')).toBeVisible();
  });

  await test.step('the overview says the same', async () => {
    await page.getByRole('button', { name: 'Overview', exact: true }).last().click();
    await page.getByRole('radio', { name: 'All time' }).click();
    await expect(page.getByText('of 4,580 in all, 11 open')).toBeVisible();
    await expect(figureIn(page, 'Completed')).toHaveText('4,569');
    await expect(figureIn(page, 'Reopened')).toHaveText('386');
    await expect(page.getByText('159.79 h, n = 4,569')).toBeVisible();
    const output = page.getByRole('region', { name: 'Output against target' });
    const rows = output.getByRole('row').filter({ hasText: /Agent \d+/ });
    await expect(rows).toHaveCount(19);
  });

  await test.step('the drill-down agrees with the figure it came from', async () => {
    const output = page.getByRole('region', { name: 'Output against target' });
    const agent = output.getByRole('row').filter({ hasText: /Agent 2(?!\d)/ });
    await expect(agent.getByRole('cell', { name: '1,242', exact: true })).toBeVisible();
    await agent.getByRole('button', { name: 'Agent 2', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Entries' })).toBeVisible();
    const countOf = async (name: string): Promise<number> =>
      Number((await figureOf(page, name)).replace(',', ''));
    await expect
      .poll(async () => (await countOf('Completed')) + (await countOf('Open now')))
      .toBe(1_242);
    await expect(page.getByRole('grid', { name: 'Entries' })).toHaveAttribute(
      'aria-rowcount',
      '1243',
    );
  });

  await test.step('the same table again changes nothing', async () => {
    await openView(page, 'Import');
    await page.getByRole('button', { name: 'Import another table' }).click();
    await checkTable(outlog, TICKETS);
    await expect(figureIn(page, 'New')).toHaveText('0');
    await expect(figureIn(page, 'Changed')).toHaveText('0');
    await expect(figureIn(page, 'The same')).toHaveText('4,580');
    await expect(page.getByText('Nothing to import')).toBeVisible();
  });

  await test.step('undone, nothing is left of it', async () => {
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await page.getByRole('button', { name: 'Choose another file' }).click();
    await page.getByRole('button', { name: /^Undo the import of/ }).click();
    await confirmUndo(page);
    await openView(page, 'Entries');
    await expect(page.getByText('No entries yet')).toBeVisible();
  });
});
