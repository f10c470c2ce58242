import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { program } from './program.ts';

test('the packed program starts as it is, untouched, and asks its one question', async () => {
  const userData = await mkdtemp(path.join(os.tmpdir(), 'outlog-packed-'));
  const child = spawn(
    program.executable,
    [`--user-data-dir=${userData}`, '--remote-debugging-port=0'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  try {
    const endpoint = await new Promise<string>((resolve, reject) => {
      let words = '';
      child.stderr.on('data', (text: Buffer) => {
        words += text.toString();
        const found = /DevTools listening on (ws:\/\/\S+)/.exec(words)?.[1];
        if (found !== undefined) resolve(found);
      });
      child.once('exit', () => reject(new Error(words)));
    });
    const browser = await chromium.connectOverCDP(endpoint);
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the program has no page');
    await expect(page.getByRole('button', { name: /^Start a team/ })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/outlog\//);
    await browser.close();
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    await rm(userData, { recursive: true, force: true });
  }
});
