import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { choose, openView, typeAndTake } from './fields.ts';
import { chooseInDialog, saveInDialog } from './native-dialogs.ts';

export async function startTeam(page: Page, name: string, memberName: string): Promise<void> {
  await page.getByRole('button', { name: /^Start a team/ }).click();
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill(name);
  await page.getByRole('textbox', { name: 'Your name' }).fill(memberName);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
}

export async function chooseSyncFolder(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  folder: string,
): Promise<void> {
  await openView(page, 'Sync');
  await chooseInDialog(app, folder);
  await page.getByRole('button', { name: /^Choose (a folder|another)…$/ }).click();
  await expect(page.getByText('Reachable')).toBeVisible();
}

export async function addMemberAndInvite(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  member: { readonly name: string; readonly role: string; readonly zone: string },
  inviteFile: string,
): Promise<void> {
  await openView(page, 'Team');
  await page.getByRole('button', { name: 'Add member', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a member' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(member.name);
  await dialog.getByRole('textbox', { name: 'What they do' }).fill(member.role);
  await typeAndTake(dialog, 'Time zone', member.zone);
  await dialog.getByRole('button', { name: 'Add and invite…' }).click();
  const invite = page.getByRole('dialog', { name: `Invite ${member.name}` });
  await invite.getByText('File', { exact: true }).click();
  await invite.getByRole('button', { name: 'Make the invite' }).click();
  await saveInDialog(app, inviteFile);
  await invite.getByRole('button', { name: 'Save the file…' }).click();
  await expect(invite.getByText(/^Saved as/)).toBeVisible();
  await invite.getByRole('button', { name: 'Done' }).click();
  await expect(invite).toBeHidden();
}

export interface GivenInvite {
  readonly link: string;
  readonly code: string;
}

/** Adds a member and reads an invite for them off the screen, as a link and as a code. */
export async function addMemberByLink(page: Page, name: string): Promise<GivenInvite> {
  await openView(page, 'Team');
  await page.getByRole('button', { name: 'Add member', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a member' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Add and invite…' }).click();
  const invite = page.getByRole('dialog', { name: `Invite ${name}` });
  await invite.getByRole('button', { name: 'Make the invite' }).click();
  const link = await invite.getByRole('status', { name: 'Link' }).innerText();
  await invite.getByText('Short code and QR').click();
  const code = await invite.getByRole('status', { name: 'Short code and QR' }).innerText();
  return { link, code };
}

export async function addOutcome(
  page: Page,
  outcome: {
    readonly statement: string;
    readonly name: string;
    readonly unit: string;
    readonly target: number;
    readonly owner: string;
    readonly keyResult?: string;
    /** What is promised to whoever asks. */
    readonly completedWithinHours?: number;
  },
): Promise<void> {
  await openView(page, 'Outcomes');
  await page.getByRole('button', { name: 'Add outcome' }).first().click();
  const editor = page.getByRole('main');
  await editor
    .getByRole('textbox', { name: 'The result, in one sentence' })
    .fill(outcome.statement);
  await editor.getByRole('textbox', { name: 'Short name' }).fill(outcome.name);
  await editor.getByRole('textbox', { name: 'One unit is called' }).fill(outcome.unit);
  const target = editor.getByRole('textbox', { name: 'Target for each person' });
  await target.fill(String(outcome.target));
  await choose(editor, 'Owner', outcome.owner);
  if (outcome.keyResult) await typeAndTake(editor, 'Key result it serves', outcome.keyResult);
  if (outcome.completedWithinHours) {
    await editor.getByRole('switch', { name: 'Completed' }).click();
    const within = editor.getByRole('textbox', { name: 'Within' });
    await within.fill(String(outcome.completedWithinHours));
  }
  await editor.getByRole('button', { name: 'Add outcome' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Outcomes' })).toBeVisible();
  await expect(page.getByRole('button', { name: outcome.name }).first()).toBeVisible();
}

export async function sendNow(page: Page): Promise<void> {
  await openView(page, 'Sync');
  await page.getByRole('button', { name: 'Send now' }).click();
}

/** Looks into the folder by hand; answers the figures of the summary by their names. */
export async function importNow(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.getByRole('button', { name: 'Import now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import what has arrived' });
  const figures: Record<string, string> = {};
  for (const name of ['New entries', 'Already had', 'Not taken', 'Gaps']) {
    figures[name] = await figureOf(dialog, name);
  }
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  return figures;
}

/** Waits until so many entries are out; an app that is open elsewhere may have read them by then. */
export async function expectSent(page: Page, count: number): Promise<void> {
  const said = [`${count} sent`, `All ${count} received`, ...(count === 1 ? [RECEIVED_ONE] : [])];
  await expect(page.getByText(new RegExp(`^(${said.join('|')})$`)).first()).toBeVisible();
}

const RECEIVED_ONE = 'Your entry is received';

/** The large figure of a named statistic. */
export const figureIn = (scope: Page | Locator, name: string): Locator =>
  scope.getByRole('group', { name, exact: true }).getByRole('paragraph').nth(1);

/** What it says as soon as it is there. */
export async function figureOf(scope: Page | Locator, name: string): Promise<string> {
  return await figureIn(scope, name).innerText();
}
