import { type Locator, type Page, expect } from '@playwright/test';

/** More than any screen has between two things that belong together. */
const MOST_TABS = 80;

/** From now on a press of the mouse is noted; `mousePresses` answers how many there were. */
export async function watchMouse(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, 'mousePresses', 0);
    document.addEventListener('pointerdown', () => {
      Reflect.set(window, 'mousePresses', Number(Reflect.get(window, 'mousePresses')) + 1);
    });
  });
}

export const mousePresses = async (page: Page): Promise<unknown> =>
  await page.evaluate(() => Reflect.get(window, 'mousePresses') as unknown);

/** Goes on with Tab until something has the focus: what cannot be reached so fails the test. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  const focused = page.locator(':focus').and(target);
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if ((await focused.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with ${MOST_TABS} tabs: ${String(target)}`);
}

/** Reaches a button and presses it. */
export async function pressButton(
  page: Page,
  name: string | RegExp,
  scope: Page | Locator = page,
): Promise<void> {
  await tabTo(page, scope.getByRole('button', { name, exact: typeof name === 'string' }));
  await page.keyboard.press('Enter');
}

/** Reaches a field and writes into it, in the place of what it holds. */
export async function write(
  page: Page,
  name: string,
  text: string,
  scope: Page | Locator = page,
): Promise<void> {
  // A label may go on with what is optional about it.
  await tabTo(page, scope.getByRole('textbox', { name: new RegExp(`^${name}`) }));
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Reaches a list of choices, opens it and takes one by its first letters. */
export async function take(
  page: Page,
  name: string,
  option: string,
  scope: Page | Locator = page,
): Promise<void> {
  await tabTo(page, scope.getByRole('combobox', { name, exact: true }));
  await page.keyboard.press('ArrowDown');
  const wanted = page.getByRole('option', { name: option }).first();
  await wanted.waitFor();
  for (let downs = 0; downs < MOST_TABS; downs++) {
    const isAt = await wanted.evaluate((element) => element.hasAttribute('data-highlighted'));
    if (isAt) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}

/** Asks the palette for something and takes the first that it finds, which has to be called so. */
export async function findAndOpen(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const line = page.getByRole('combobox', { name: 'Find or do' });
  await expect(line).toBeFocused();
  await page.keyboard.insertText(typed);
  const chosen = page.getByRole('option', { selected: true });
  await expect(chosen).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(line).toBeHidden();
}
