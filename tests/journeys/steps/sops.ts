import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { choose, openView } from './fields.ts';

export interface WrittenStep {
  readonly title: string;
  readonly how: string;
  readonly why: string;
  /** As the editor calls it. */
  readonly kind: string;
  readonly options?: readonly string[];
  readonly atMost?: number;
  /** Shown only where an earlier step has at least this number. */
  readonly shownFrom?: { readonly step: string; readonly atLeast: number };
}

/** Writes the draft of a new procedure, step by step. */
async function writeSop(
  page: Page,
  sop: { readonly title: string; readonly outcome: string; readonly steps: readonly WrittenStep[] },
): Promise<void> {
  await openView(page, 'SOPs');
  await page.getByRole('button', { name: 'New SOP' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New SOP' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(sop.title);
  await choose(dialog, 'Serves the outcome', sop.outcome);
  await dialog.getByRole('button', { name: 'Start writing' }).click();
  for (const [index, step] of sop.steps.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add step' }).click();
    await writeStep(page.getByRole('group', { name: `Step ${index + 1}: ` }), step);
  }
  await expect(page.getByText('All changes saved')).toBeVisible();
}

async function writeStep(card: Locator, step: WrittenStep): Promise<void> {
  await card.getByRole('textbox', { name: 'What to do' }).fill(step.title);
  await card.getByRole('textbox', { name: 'How' }).fill(step.how);
  await card.getByRole('textbox', { name: 'Why' }).fill(step.why);
  await choose(card, 'Answered by', step.kind);
  if (step.options) {
    await card.getByRole('textbox', { name: 'Choices, one a line' }).fill(step.options.join('\n'));
  }
  if (step.atMost !== undefined) {
    await card.getByRole('textbox', { name: 'At most' }).fill(String(step.atMost));
  }
  if (step.shownFrom) await showFrom(card, step.shownFrom);
}

async function showFrom(
  card: Locator,
  { step, atLeast }: NonNullable<WrittenStep['shownFrom']>,
): Promise<void> {
  await card.getByRole('button', { name: 'Add condition' }).click();
  const rule = card.getByRole('group', { name: 'Condition 1' });
  await choose(rule, 'Earlier step', step);
  await choose(rule, 'Asked', 'is at least');
  await rule.getByRole('textbox', { name: 'Answer' }).fill(String(atLeast));
  await rule.getByRole('button', { name: 'Done' }).click();
}

/** Publishes the draft that is open. A first version needs no word on what changed. */
export async function publishDraft(
  page: Page,
  number: number,
  words: { readonly note: string; readonly reason?: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: `Publish version ${number}` });
  const note = number === 1 ? 'What this version is for' : 'What changed';
  await dialog.getByRole('textbox', { name: note }).fill(words.note);
  if (words.reason) {
    await dialog.getByRole('textbox', { name: 'Why it changed' }).fill(words.reason);
  }
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText(`v${number} · Published`)).toBeVisible();
}

/** Writes a new procedure and publishes its first version. */
export async function publishSop(page: Page, sop: Parameters<typeof writeSop>[1]): Promise<void> {
  await writeSop(page, sop);
  await publishDraft(page, 1, { note: 'First version.' });
}
