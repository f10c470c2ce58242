import path from 'node:path';
import { type ElectronApplication, _electron } from '@playwright/test';
import { freePort } from './free-port.ts';
import { runBeforeFirstLine } from './first-line.ts';
import { withSteadyDriver } from './steady-driver.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../..');
const PINNED_CLOCK = path.join(import.meta.dirname, 'pinned-clock.cjs');

/**
 * The packed program that the journeys drive in the place of the built sources, or undefined. It has to be
 * one whose inspector may be opened: see `scripts/pack/drivable-copy.mjs`.
 */
const PACKED = process.env['OUTLOG_PACKED'];

interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Moves the main process's clock before the program's first line. */
  readonly hasPinnedClock?: boolean;
}

/** Starts the program under test: what was built, or what was packed from it. */
export async function startProgram({
  args,
  env = {},
  hasPinnedClock = false,
}: Start): Promise<ElectronApplication> {
  const options = {
    cwd: PROJECT,
    // Playwright would hold the page to light: the app's own theme is to decide.
    colorScheme: null,
    env: { ...environment(), ...env },
  };
  if (PACKED === undefined) {
    const first = hasPinnedClock ? ['-r', PINNED_CLOCK] : [];
    return withSteadyDriver(await _electron.launch({ ...options, args: [...first, '.', ...args] }));
  }
  if (!hasPinnedClock) {
    return withSteadyDriver(
      await _electron.launch({ ...options, executablePath: PACKED, args: [...args] }),
    );
  }
  // A packed program takes no `-r`: its first line is waited for instead.
  const port = await freePort();
  const [app] = await Promise.all([
    _electron.launch({
      ...options,
      executablePath: PACKED,
      args: [`--inspect-brk=127.0.0.1:${port}`, ...args],
    }),
    runBeforeFirstLine(port, PINNED_CLOCK, env),
  ]);
  return withSteadyDriver(app);
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
