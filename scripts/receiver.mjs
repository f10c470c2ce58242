import { buildIfStale } from './launch/build-if-stale.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runCommand } from './setup/say.mjs';

const BUILT = new URL('../dist/receiver/receiver.cjs', import.meta.url);

await runCommand(async () => {
  await ensureDependencies();
  await buildIfStale();
  // The receiver ends what it has in hand before it goes: from here on signals are its own.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
  await import(BUILT.href);
  return 0;
});
