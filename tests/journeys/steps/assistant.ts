import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { openView } from './fields.ts';
import { chooseInDialog } from './native-dialogs.ts';

/** Opens an invite and takes the seat that it offers. */
async function acceptInvite(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  inviteFile: string,
  name: string,
): Promise<void> {
  await page.getByRole('button', { name: /^Join with an invite/ }).click();
  await chooseInDialog(app, inviteFile);
  await page.getByRole('button', { name: 'Choose the invite…' }).click();
  await page.getByRole('button', { name: `Join as ${name}` }).click();
}

/** Joins by an invite that lies in the sync folder: the folder is found beside it. */
export async function joinTeam(
  running: { readonly app: ElectronApplication; readonly page: Page },
  inviteFile: string,
  name: string,
): Promise<void> {
  await acceptInvite(running, inviteFile, name);
  await expect(running.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

/** Types lines into the log bar as they come, each with Enter; waits for "Saved" after each. */
export async function logLines(page: Page, lines: readonly string[]): Promise<void> {
  await page.keyboard.press('l');
  const bar = page.getByRole('combobox', { name: 'Log output' });
  const saved = page.getByRole('region', { name: 'Log output' }).getByRole('listitem');
  for (const line of lines) {
    await bar.fill(line);
    await bar.press('Enter');
    await expect(bar).toHaveValue('');
    await expect(saved.first()).toContainText('Saved');
  }
  await bar.press('Escape');
}

export async function startChecklist(page: Page, title: string): Promise<void> {
  await openView(page, 'Checklists');
  await page.getByRole('button', { name: `Start “${title}”` }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The step in front of the assistant. */
export const currentStep = (page: Page) => page.getByRole('heading', { level: 2 });
