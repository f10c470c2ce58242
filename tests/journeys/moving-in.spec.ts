import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { openView } from './steps/fields.ts';
import { figureOf, startTeam } from './steps/manager.ts';
import { checkTable, confirmUndo, runImport } from './steps/table-import.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../fixtures/imports');
const BOARD = path.join(SAMPLES, 'trello/shop-listings.json');
const WORKBOOK = path.join(SAMPLES, 'spreadsheet/team-log.xlsx');

test('a board and a workbook move in, out again and in again, each once', async ({ outlog }) => {
  const { page } = outlog;
  await startTeam(page, 'Listings', 'Robin Hale');

  await test.step('a board of Trello brings work, people, an outcome and an SOP', async () => {
    await checkTable(outlog, BOARD);
    expect(await figureOf(page, 'New')).toBe('7');
    await expect(page.getByText('1 outcome: Shop listings')).toBeVisible();
    await expect(page.getByText('1 SOP draft: New listing')).toBeVisible();
    await runImport(page);
    expect(await figureOf(page, 'Completed')).toBe('3');
    await openView(page, 'SOPs');
    await expect(page.getByText('New listing', { exact: true }).first()).toBeVisible();
  });

  await test.step('undone, all of it goes together', async () => {
    await openView(page, 'Import');
    await page.getByRole('button', { name: 'Import another table' }).click();
    await page.getByRole('button', { name: 'Undo the import of shop-listings.json' }).click();
    await confirmUndo(page);
    await openView(page, 'SOPs');
    await expect(page.getByText('New listing', { exact: true })).toHaveCount(0);
    await openView(page, 'Entries');
    await expect(page.getByText('No entries yet')).toBeVisible();
  });

  await test.step('brought again it is new once, and then the same', async () => {
    await checkTable(outlog, BOARD);
    expect(await figureOf(page, 'New')).toBe('7');
    await runImport(page);
    await page.getByRole('button', { name: 'Import another table' }).click();
    await checkTable(outlog, BOARD);
    expect(await figureOf(page, 'The same')).toBe('7');
    await expect(page.getByText('Nothing to import')).toBeVisible();
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await page.getByRole('button', { name: 'Choose another file' }).click();
  });

  await test.step('a workbook says what cannot be imported, and where', async () => {
    await checkTable(outlog, WORKBOOK);
    expect(await figureOf(page, 'New')).toBe('3');
    await expect(page.getByText('It is done, and no date says when.')).toBeVisible();
    await runImport(page);
    expect(await figureOf(page, 'Rows')).toBe('3');
  });
});
