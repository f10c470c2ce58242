import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { SetupError } from '../setup/say.mjs';

const OUTPUT = path.join(PROJECT, 'out/package');

/** Where electron-builder leaves the unpacked program of each system, and what is started in it. */
const PLACES = {
  linux: [['linux-unpacked', 'outlog']],
  win32: [['win-unpacked', 'Outlog.exe']],
  darwin: [
    ['mac-universal', 'Outlog.app/Contents/MacOS/Outlog'],
    ['mac-arm64', 'Outlog.app/Contents/MacOS/Outlog'],
    ['mac', 'Outlog.app/Contents/MacOS/Outlog'],
  ],
};

/** @typedef {{ folder: string, executable: string, resources: string, archives: string }} PackedProgram */

/**
 * The program that was packed last for this system.
 * @returns {PackedProgram}
 */
export function packedProgram() {
  const places = Object.hasOwn(PLACES, process.platform)
    ? PLACES[/** @type {keyof typeof PLACES} */ (process.platform)]
    : [];
  for (const [folder = '', executable = ''] of places) {
    const found = path.join(OUTPUT, folder, executable);
    if (!existsSync(found)) continue;
    return {
      folder: path.join(OUTPUT, folder),
      executable: found,
      resources:
        process.platform === 'darwin'
          ? path.resolve(found, '../../Resources')
          : path.join(OUTPUT, folder, 'resources'),
      archives: OUTPUT,
    };
  }
  throw new SetupError('Nothing is packed for this system yet: npm run package');
}
