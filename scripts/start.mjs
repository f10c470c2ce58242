import { buildIfStale } from './launch/build-if-stale.mjs';
import { prepareElectron } from './launch/electron-environment.mjs';
import { runTypeScript } from './launch/run-typescript.mjs';
import { hasDisplay } from './launch/virtual-display.mjs';
import { isRoot } from './setup/project.mjs';
import { run } from './setup/run.mjs';
import { runCommand, say } from './setup/say.mjs';

await runCommand(async () => {
  const { env, executable } = await prepareElectron({ display: 'own' });
  await buildIfStale();
  if (!hasDisplay) {
    say('there is no display here: running the main job as a tour under a virtual one.');
    return runTypeScript('tests/tour/tour.ts', { args: process.argv.slice(2), env });
  }
  if (isRoot) say("running as root, which cannot start Chromium's sandbox: it is off.");
  const { status } = await run(executable, ['.', ...process.argv.slice(2)], { env });
  return status;
});
