import { fileURLToPath } from 'node:url';
import { build } from './launch/build-if-stale.mjs';
import { offlineTools } from './pack/offline-tools.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { FALLBACK_VERSION, cachedFallback } from './setup/electron-fallback.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { run } from './setup/run.mjs';
import { runCommand, say } from './setup/say.mjs';

/**
 * Builds and packs; arguments go to electron-builder (`npm run package -- --linux dir`). On a machine
 * that has only the stand-in, the result is for trying and not for shipping.
 */
await runCommand(async () => {
  await ensureDependencies();
  const { dist } = await ensureElectron();
  await build();
  const isStandIn = dist === cachedFallback();
  if (isStandIn) say(`packing the stand-in, Electron ${FALLBACK_VERSION}: not for shipping.`);
  const standIn = isStandIn
    ? [`-c.electronDist=${dist}`, `-c.electronVersion=${FALLBACK_VERSION}`]
    : [];
  const { status } = await run(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
      '--publish=never',
      ...process.argv.slice(2),
      ...standIn,
    ],
    // Where Electron itself could not be downloaded, the packers' tools, from the same place, cannot be either.
    { env: isStandIn ? await offlineTools() : {} },
  );
  return status;
});
