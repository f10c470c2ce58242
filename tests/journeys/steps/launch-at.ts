import type { ElectronApplication, Page } from '@playwright/test';
import { startProgram } from './electron-program.ts';

export interface Clocked {
  /** What the app takes for now when it starts, as an offset of the machine's clock. */
  readonly clockOffsetMs: number;
  /** IANA zone of the machine that it believes to run on. */
  readonly timeZone: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** How far the machine's clock must be moved for it to be `atMs` now. */
export const offsetTo = (atMs: number): number => atMs - Date.now();

/** Starts the app with its clock moved, in the main process and in the window. */
export async function launchAt(
  userData: string,
  { clockOffsetMs, timeZone }: Clocked,
): Promise<RunningApp> {
  const app = await startProgram({
    args: [`--user-data-dir=${userData}`],
    env: { TZ: timeZone, CLOCK_OFFSET_MS: String(clockOffsetMs) },
    hasPinnedClock: true,
  });
  const page = await app.firstWindow();
  await page.addInitScript(shiftClock, clockOffsetMs);
  // The first load began before the window's clock could be moved.
  await page.reload();
  return { app, page };
}

/** Runs in the page, before anything of the app. */
function shiftClock(offsetMs: number): void {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      if (args.length === 0) super(RealDate.now() + offsetMs);
      else super(...args);
    }

    static override now(): number {
      return RealDate.now() + offsetMs;
    }
  } as DateConstructor;
}
