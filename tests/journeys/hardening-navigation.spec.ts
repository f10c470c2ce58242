import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { temporaryFolder, test } from './launch.ts';

const PAGE = 'app://outlog/index.html';

/** Notes every navigation that the page tries from now on, and whether it was denied. */
const watchNavigation = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const tried: string[] = [];
    Reflect.set(globalThis, 'tried', tried);
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
      tried.push(`${event.url} ${event.defaultPrevented ? 'denied' : 'let through'}`);
    });
  });

async function expectSamePage(app: ElectronApplication, page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBe('same document');
  expect(page.url().split('#')[0]).toBe(PAGE);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}

test('the page navigates nowhere and opens no window', async ({ outlog: { app, page } }) => {
  await page.evaluate(() => Reflect.set(window, 'mark', 'same document'));
  await watchNavigation(app);
  // Chromium itself stops these two before anybody is asked.
  for (const url of ['file:///etc/passwd', 'data:text/html,<h1>gone</h1>']) {
    await page.evaluate((target) => location.assign(target), url);
  }
  const targets = ['https://example.com/', 'app://outlog/other.html', 'app://elsewhere/'];
  for (const url of targets) {
    await page.evaluate((target) => location.assign(target), url);
    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'tried')))
      .toContain(`${url} denied`);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/link';
    document.body.append(link);
    link.click();
  });
  await expect
    .poll(() => app.evaluate(() => Reflect.get(globalThis, 'tried')))
    .toEqual([...targets, 'https://example.com/link'].map((url) => `${url} denied`));
  const opened = await page.evaluate(() =>
    ['https://example.com/', 'app://outlog/index.html', 'about:blank'].map((url) =>
      window.open(url),
    ),
  );
  expect(opened).toEqual([null, null, null]);
  await expectSamePage(app, page);
});

test('a redirect is not followed, in any window', async ({ outlog: { app } }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: '/target' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const failure = await app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      const outcome = await window.loadURL(url).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
      window.destroy();
      return outcome;
    }, `http://127.0.0.1:${port}/start`);
    expect(failure).toContain('ERR_FAILED');
    expect(asked).toEqual(['/start']);
  } finally {
    server.close();
  }
});

test('dropping an HTML file does nothing', async ({ outlog: { app, page } }) => {
  const folder = await temporaryFolder('drop');
  const file = path.join(folder, 'evil.html');
  await writeFile(file, '<script>document.title = "evil"</script>');
  try {
    await page.evaluate(() => {
      Reflect.set(window, 'mark', 'same document');
      window.addEventListener('drop', () => Reflect.set(window, 'dropped', true), true);
    });
    const devtools = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', {
        type,
        x: 300,
        y: 300,
        data: { items: [], files: [file], dragOperationsMask: 1 },
      });
    }
    await expectSamePage(app, page);
    expect(await page.title()).toBe('Outlog');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('only https leaves the app, and only when the person says so', async ({
  outlog: { app, page },
}) => {
  await app.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    const opened: string[] = [];
    Object.assign(globalThis, { asked, opened, answer: 1 });
    Reflect.set(dialog, 'showMessageBox', async (_window: unknown, box: { detail: string }) => {
      asked.push(box.detail);
      return { response: Reflect.get(globalThis, 'answer'), checkboxChecked: false };
    });
    Reflect.set(shell, 'openExternal', async (url: string) => void opened.push(url));
  });
  const openLink = (url: string) =>
    page.evaluate((target) => window.outlog.openLink({ url: target }), url);

  for (const url of ['http://example.com/', 'file:///etc/passwd', 'javascript:1', 'smb://a/b']) {
    expect(await openLink(url)).toMatchObject({ ok: false, error: { code: 'bad-link' } });
  }
  expect(await openLink('https://example.com/no')).toMatchObject({ error: { code: 'cancelled' } });
  await app.evaluate(() => Reflect.set(globalThis, 'answer', 0));
  expect(await openLink('https://example.com/yes')).toEqual({ ok: true, value: null });
  expect(await app.evaluate(() => Reflect.get(globalThis, 'asked'))).toEqual([
    'https://example.com/no',
    'https://example.com/yes',
  ]);
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([
    'https://example.com/yes',
  ]);
});
