import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { choose, openView } from './fields.ts';

export interface PlannedCascade {
  readonly goal: string;
  readonly priority: string;
  readonly objective: string;
  readonly keyResult: string;
  /** From nothing to so much of what its outcome delivers. */
  readonly target: number;
}

/** Writes goal, priority, objective and key result into an empty strategy, by the keyboard alone. */
export async function writeCascade(page: Page, cascade: PlannedCascade): Promise<void> {
  await openView(page, 'Strategy');
  await page.getByRole('textbox', { name: 'Your first goal' }).fill(cascade.goal);
  await page.keyboard.press('Enter');
  await expect(lineOf(page, cascade.goal)).toBeVisible();
  for (const name of [cascade.priority, cascade.objective, cascade.keyResult]) {
    await expect(page.getByRole('treegrid')).toBeFocused();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: /^Name of the new/ }).fill(name);
    await page.keyboard.press('Enter');
    await expect(lineOf(page, name)).toHaveAttribute('aria-selected', 'true');
  }
  const panel = page.getByRole('complementary', { name: /^Details of/ });
  await choose(panel, 'Value comes from', 'Quantity');
  for (const [label, value] of [
    ['Start', '0'],
    ['Target', String(cascade.target)],
  ] as const) {
    await panel.getByRole('textbox', { name: label, exact: true }).fill(value);
    await page.keyboard.press('Tab');
  }
}

/** A line of the strategy's tree. */
export const lineOf = (page: Page, name: string) =>
  page.getByRole('treegrid').getByRole('row').filter({ hasText: name });

/** How far a line of the tree has come, 0–1. */
export async function progressOf(page: Page, name: string): Promise<number> {
  const meter = lineOf(page, name).getByRole('meter');
  return Number(await meter.getAttribute('aria-valuenow'));
}

export interface GivenWork {
  readonly to: string;
  readonly outcome: string;
  readonly title: string;
  readonly quantity: number;
}

/** Gives out one piece of work, from anywhere. */
export async function giveOut(page: Page, work: GivenWork): Promise<void> {
  await openView(page, 'Work');
  await expect(page.getByRole('button', { name: /^Give out work/ }).first()).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Give out work' });
  await choose(dialog, 'For', work.to);
  await choose(dialog, 'Outcome', work.outcome);
  await dialog.getByRole('textbox', { name: 'What it is' }).fill(work.title);
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill(String(work.quantity));
  await dialog.getByRole('button', { name: 'Give out', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(work.title).first()).toBeVisible();
}
