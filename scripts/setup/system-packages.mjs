import { existsSync } from 'node:fs';
import path from 'node:path';
import { isRoot } from './project.mjs';
import { run } from './run.mjs';
import { SetupError, say } from './say.mjs';

/** What Electron and a virtual display need on Debian and its kin. */
const PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxkbcommon0',
  'libcups2',
  'libdrm2',
];

/** @param {string} program */
const isOnPath = (program) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));

/**
 * The shared libraries that an executable asks for and this system lacks.
 * @param {string} executable
 */
async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable], { show: 'nothing' });
  return stdout.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
}

/**
 * The names that this release knows: newer ones carry a `t64` suffix (64-bit time).
 * @returns {Promise<string[]>}
 */
async function packagesOfThisRelease() {
  const { stdout } = await run('apt-cache', ['pkgnames', 'lib'], { show: 'nothing' });
  const known = new Set(stdout.split('\n'));
  return PACKAGES.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/** A machine that is just updating itself is waited for, in seconds. */
const OTHERS_TIME_S = 300;

/** @param {readonly string[]} args */
async function apt(args) {
  const patience = ['-o', `DPkg::Lock::Timeout=${OTHERS_TIME_S}`];
  const { status } = await run('apt-get', [...patience, ...args], {
    show: 'stderr',
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/**
 * Sees to the system libraries that Electron links to, and to Xvfb where a virtual display is wanted.
 * As root on Debian they are installed; elsewhere the one line to run is told.
 * @param {{ executable: string, needsVirtualDisplay: boolean }} wants
 */
export async function ensureSystemPackages({ executable, needsVirtualDisplay }) {
  if (process.platform !== 'linux') return;
  const libraries = await missingLibraries(executable);
  const lacksDisplay = needsVirtualDisplay && !isOnPath('Xvfb');
  if (libraries.length === 0 && !lacksDisplay) return;
  const missing = [...libraries, ...(lacksDisplay ? ['Xvfb'] : [])].join(', ');

  if (!isOnPath('apt-get')) {
    throw new SetupError(
      `This system lacks ${missing}. Install them with its package manager, then run this again.`,
    );
  }
  const names = await packagesOfThisRelease();
  const line = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!isRoot) {
    throw new SetupError(`This system lacks ${missing}. Run:\n  sudo sh -c '${line}'`);
  }
  say(`installing system packages: ${missing} missing…`);
  const isDone =
    (await apt(['-qq', 'update'])) &&
    (await apt([
      '-qq',
      '-y',
      '--no-install-recommends',
      'install',
      ...(await packagesOfThisRelease()),
    ]));
  if (!isDone) throw new SetupError(`They could not be installed. Run:\n  ${line}`);
}
