import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { openView } from './steps/fields.ts';
import { chooseInDialog, saveInDialog } from './steps/native-dialogs.ts';
import { temporaryFolder, test } from './launch.ts';
import { pdfPages, pdfText } from './pdf-text.ts';

const DOCUMENT = path.resolve(import.meta.dirname, '../fixtures/sops/google-docs.html');
const LONG = path.resolve(import.meta.dirname, '../fixtures/sops/base-ui-changelog.md');

const TITLE = /^Settle a return/;

test('a document becomes a draft by keyboard alone, and the draft a PDF and a Markdown file', async ({
  outlog: { app, page },
}) => {
  const folder = await temporaryFolder('sop-port');
  try {
    await page.getByRole('button', { name: /sample/i }).click();
    await openView(page, 'SOPs');
    await chooseInDialog(app, DOCUMENT);
    await page.getByRole('button', { name: 'Import…' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Choose a document…' })).toBeVisible();
    await page.getByRole('button', { name: 'Choose a document…' }).press('Enter');
    const outline = page.getByRole('region', { name: 'What was read' });
    await expect(outline).toBeFocused();
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('5 steps · 2 sections');
    const take = page.getByRole('button', { name: 'Create draft' });
    for (let presses = 0; presses < 15; presses += 1) {
      if (await take.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(take).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Refund a customer' })).toBeVisible();

    const pdf = path.join(folder, 'refund.pdf');
    await saveInDialog(app, pdf);
    await page.getByRole('button', { name: 'More', exact: true }).first().press('Enter');
    await page.getByRole('menuitem', { name: 'Print to PDF…' }).press('Enter');
    await expect(page.getByText('Saved as refund.pdf')).toBeVisible();
    const bytes = await readFile(pdf);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const text = pdfText(bytes).replaceAll(/\s+/g, ' ');
    for (const words of [
      'Refund a customer',
      'Pay back',
      'Was the parcel returned?',
      'Optional',
      'Done by',
    ]) {
      expect(text).toContain(words);
    }
    // The page around it is not on paper.
    expect(text).not.toContain('Publish');
    expect(pdfPages(bytes)).toBe(1);

    const markdown = path.join(folder, 'refund.md');
    await saveInDialog(app, markdown);
    await page.getByRole('button', { name: 'More', exact: true }).first().press('Enter');
    await page.getByRole('menuitem', { name: 'Save as Markdown…' }).press('Enter');
    await expect(page.getByText('Saved as refund.md')).toBeVisible();
    expect(await readFile(markdown, 'utf8')).toContain('- **Answer:** choice of "Yes", "No"');
    expect((await stat(markdown)).size).toBeGreaterThan(300);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('3,180 lines are read in a worker, and put into a draft as one change that undo takes back', async ({
  outlog: { app, page },
}) => {
  await page.getByRole('button', { name: /sample/i }).click();
  await openView(page, 'SOPs');
  await page.getByRole('gridcell', { name: TITLE }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).first().press('Enter');
  await page.getByRole('menuitem', { name: 'Import…' }).press('Enter');
  await chooseInDialog(app, LONG);
  await page.getByRole('button', { name: 'Choose a document…' }).press('Enter');
  await expect(page.getByRole('region', { name: 'What was read' })).toBeFocused();
  await page.getByRole('button', { name: 'Replace the draft' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Versions' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
});
