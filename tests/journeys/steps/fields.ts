import type { Locator, Page } from '@playwright/test';

/** Picks an option of a select by its label. */
export async function choose(scope: Page | Locator, label: string, option: string): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Types into a combobox and takes what it found. */
export async function typeAndTake(
  scope: Page | Locator,
  label: string,
  text: string,
): Promise<void> {
  const page = 'page' in scope ? scope.page() : scope;
  const field = scope.getByRole('combobox', { name: label, exact: true });
  await field.fill(text);
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
}

/** Opens a view by the navigation. */
export async function openView(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name, exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
