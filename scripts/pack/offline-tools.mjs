import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { path7za } from '7zip-bin';
import { PROJECT } from '../setup/project.mjs';

/**
 * What electron-builder would download from GitHub, from elsewhere: 7-Zip out of its npm package, Debian's
 * dpkg-deb in the place of fpm. Archives and debs can be packed with these; AppImages and installers for
 * Windows cannot.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function offlineTools() {
  await chmod(path7za, 0o755);
  return {
    ELECTRON_BUILDER_7ZIP_PATH: path7za,
    // A trial is for trying: the last tenth of the size would take minutes.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] ?? '3',
    CUSTOM_FPM_PATH: path.join(PROJECT, 'scripts/pack/make-deb.mjs'),
  };
}
