import type { Locator, Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './launch.ts';
import { openView } from './steps/fields.ts';
import { startTeam } from './steps/manager.ts';

test('an outline is moved with the mouse, and what is said to be saved outlives a kill', async () => {
  const userData = await temporaryFolder('sop-editor');
  let running = await launchApp(userData);
  try {
    await startTeam(running.page, 'Harbour Shop', 'Mara');
    const { page } = running;
    await openView(page, 'SOPs');
    await page.getByRole('button', { name: 'New SOP' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New SOP' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Close the till');
    await dialog.getByRole('textbox', { name: 'Title' }).press('Enter');
    await page.getByRole('textbox', { name: 'What to do' }).first().click();
    await typeLines(page, ['One', 'Two', 'Three']);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('Counting');
    await page.keyboard.press('Enter');
    await typeLines(page, ['Four', 'Five']);
    await expectOutline(page, ['One', 'Two', 'Three', '# Counting', 'Four', 'Five']);

    await test.step('within a section, up and down', async () => {
      await drag(page, 'Three', 'One', 'top');
      await expectOutline(page, ['Three', 'One', 'Two', '# Counting', 'Four', 'Five']);
      await drag(page, 'Three', 'Two', 'bottom');
      await expectOutline(page, ['One', 'Two', 'Three', '# Counting', 'Four', 'Five']);
    });
    await test.step('into another section', async () => {
      await drag(page, 'One', 'Four', 'bottom');
      await expectOutline(page, ['Two', 'Three', '# Counting', 'Four', 'One', 'Five']);
    });
    await test.step('to the end', async () => {
      await drag(page, 'Two', 'Five', 'bottom');
      await expectOutline(page, ['Three', '# Counting', 'Four', 'One', 'Five', 'Two']);
    });
    await test.step('a drag that ends nowhere moves nothing', async () => {
      const from = await middleOf(gripOf(lineOf(page, 'Five')));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, 5, { steps: 8 });
      await page.mouse.up();
      await expectOutline(page, ['Three', '# Counting', 'Four', 'One', 'Five', 'Two']);
    });
    await test.step('and undone', async () => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await expectOutline(page, ['Two', 'Three', '# Counting', 'Four', 'One', 'Five']);
    });
    await expect(page.getByText('All changes saved')).toBeVisible();
    running.app.process().kill('SIGKILL');
    await running.app.waitForEvent('close');

    running = await launchApp(userData);
    await openView(running.page, 'SOPs');
    await running.page.getByRole('row', { name: /Close the till/ }).click();
    await expectOutline(running.page, ['Two', 'Three', '# Counting', 'Four', 'One', 'Five']);
  } finally {
    await running.app.close();
    await rm(userData, { recursive: true, force: true });
  }
});

async function typeLines(page: Page, lines: readonly string[]): Promise<void> {
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** Titles of steps and, after a hash, headings, from top to bottom. */
async function expectOutline(page: Page, lines: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator('[data-item] input[type="text"]')
        .evaluateAll((fields) =>
          fields.flatMap((field) =>
            field instanceof HTMLInputElement
              ? [`${field.closest('[data-kind="section"]') ? '# ' : ''}${field.value}`]
              : [],
          ),
        ),
    )
    .toEqual(lines);
}

const lineOf = (page: Page, title: string): Locator =>
  page.getByRole('group', { name: new RegExp(`^Step \\d+: ${title}$`) });

const gripOf = (line: Locator): Locator => line.locator('[data-tooltip^="Drag"]');

/** Drags a step by its handle to the upper or lower part of another, as a hand does: in small moves. */
async function drag(page: Page, title: string, onto: string, edge: 'top' | 'bottom') {
  const from = await middleOf(gripOf(lineOf(page, title)));
  const box = await lineOf(page, onto).boundingBox();
  if (!box) throw new Error(`${onto} is not drawn`);
  const y = box.y + (edge === 'top' ? 4 : box.height - 4);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, (from.y + y) / 2, { steps: 6 });
  await page.mouse.move(box.x + 60, y, { steps: 12 });
  // A browser tells of a drag that stands still again and again; a driven mouse has to move.
  await page.mouse.move(box.x + 62, y);
  await expect(lineOf(page, onto)).toHaveAttribute('data-edge', edge);
  await page.mouse.up();
}

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('it is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
