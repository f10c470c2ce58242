import { readdir } from 'node:fs/promises';
import type { ElectronApplication } from '@playwright/test';
import { expect } from '@playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../electron/windows/content-security-policy.ts';
import { test } from './launch.ts';

/**
 * Asks our protocol as the page would, without the page's policy in between. The body is not read: with
 * a debugger attached Electron's own fetch sometimes never ends it.
 */
const ask = (app: ElectronApplication, url: string, method = 'GET') =>
  app.evaluate(
    async ({ session }, request) => {
      const response = await session.defaultSession.fetch(request.url, { method: request.method });
      return {
        status: response.status,
        policy: response.headers.get('content-security-policy'),
        sniffing: response.headers.get('x-content-type-options'),
        hasBody: response.body !== null,
      };
    },
    { url, method },
  );

test('every response carries the policy', async ({ outlog: { app } }) => {
  const built = await readdir('dist/renderer', { recursive: true, withFileTypes: true });
  const files = built
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replace('dist/renderer/', ''));
  expect(files).toContain('index.html');
  for (const file of files) {
    const answer = await ask(app, `app://outlog/${file}`);
    expect(answer, file).toMatchObject({
      status: 200,
      policy: CONTENT_SECURITY_POLICY,
      sniffing: 'nosniff',
      hasBody: true,
    });
  }
  for (const url of ['app://outlog/none.js', 'app://outlog/%00.js', 'app://elsewhere/index.html']) {
    expect((await ask(app, url)).policy, url).toBe(CONTENT_SECURITY_POLICY);
  }
});

test('traversal, encoded and NUL paths, hosts and methods that are not ours answer 4xx', async ({
  outlog: { app },
}) => {
  const paths = [
    '../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '%252e%252e/package.json',
    '..\\..\\package.json',
    '..%5c..%5cpackage.json',
    'assets/..%2f..%2fmain/main.cjs',
    'index.html%00',
    'index.html%00.js',
    '.hidden.js',
    '/etc/passwd',
    'C:/Windows/win.ini',
    'assets/',
    'none.html',
  ];
  for (const path of paths) {
    const { status } = await ask(app, `app://outlog/${path}`);
    expect([400, 403, 404], `${path} answered ${status}`).toContain(status);
  }
  expect((await ask(app, 'app://elsewhere/index.html')).status).toBe(403);
  expect((await ask(app, 'app://outlog/index.html', 'POST')).status).toBe(405);
});
