import { run } from '../setup/run.mjs';
import { runCommand } from '../setup/say.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { prepareElectron } from './electron-environment.mjs';

/**
 * The arguments after the command's name. `npm run bench --json` without `--` hands the flag to npm,
 * which passes it on as a variable.
 */
function passedArguments() {
  const args = process.argv.slice(2);
  const isEaten = process.env['npm_config_json'] === 'true' && !args.includes('--json');
  return isEaten ? [...args, '--json'] : args;
}

/**
 * Runs a TypeScript program that drives the real app on a virtual display.
 * @param {string} file path below the project's folder
 * @param {{ args?: readonly string[], env?: NodeJS.ProcessEnv }} [options]
 */
export async function runTypeScript(file, { args = [], env = {} } = {}) {
  const { status } = await run(process.execPath, ['--import', 'tsx', file, ...args], { env });
  return status;
}

/**
 * A command whose body is a TypeScript program: sets up, builds, runs it with our arguments.
 * @param {string} file
 */
export const runProgram = (file) =>
  runCommand(async () => {
    const { env } = await prepareElectron({ display: 'virtual' });
    await buildIfStale();
    return runTypeScript(file, { args: passedArguments(), env });
  });
