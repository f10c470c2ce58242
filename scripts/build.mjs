import { build } from './launch/build-if-stale.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { runCommand } from './setup/say.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await build();
  return 0;
});
