import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import fc from 'fast-check';
import type { Bridge } from '#shared/ipc';
import { type CallName, parsers } from '#shared/ipc-parsers';
import { temporaryFolder, test } from './launch.ts';

const isCallName = (name: string): name is CallName => Object.hasOwn(parsers, name);
/** Calls that take something; the others' functions pass nothing on. */
const NAMES = Object.keys(parsers)
  .filter(isCallName)
  .filter((name) => !parsers[name].safeParse(undefined).success);

test('1,000 arguments that no call takes are answered, each, with bad-input', async ({
  outlog: { page },
}) => {
  const calls = fc
    .sample(fc.tuple(fc.constantFrom(...NAMES), fc.jsonValue()), { numRuns: 1_100, seed: 7 })
    .filter(([name, value]) => !parsers[name].safeParse(value).success)
    .slice(0, 1_000)
    .map(([name, value]) => ({ name, json: JSON.stringify(value) }));
  expect(calls).toHaveLength(1_000);
  const codes = await page.evaluate(async (list) => {
    const answers = await Promise.all(
      list.map(({ name, json }): ReturnType<Bridge[CallName]> =>
        Reflect.apply(window.outlog[name], null, [JSON.parse(json)]),
      ),
    );
    return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code));
  }, calls);
  expect(new Set(codes)).toEqual(new Set(['bad-input']));
});

test('a call from an iframe or from another origin is refused', async ({ outlog: { app } }) => {
  // A window that is wrong in the two ways that ours is not: its preload runs in frames, and it may go elsewhere.
  const codes = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        nodeIntegrationInSubFrames: true,
        preload: `${process.cwd()}/dist/preload/preload.cjs`,
      },
    });
    const call = (script: string): Promise<string> =>
      window.webContents.executeJavaScript(`${script}.then((r) => r.ok ? 'ok' : r.error.code)`);
    await window.loadURL('app://outlog/index.html');
    const main = await call('outlog.start()');
    const framed = await call(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', () => resolve(frame.contentWindow.outlog.start()));
      frame.srcdoc = '<p>frame</p>';
      document.body.append(frame);
    })`);
    await window.loadURL('data:text/html,<p>elsewhere</p>');
    const foreign = await call('outlog.start()');
    window.destroy();
    return { main, framed, foreign };
  });
  expect(codes).toEqual({ main: 'ok', framed: 'bad-sender', foreign: 'bad-sender' });
});

test('the page gets a token for a chosen file, never its path', async ({
  outlog: { app, page },
}) => {
  const folder = await temporaryFolder('chosen');
  const file = path.join(folder, 'tickets.csv');
  await writeFile(file, 'id,done\n1,yes\n');
  try {
    await app.evaluate(({ dialog }, chosen) => {
      Reflect.set(dialog, 'showOpenDialog', async () => ({ canceled: false, filePaths: [chosen] }));
    }, file);
    const chosen = await page.evaluate(() => window.outlog.chooseTable());
    if (!chosen.ok) throw new Error(chosen.error.code);
    expect(chosen.value).toMatchObject({ name: 'tickets.csv', sizeBytes: 14 });
    expect(JSON.stringify(chosen)).not.toContain(folder);
    const text = await page.evaluate(async (token) => {
      const read = await window.outlog.readTable({ token, offset: 0 });
      return read.ok ? new TextDecoder().decode(read.value.bytes) : read.error.code;
    }, chosen.value.token);
    expect(text).toBe('id,done\n1,yes\n');
    const byPath = await page.evaluate(
      (token) => window.outlog.readTable({ token, offset: 0 }),
      file,
    );
    expect(byPath).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
