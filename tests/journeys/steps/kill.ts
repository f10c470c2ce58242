import type { ElectronApplication } from '@playwright/test';

/** `kill -9` of the app and everything it started: no handler runs, nothing is flushed. */
export async function killGroup(app: ElectronApplication): Promise<void> {
  const main = app.process();
  if (main.pid === undefined) throw new Error('the app has no process');
  const ended = new Promise((resolve) => main.once('exit', resolve));
  // Playwright starts the app as the leader of a process group of its own.
  process.kill(-main.pid, 'SIGKILL');
  await ended;
}
