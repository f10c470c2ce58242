import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { _electron, expect } from '@playwright/test';
import { launchApp, temporaryFolder, test } from './launch.ts';

function environmentWith(more: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(own), ...more };
}

test('an uncaught error is logged without its words and ends the app with code 1', async ({
  outlog: { app, userData },
}) => {
  const ended = once(app.process(), 'exit');
  await app.evaluate(() => {
    setImmediate(() => {
      throw new TypeError('what a person typed');
    });
  });
  expect(await ended).toEqual([1, null]);
  const log = await readFile(path.join(userData, 'logs', 'outlog.log'), 'utf8');
  expect(log).toContain('"event":"uncaught","error":"TypeError"');
  expect(log).not.toContain('what a person typed');
});

test('a rejected promise that nobody awaits ends it too', async ({ outlog: { app } }) => {
  const ended = once(app.process(), 'exit');
  await app.evaluate(() => void Promise.reject(new Error('unseen')));
  expect(await ended).toEqual([1, null]);
});

test('closing the window ends the app with code 0', async ({ outlog: { app } }) => {
  const ended = once(app.process(), 'exit');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toEqual([0, null]);
});

test('a second start on the same data brings the first to the front and ends', async ({
  outlog: { app, userData },
}) => {
  await app.evaluate(({ app: electronApp }) => {
    Reflect.set(globalThis, 'seconds', 0);
    electronApp.on('second-instance', () => {
      Reflect.set(globalThis, 'seconds', Reflect.get(globalThis, 'seconds') + 1);
    });
  });
  await expect(launchApp(userData)).rejects.toThrow();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'seconds'))).toBe(1);
});

test('two data folders are two apps', async ({ outlog: { page } }) => {
  const other = await temporaryFolder('other-data');
  const second = await launchApp(other);
  try {
    expect(await second.page.title()).toBe('Outlog');
    expect(await page.title()).toBe('Outlog');
  } finally {
    await second.app.close();
    await rm(other, { recursive: true, force: true });
  }
});

test('the window comes back with the size and place it had', async () => {
  const userData = await temporaryFolder('window');
  try {
    const place = { x: 140, y: 90, width: 1011, height: 707 };
    const first = await launchApp(userData);
    await first.app.evaluate(({ BrowserWindow }, bounds) => {
      BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
    }, place);
    await first.app.close();
    const second = await launchApp(userData);
    const bounds = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    );
    await second.app.close();
    expect(bounds).toEqual(place);
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

test('the window has the theme’s background before the page is there', async () => {
  const userData = await temporaryFolder('theme');
  try {
    const colors: (string | undefined)[] = [];
    for (const theme of ['dark', 'light'] as const) {
      const { app, page } = await launchApp(userData);
      await page.evaluate((chosen) => window.outlog.saveSettings({ theme: chosen }), theme);
      await app.close();
      const again = await launchApp(userData);
      colors.push(
        await again.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.getBackgroundColor(),
        ),
      );
      await again.app.close();
    }
    expect(colors).toEqual(['#121517', '#F3F0E8']);
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
});

test('a page that crashes is loaded again', async ({ outlog: { app, page } }) => {
  await page.evaluate(() => Reflect.set(window, 'mark', 'before'));
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.once('did-finish-load', () => Reflect.set(globalThis, 'loaded', contents.getURL()));
    contents?.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'loaded')))
    .toBe('app://outlog/index.html');
});

test('people’s data lie in one place for life', async () => {
  test.skip(process.platform !== 'linux', 'the folder of the system cannot be stood in for here');
  const config = await temporaryFolder('config');
  try {
    const app = await _electron.launch({
      args: ['.'],
      env: environmentWith({ XDG_CONFIG_HOME: config }),
    });
    // Before its window is there, what is asked of the main process may be dropped unanswered.
    await app.firstWindow();
    const paths = await app.evaluate(({ app: electronApp }) => [
      electronApp.getPath('userData'),
      electronApp.getName(),
    ]);
    await app.close();
    expect(paths).toEqual([path.join(config, 'Outlog'), 'Outlog']);
  } finally {
    await rm(config, { recursive: true, force: true });
  }
});
