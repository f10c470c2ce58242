import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { build } from 'vite';
import type { ProjectionFigures } from './projection/page.ts';

const here = path.join(import.meta.dirname, 'projection');

/** Rebuilds the window's database from so many deliverables in a real Chromium, and reads it. */
export async function measureProjection(
  deliverables = 100_000,
  members = 10,
): Promise<ProjectionFigures> {
  const dir = await mkdtemp(path.join(tmpdir(), 'outlog-projection-'));
  const pageDir = path.join(dir, 'page');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here,
    base: './',
    worker: { format: 'es' },
    build: { outDir: pageDir, emptyOutDir: true, target: 'chrome130' },
  });
  const app = await electron.launch({
    args: [path.join(here, 'main.cjs')],
    env: environment({ BENCH_PAGE: pageDir, BENCH_DATA: path.join(dir, 'data') }),
  });
  try {
    const page = await app.firstWindow();
    await page.waitForFunction(() => 'measureProjection' in globalThis);
    return await page.evaluate(
      async ([count, people]) => await globalThis.measureProjection(count, people),
      [deliverables, members] as const,
    );
  } finally {
    await app.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Playwright takes no variable that is not set. */
const environment = (added: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ),
  ...added,
});

if (process.argv[1] === import.meta.filename) {
  const figures = await measureProjection(
    Number(process.argv[2] ?? 100_000),
    Number(process.argv[3] ?? 10),
  );
  console.log(JSON.stringify({ name: 'projection', ...figures }, null, 1));
}
