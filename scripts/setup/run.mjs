import { spawn } from 'node:child_process';
import { PROJECT } from './project.mjs';

/** @typedef {{ status: number, stdout: string, stderr: string, timedOut: boolean }} Finished */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

/**
 * Runs a program in the project's folder and waits for it. `show` sends its output to our own streams
 * ('all'), both to stderr ('stderr'), or keeps it for the caller ('nothing').
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ show?: 'all' | 'stderr' | 'nothing', env?: NodeJS.ProcessEnv, cwd?: string, timeoutMs?: number }} [options]
 * @returns {Promise<Finished>}
 */
export function run(program, args, options = {}) {
  const { show = 'all', env, cwd = PROJECT, timeoutMs } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show === 'all' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // A negative answer from SIGTERM alone leaves npm's children behind.
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      if (show === 'stderr') process.stderr.write(text);
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      if (show === 'stderr') process.stderr.write(text);
    });
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ status: code ?? 1, stdout, stderr, timedOut: signal === 'SIGKILL' });
    });
  });
}

/**
 * Runs one of the project's own command line tools by the script behind it: no npx, no shell, and the
 * same on Windows.
 * @param {string} script path below node_modules
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runTool = (script, args, options) =>
  run(process.execPath, [`${PROJECT}/node_modules/${script}`, ...args], options);

/**
 * npm by the copy that called us, so that it is found even where PATH has none.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const npm = process.env['npm_execpath'];
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
