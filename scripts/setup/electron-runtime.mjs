import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PROJECT } from './project.mjs';
import { run } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { FALLBACK_VERSION, cachedFallback, fetchFallback } from './electron-fallback.mjs';

const DOWNLOAD_LIMIT_MS = 120_000;

/** @typedef {{ dist: string, executable: string }} ElectronRuntime */

/** Where Electron's executable lies in its dist folder. */
const EXECUTABLE =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

const electronPackage = () =>
  path.dirname(createRequire(path.join(PROJECT, 'package.json')).resolve('electron/package.json'));

/** The dist folder that Electron's own installer leaves, or null. */
function ownDist() {
  const folder = electronPackage();
  try {
    const executable = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    return existsSync(path.join(folder, 'dist', executable)) ? path.join(folder, 'dist') : null;
  } catch {
    return null;
  }
}

async function downloadOwn() {
  say('downloading Electron…');
  const result = await run(process.execPath, [path.join(electronPackage(), 'install.js')], {
    show: 'nothing',
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  const dist = result.status === 0 ? ownDist() : null;
  if (dist === null) {
    const why = result.timedOut
      ? `nothing in ${DOWNLOAD_LIMIT_MS / 1000} s`
      : (result.stderr.split('\n').find((line) => /error/i.test(line)) ?? 'no reason given');
    say(`Electron could not download itself: ${why.trim()}`);
  }
  return dist;
}

/**
 * An Electron to run: the one named by ELECTRON_OVERRIDE_DIST_PATH, the package's own, the cached
 * stand-in, the package's own download, the stand-in fetched now.
 * @returns {Promise<ElectronRuntime>}
 */
export async function ensureElectron() {
  const dist =
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??
    ownDist() ??
    cachedFallback() ??
    (await downloadOwn()) ??
    (await fetchFallback());
  const executable = path.join(dist, EXECUTABLE);
  if (!existsSync(executable)) throw new SetupError(`There is no Electron in ${dist}.`);
  if (dist === cachedFallback()) {
    say(`running on the stand-in Electron ${FALLBACK_VERSION} (development and tests only).`);
  }
  return { dist, executable };
}
