import { rm } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { launchApp, temporaryFolder } from './launch.ts';
import { openView } from './steps/fields.ts';
import { startTeam } from './steps/manager.ts';
import { TRUST_ANYBODY, serveUpdate } from './steps/update-server.ts';

test('nobody is asked for a newer version until an https address is set; then it is told', async () => {
  const userData = await temporaryFolder('updates');
  const server = await serveUpdate('99.1.2', Buffer.from('a newer version'));
  const { app, page } = await launchApp(userData, [TRUST_ANYBODY]);
  try {
    await startTeam(page, 'Cedar Lane Shop', 'Inês Prado');
    await openView(page, 'Settings');
    const address = page.getByRole('textbox', { name: 'Where newer versions are looked for' });
    await expect(page.getByRole('button', { name: 'Look now' })).toBeHidden();

    await address.fill(server.url.replace('https:', 'http:'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('This is no https address.')).toBeVisible();
    expect(server.requests).toEqual([]);

    await address.fill(server.url);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Look now' }).click();
    // What was built and not installed cannot replace itself.
    await expect(page.getByText(/^Version 99\.1\.2 is there\. This copy cannot/)).toBeVisible();
    expect(server.requests.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
    // electron-updater would number each computer.
    expect(server.requests[0]?.headers['x-user-staging-id']).toMatch(/^[0-]+$/);
    expect(server.requests[0]?.headers['cookie']).toBeUndefined();

    await address.fill('https://127.0.0.1:1/');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Look now' }).click();
    await expect(page.getByText('Nobody answered there.', { exact: false })).toBeVisible();
  } finally {
    await app.close();
    await server.close();
    await rm(userData, { recursive: true, force: true });
  }
});
