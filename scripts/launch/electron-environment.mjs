import { ensureDependencies } from '../setup/dependencies.mjs';
import { ensureElectron } from '../setup/electron-runtime.mjs';
import { isRoot } from '../setup/project.mjs';
import { ensureSystemPackages } from '../setup/system-packages.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

/**
 * Everything a real Electron needs on this machine, added where it is missing.
 * @param {{ display: 'own' | 'virtual' }} wants 'virtual': windows that nobody is to see
 */
export async function prepareElectron({ display }) {
  await ensureDependencies();
  const { dist, executable } = await ensureElectron();
  const isVirtual = process.platform === 'linux' && (display === 'virtual' || !hasDisplay);
  await ensureSystemPackages({ executable, needsVirtualDisplay: isVirtual });
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    // Root cannot start Chromium's sandbox. Development and tests only: a packaged app never comes here.
    ...(isRoot ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
    ...(isVirtual ? { DISPLAY: await startVirtualDisplay(), WAYLAND_DISPLAY: undefined } : {}),
  };
  return { env, executable };
}
