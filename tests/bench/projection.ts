import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { build } from 'vite';
import type { Figure } from './figures.ts';
import type { ProjectionFigures } from './projection/page.ts';

const here = path.join(import.meta.dirname, 'projection');

const DELIVERABLES = 100_000;
const MEMBERS = 10;
/** What IndexedDB alone writes of rows with three indexes: a rebuild is no slower. */
const LIMIT_RATIO = 1;

/** Rebuilds the window's database from everybody's work in a real Chromium, and reads it. */
export async function measureProjection(): Promise<Figure> {
  return {
    name: 'projection',
    values: { ...(await figuresOf(DELIVERABLES, MEMBERS)) },
    limited: 'ratio',
    limit: LIMIT_RATIO,
    isLeast: true,
  };
}

async function figuresOf(deliverables: number, members: number): Promise<ProjectionFigures> {
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
