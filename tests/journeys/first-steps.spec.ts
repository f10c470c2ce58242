import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { choose, openView } from './steps/fields.ts';
import { chooseSyncFolder, startTeam } from './steps/manager.ts';
import { publishDraft } from './steps/sops.ts';
import { temporaryFolder, test } from './launch.ts';

/** What the overview of a new team says of how far it is. */
async function expectDone(page: Page, done: number): Promise<void> {
  await openView(page, 'Overview');
  await expect(page.getByText(new RegExp(`${done} of 5 done`))).toBeVisible();
}

test('a new team is led to its first result through the real screens, and each step ticks itself', async ({
  outlog: { app, page },
}) => {
  test.setTimeout(120_000);
  await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
  await expectDone(page, 0);

  await test.step('an outcome', async () => {
    await page.getByRole('button', { name: 'Write the result' }).click();
    const editor = page.getByRole('main');
    await editor
      .getByRole('textbox', { name: 'The result, in one sentence' })
      .fill('All products are online within a day');
    await editor.getByRole('textbox', { name: 'Short name' }).fill('Product uploads');
    await editor.getByRole('textbox', { name: 'One unit is called' }).fill('listings');
    await choose(editor, 'Owner', 'Inês Prado');
    await editor.getByRole('button', { name: 'Remove this measure' }).click();
    await editor.getByRole('button', { name: 'Add outcome' }).click();
    // The editor leads back to where it was opened.
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expectDone(page, 1);
  });

  await test.step('its target', async () => {
    await page.getByRole('button', { name: 'Set a target' }).click();
    const editor = page.getByRole('main');
    await editor.getByRole('button', { name: 'Add a measure' }).click();
    await page.getByRole('menuitem', { name: /^Quantity/ }).click();
    await editor.getByRole('textbox', { name: 'Target for each person' }).fill('30');
    await editor.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expectDone(page, 2);
  });

  await test.step('an SOP that can be run', async () => {
    await page.getByRole('button', { name: 'Write the SOP' }).click();
    const dialog = page.getByRole('dialog', { name: 'New SOP' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Upload a product');
    await dialog.getByRole('button', { name: 'Start writing' }).click();
    const step = page.getByRole('group', { name: 'Step 1: ' });
    await step.getByRole('textbox', { name: 'What to do' }).fill('Check the price');
    await expect(page.getByText('All changes saved')).toBeVisible();
    await publishDraft(page, 1, { note: 'First version.' });
    await expectDone(page, 3);
  });

  await test.step('an entry', async () => {
    await page.getByRole('button', { name: 'Log one yourself' }).click();
    const bar = page.getByRole('combobox', { name: 'Log output' });
    await bar.fill('12 listings for Product uploads, 1 error');
    await bar.press('Enter');
    await page.keyboard.press('Escape');
    await expectDone(page, 4);
  });

  await test.step('how work travels', async () => {
    await page.getByRole('button', { name: 'Choose the way' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    const folder = await temporaryFolder('first-steps');
    await chooseSyncFolder({ app, page }, folder);
    await openView(page, 'Overview');
    await expect(page.getByText('Output against target').first()).toBeVisible();
    await expect(page.getByText(/First steps/)).toHaveCount(0);
    await rm(folder, { recursive: true, force: true });
  });
});
