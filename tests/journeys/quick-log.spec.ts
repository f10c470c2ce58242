import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { openSample, takeSeat } from './steps/screens.ts';

test('the quick-log window is as closed as the main one, saves, and shows in the main window', async ({
  outlog: { app, page },
}) => {
  await openSample(page);
  await takeSeat(page, 'Joanna Salcedo');
  const opening = app.waitForEvent('window');
  await page.evaluate(async () => await window.outlog.openQuickLog());
  const quick = await opening;
  const line = quick.getByRole('combobox', { name: 'Log output' });
  await expect(line).toBeFocused();

  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }): unknown =>
      // Electron has it and does not declare it.
      Reflect.apply(Reflect.get(webContents, 'getLastWebPreferences'), webContents, []),
    ),
  );
  expect(preferences).toHaveLength(2);
  for (const each of preferences) {
    expect(each).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  }
  const refused = await quick.evaluate(async () => [
    await window.outlog.syncStatus({ workspace: 'w' }),
    await window.outlog.chooseFolder({ workspace: 'w' }),
    await window.outlog.clearDatabases(),
  ]);
  for (const each of refused) expect(each).toMatchObject({ error: { code: 'bad-sender' } });
  expect(await quick.evaluate(() => window.open('https://example.com/') === null)).toBe(true);

  await line.fill('17 listings for Product uploads, 1 error');
  await expect(quick.getByText('1 error', { exact: true }).last()).toBeVisible();
  await line.press('Enter');
  await expect(quick.getByRole('status')).toContainText('Saved');
  await expect(
    page
      .getByRole('main')
      .getByText(/17 listings/)
      .first(),
  ).toBeVisible();
  await line.press('Escape');
  const areShown = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isVisible()),
  );
  expect(areShown.toSorted()).toEqual([false, true]);
});

test('its key is held while it is wanted, and let go after', async ({ outlog: { app, page } }) => {
  await openSample(page);
  const keys = 'CommandOrControl+Alt+F9';
  const isHeld = async (): Promise<boolean> =>
    await app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys);
  const change = async (hasQuickLog: boolean): Promise<unknown> =>
    await page.evaluate(
      async ([isOn, quickLogKey]) => {
        await window.outlog.saveSettings({ hasQuickLog: isOn, quickLogKey });
        return await window.outlog.outsideState();
      },
      [hasQuickLog, keys] as const,
    );
  expect(await isHeld()).toBe(false);
  expect(await change(true)).toMatchObject({ value: { quickLog: 'on' } });
  expect(await isHeld()).toBe(true);
  expect(await change(false)).toMatchObject({ value: { quickLog: 'off' } });
  expect(await isHeld()).toBe(false);
});
