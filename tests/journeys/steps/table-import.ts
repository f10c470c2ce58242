import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openView } from './fields.ts';
import { chooseInDialog } from './native-dialogs.ts';

/** A long import on a busy machine. */
const IMPORT_LIMIT_MS = 60_000;

/** Chooses a table and goes as far as the count of what an import would do. */
export async function checkTable(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  file: string,
): Promise<void> {
  await openView(page, 'Import');
  await chooseInDialog(app, file);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByText(/rows? can be imported/)).toBeVisible({ timeout: IMPORT_LIMIT_MS });
  await page.getByRole('button', { name: 'Check the import' }).click();
  await expect(page.getByRole('group', { name: 'New', exact: true })).toBeVisible({
    timeout: IMPORT_LIMIT_MS,
  });
}

/** Runs the import that was checked, to its end. */
export async function runImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Imported' })).toBeVisible({
    timeout: IMPORT_LIMIT_MS,
  });
}

/** Answers the question whether an import is to be undone. */
export async function confirmUndo(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText(/was undone$/).first()).toBeVisible({ timeout: IMPORT_LIMIT_MS });
}
