import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type ElectronApplication, type Page, type TestInfo, test as base } from '@playwright/test';
import { startProgram } from './steps/electron-program.ts';

const CLOSE_LIMIT_MS = 20_000;

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
}

/** Starts the app on a user-data folder of its own and waits for its page. */
export async function launchApp(userData: string, args: readonly string[] = []): Promise<Launched> {
  const app = await startProgram({ args: [`--user-data-dir=${userData}`, ...args] });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, userData };
}

/** A folder that is gone after the test, whatever is in it. */
export async function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), `outlog-${name}-`));
}

async function keepEvidence({ app, page }: Launched, info: TestInfo): Promise<void> {
  await app.context().tracing.stop({ path: info.outputPath('trace.zip') });
  await page.screenshot({ path: info.outputPath('screenshot.png') });
}

/** Tests on an app of their own, started on an empty user-data folder; failures leave a trace and a screenshot. */
export const test = base.extend<{ outlog: Launched }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  outlog: async ({}, provide, info) => {
    const userData = await temporaryFolder('user-data');
    const outlog = await launchApp(userData);
    await outlog.app.context().tracing.start({ screenshots: true, snapshots: true });
    try {
      await provide(outlog);
      if (info.status !== info.expectedStatus) await keepEvidence(outlog, info);
    } finally {
      const { app } = outlog;
      const killer = setTimeout(() => app.process().kill('SIGKILL'), CLOSE_LIMIT_MS);
      await app.close();
      clearTimeout(killer);
      await rm(userData, { recursive: true, force: true });
    }
  },
});
