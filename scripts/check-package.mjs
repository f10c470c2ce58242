import { prepareElectron } from './launch/electron-environment.mjs';
import { drivableCopy } from './pack/drivable-copy.mjs';
import { packedProgram } from './pack/packed-program.mjs';
import { runTool } from './setup/run.mjs';
import { runCommand } from './setup/say.mjs';

/** What is driven through the packed program: the same file that drives the built one. */
const JOURNEYS = ['tests/journeys/main-job.spec.ts'];

/** Reads back what `npm run package` made, starts it as it is, and drives it through the main job. */
await runCommand(async () => {
  const program = packedProgram();
  const { env } = await prepareElectron({ display: 'virtual' });
  const drivable = await drivableCopy(program);
  const artefact = await runTool(
    '@playwright/test/cli.js',
    ['test', '--config=tests/packed/playwright.config.ts'],
    { env: { ...env, OUTLOG_PROGRAM: JSON.stringify(program), OUTLOG_PACKED: drivable } },
  );
  const driven = await runTool('@playwright/test/cli.js', ['test', ...JOURNEYS], {
    env: { ...env, OUTLOG_PACKED: drivable },
  });
  return artefact.status === 0 && driven.status === 0 ? 0 : 1;
});
