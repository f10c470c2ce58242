import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { type Launched, launchApp, temporaryFolder } from './launch.ts';
import { joinTeam, logLines } from './steps/assistant.ts';
import { openView } from './steps/fields.ts';
import {
  addMemberAndInvite,
  addOutcome,
  expectSent,
  figureIn,
  importNow,
  sendNow,
  startTeam,
} from './steps/manager.ts';

const ANA = { name: 'Ana Reyes', role: 'Listings', zone: 'Manila' } as const;
const LINES = ['12 Product uploads, 1 error', '8 Product uploads no errors'] as const;

/** Switches the receiver of this computer, by the keyboard, and waits until it says so. */
async function switchReceiver(page: Page, isOn: boolean): Promise<void> {
  await openView(page, 'Settings');
  const panel = page.getByRole('region', { name: 'Receive on this computer' });
  const receive = panel.getByRole('switch', { name: 'Receive from your team' });
  await expect(receive).toBeChecked({ checked: !isOn });
  await receive.focus();
  await page.keyboard.press('Space');
  await expect(panel.getByText(isOn ? /^On since/ : /^Off$/)).toBeVisible();
}

async function revokeAccess(page: Page, name: string): Promise<void> {
  await openView(page, 'Team');
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Revoke access…' }).click();
  const asked = page.getByRole('dialog', { name: `Revoke ${name}’s access?` });
  await asked.getByRole('button', { name: 'Revoke access' }).click();
  await expect(asked).toBeHidden();
}

test('a team over the receiver in its manager’s app, and no folder between them', async () => {
  const root = await temporaryFolder('receiver');
  const invite = path.join(root, 'ana.outlog-invite');
  const running: Launched[] = [];
  // The manager's receiver stays on this computer: the network is nobody's business here.
  const launch = async (name: string): Promise<Launched> => {
    const app = await launchApp(path.join(root, name), ['--receive-locally']);
    running.push(app);
    return app;
  };

  try {
    let manager = await launch('manager');
    await test.step('the manager begins to receive, and invites', async () => {
      await startTeam(manager.page, 'Cedar Lane Shop', 'Inês Prado');
      await switchReceiver(manager.page, true);
      await expect(manager.page.getByText('To this computer', { exact: true })).toBeVisible();
      await addMemberAndInvite(manager, ANA, invite);
      await addOutcome(manager.page, {
        statement: 'Every new product is live within a day, with at most 1% errors',
        name: 'Product uploads',
        unit: 'listings',
        target: 40,
        owner: ANA.name,
      });
      await sendNow(manager.page);
      await expect(manager.page.getByText('Everything sent').first()).toBeVisible();
    });

    const assistant = await launch('assistant');
    await test.step('the assistant opens the invite and has the plan, from the manager’s computer', async () => {
      await joinTeam(assistant, invite, ANA.name);
      await expect(assistant.page.getByText('Product uploads').first()).toBeVisible();
      await openView(assistant.page, 'Settings');
      await expect(assistant.page.getByText(/^To the receiver at 127\.0\.0\.1/)).toBeVisible();
    });

    await test.step('the manager’s computer is away; output is logged all the same', async () => {
      await switchReceiver(manager.page, false);
      await openView(assistant.page, 'Today');
      await logLines(assistant.page, LINES);
      await sendNow(assistant.page);
      await expect(assistant.page.getByText('waiting for the receiver')).toBeVisible();
      await expect(figureIn(assistant.page, 'Saved here')).toHaveText('2');
    });

    await test.step('it comes back, and what was sent is there without being asked for', async () => {
      await switchReceiver(manager.page, true);
      await sendNow(assistant.page);
      await expectSent(assistant.page, 2);
      await expect(manager.page.getByText(/^From Ana Reyes/)).toBeVisible();
      await openView(manager.page, 'Entries');
      await expect(figureIn(manager.page, 'Completed')).toHaveText('2');
    });

    await test.step('the manager’s app is closed and opened: it receives by itself, where it did', async () => {
      await manager.app.close();
      manager = await launch('manager');
      await openView(manager.page, 'Settings');
      const panel = manager.page.getByRole('region', { name: 'Receive on this computer' });
      await expect(panel.getByRole('switch')).toBeChecked();
      await expect(panel.getByText(/^On since/)).toBeVisible();
      await sendNow(assistant.page);
      await expectSent(assistant.page, 2);
    });

    await test.step('the assistant sees that it was received', async () => {
      await sendNow(manager.page);
      await expect(manager.page.getByText('Everything sent').first()).toBeVisible();
      await importNow(assistant.page);
      await expect(assistant.page.getByText('All 2 received').first()).toBeVisible();
    });

    await test.step('whoever is shut out is told so, and keeps what they wrote', async () => {
      await revokeAccess(manager.page, ANA.name);
      await sendNow(manager.page);
      await expect(manager.page.getByText('Everything sent').first()).toBeVisible();
      await openView(assistant.page, 'Today');
      await logLines(assistant.page, ['3 Product uploads']);
      await expect(async () => {
        await sendNow(assistant.page);
        await expect(
          assistant.page.getByText('access was taken from this computer').first(),
        ).toBeVisible({ timeout: 1_000 });
      }).toPass();
    });
  } finally {
    for (const { app } of running) await app.close().catch(() => undefined);
    await rm(root, { recursive: true, force: true });
  }
});
