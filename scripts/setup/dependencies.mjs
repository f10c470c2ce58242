import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from './project.mjs';
import { runNpm } from './run.mjs';
import { SetupError, say } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages | null}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(PROJECT, file), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether what npm last installed is what the lock file asks for. Contents are compared, not times: a
 * checkout or a copied folder has times that mean nothing.
 */
function areInstalled() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (wanted === null) throw new SetupError('package-lock.json is missing or unreadable.');
  if (installed === null) return false;
  return Object.entries(wanted).every(([name, { version, optional, devOptional, peer }]) => {
    if (name === '') return true;
    const found = installed[name];
    // Packages for other platforms are in the lock file and not on this disk.
    if (found === undefined) return optional === true || devOptional === true || peer === true;
    return found.version === version;
  });
}

/** Installs the project's dependencies where they are missing or not those of the lock file. */
export async function ensureDependencies() {
  if (areInstalled()) return;
  say('installing dependencies (npm ci)…');
  const { status } = await runNpm(
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { show: 'stderr', env: { npm_config_json: undefined } },
  );
  if (status !== 0) throw new SetupError('npm ci failed; its own words are above.');
}
